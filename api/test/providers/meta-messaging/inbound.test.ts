import { describe, expect, it } from 'vitest'
import { MediaUnavailable } from '../../../src/modules/channels/adapters/adapter.ts'
import { startInstagramDouble } from '../instagram.ts'
import { startMessengerDouble } from '../messenger.ts'
import { bothKinds, MessagingFixture, to } from './fixture.ts'

describe.each(bothKinds)('%s', kind => {
  it('asks whether the address is ours, and takes no for an answer', async () => {
    await using world = await MessagingFixture.start(kind)
    await expect(world.double.subscribe({ url: world.hook.url, secret: 'another' })).rejects.toThrow('couldn’t be validated')
  })

  it('signs the bytes, with letters escaped in one body and as themselves in another', async () => {
    await using world = await MessagingFixture.start(kind, { faults: { unicode: 'BOTH' } })
    const ana = world.double.customer('ana')
    for (let turn = 0; turn < 20; turn++) ana.writes(`Mañana ${turn} 🙂`)
    await world.double.settled()
    const bodies = world.hook.requests.map(({ body }) => body.toString('utf8'))
    expect(world.hook.strangers).toEqual([])
    expect(bodies.some(body => body.includes(String.raw`Ma\u00f1ana`))).toBe(true)
    expect(bodies.some(body => body.includes('Mañana'))).toBe(true)
    expect(world.hook.of('MESSAGE').map(({ text }) => text).toSorted()).toEqual(Array.from({ length: 20 }, (_, turn) => `Mañana ${turn} 🙂`).toSorted())
  })

  it('knows the same person by another id on another account', async () => {
    const start = kind === 'MESSENGER' ? startMessengerDouble : startInstagramDouble
    const [one, other] = [await start(), await start({ accountId: '17841499999999999' })]
    expect(one.customer('ana').id).toBe(one.customer('ana').id)
    expect(one.customer('ana').id).not.toBe(other.customer('ana').id)
    await Promise.all([one.stop(), other.stop()])
  })

  it('tells everything that she does, in batches, twice and in disorder, and each is known by its own id', async () => {
    await using world = await MessagingFixture.start(kind, { faults: { batch: 7, copies: 3, isShuffled: true } })
    const ana = world.ana()
    await world.send({ to: to(ana), text: '¿Desea algo más?', menu: { style: 'QUICK_REPLIES', options: [{ id: 'yes', title: 'Sí', description: null }, { id: 'no', title: 'No', description: null }] } })
    const tap = ana.taps('Sí')
    const photo = ana.sends({ name: 'foto.jpg', mediaType: 'image/jpeg', content: Buffer.from('a picture') })
    ana.reactsTo(ana.inbox[0]!.id, '❤️')
    ana.edits(tap, 'Sí, claro')
    ana.reads()
    await world.double.settled()
    const messages = new Map(world.hook.of('MESSAGE').map(message => [message.externalId, message]))
    expect(messages.size).toBe(3)
    expect(messages.get(tap)).toMatchObject({ text: 'Sí', optionId: 'yes', from: { externalId: ana.id } })
    expect(messages.get(photo)!.media).toHaveLength(1)
    expect(world.hook.of('REACTION')[0]).toMatchObject({ emoji: '❤️', externalId: ana.inbox[0]!.id })
    expect(world.hook.of('EDIT')[0]).toMatchObject({ externalId: tap, text: 'Sí, claro' })
    expect(world.hook.of('SEEN').some(({ status }) => status === 'READ')).toBe(true)
    expect(world.hook.read.filter(({ ok }) => !ok)).toEqual([])
  })

  it('tells a tap on a quick reply as a message, and one on a button as a postback', async () => {
    await using world = await MessagingFixture.start(kind)
    const ana = world.ana()
    const options = [{ id: 'a', title: 'Saldo', description: null }, { id: 'b', title: 'Agente', description: null }]
    await world.send({ to: to(ana), text: 'Menú', menu: { style: 'MENU', options } })
    await world.send({ to: to(ana), text: '¿Y ahora?', menu: { style: 'QUICK_REPLIES', options: [{ id: 'c', title: 'Nada', description: null }] } })
    const [button, quick] = [ana.taps('Saldo'), ana.taps('Nada')]
    await world.double.settled()
    const bodies = world.hook.requests.map(({ body }) => body.toString('utf8'))
    expect(bodies.some(body => body.includes('"postback"') && body.includes(button))).toBe(true)
    expect(bodies.some(body => body.includes('"quick_reply"') && body.includes(quick))).toBe(true)
    expect(world.hook.of('MESSAGE').filter(({ optionId }) => optionId).map(({ optionId }) => optionId).toSorted()).toEqual(['a', 'c'])
  })

  it('forgets quick replies with the next message', async () => {
    await using world = await MessagingFixture.start(kind)
    const ana = world.ana()
    await world.send({ to: to(ana), text: '¿Sí?', menu: { style: 'QUICK_REPLIES', options: [{ id: 'c', title: 'Sí', description: null }] } })
    await world.send({ to: to(ana), text: 'Olvídelo' })
    expect(() => ana.taps('Sí')).toThrow('nothing to tap')
  })

  it('brings the token of a link into a new chat and into one that is there, unless Meta leaves it out', async () => {
    await using world = await MessagingFixture.start(kind)
    const link = world.adapter.link({ ...world.line.settings, username: 'farmacia.demo' }, { token: 'abcdefgh12345678' })
    const ana = world.double.customer('ana')
    ana.follows(link)
    await world.double.settled()
    ana.follows(link)
    await world.double.settled()
    expect(world.hook.of('MESSAGE').map(({ origin }) => origin?.token)).toEqual(['abcdefgh12345678', 'abcdefgh12345678'])
    world.double.faults.dropRef = 1
    world.double.customer('otra').follows(link)
    await world.double.settled()
    expect(world.hook.of('MESSAGE').at(-1)!.origin).toBeUndefined()
  })

  it('echoes each send with our reference, and nothing of it is taken for a customer’s word', async () => {
    await using world = await MessagingFixture.start(kind)
    const ana = world.ana()
    const [outcome] = await world.send({ to: to(ana), text: 'Buenas', reference: 'ref-9' })
    const byHand = world.double.writesByHand(ana, 'Le atiende Pedro')
    await world.double.settled()
    expect(world.hook.of('MESSAGE').map(({ text }) => text)).toEqual(['Hola'])
    const echoes = world.hook.of('ECHO').toSorted((a, b) => a.text.localeCompare(b.text))
    expect(echoes).toMatchObject([
      { text: 'Buenas', reference: 'ref-9', externalId: (outcome as { externalId: string }).externalId, to: { externalId: ana.id } },
      { text: 'Le atiende Pedro', externalId: byHand, to: { externalId: ana.id } },
    ])
    expect(echoes[1]).not.toHaveProperty('reference')
  })

  it('gives its files to whoever has their address, from its own hosts alone, until they are gone', async () => {
    await using world = await MessagingFixture.start(kind)
    const ana = world.double.customer('ana')
    ana.sends({ name: 'foto.jpg', mediaType: 'image/jpeg', content: Buffer.from('a picture') })
    await world.double.settled()
    const [media] = world.hook.of('MESSAGE')[0]!.media!
    expect(await world.adapter.fetchMedia!(media!, world.line)).toMatchObject({ content: Buffer.from('a picture'), mediaType: 'image/jpeg' })
    await expect(world.adapter.fetchMedia!({ ref: 'http://127.0.0.1:1/x' }, world.line)).rejects.toMatchObject({ isFinal: true })
    world.double.files.clear()
    await expect(world.adapter.fetchMedia!(media!, world.line)).rejects.toThrow(MediaUnavailable)
  })

  it('tells who somebody is, and nothing of those it does not know', async () => {
    await using world = await MessagingFixture.start(kind)
    const ana = world.double.customer('ana')
    const told = kind === 'MESSENGER' ? { languageTag: 'es-419' } : { username: 'ana.pena' }
    expect(await world.adapter.person!(ana.id, world.line)).toEqual({ externalId: ana.id, name: 'Ana María Peña', ...told })
    expect(await world.adapter.person!('999', world.line)).toEqual({ externalId: '999' })
  })
})

it('Instagram tells of a message that was taken back, Messenger of what was delivered', async () => {
  await using instagram = await MessagingFixture.start('INSTAGRAM')
  const ana = instagram.ana()
  ana.unsends(ana.writes('No era para ustedes'))
  await instagram.double.settled()
  expect(instagram.hook.of('DELETE')).toHaveLength(1)
  await using messenger = await MessagingFixture.start('MESSENGER')
  await messenger.send({ to: to(messenger.ana()), text: 'Hola' })
  await messenger.double.settled()
  expect(messenger.hook.of('STATUS')).toMatchObject([{ status: 'DELIVERED' }])
})

it('Instagram sends echoes to whoever hears messages, Messenger only to whoever asked for them', async () => {
  const heard = async (kind: 'MESSENGER' | 'INSTAGRAM') => {
    await using world = await MessagingFixture.start(kind)
    world.double.setSubscription(['messages'])
    world.double.writesByHand(world.double.customer('ana'), 'Hola')
    await world.double.settled()
    return world.hook.of('ECHO').length
  }
  expect([await heard('MESSENGER'), await heard('INSTAGRAM')]).toEqual([0, 1])
})
