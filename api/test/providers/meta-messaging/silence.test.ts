import { describe, expect, it } from 'vitest'
import type { ReadUpdate } from '../../../src/modules/channels/adapters/update.ts'
import { bothKinds, MessagingFixture, to } from './fixture.ts'

const idsOf = (read: readonly ReadUpdate[]) => read.flatMap(one => (one.ok && one.update.kind === 'MESSAGE' ? [one.update.externalId] : []))

describe.each(bothKinds)('When we answer nothing, %s', kind => {
  it('tries again for a while, and what came in disorder is in order where it comes together', async () => {
    await using world = await MessagingFixture.start(kind)
    world.hook.failsFirst = [500, 503, 500]
    const ana = world.double.customer('ana')
    const sent = Array.from({ length: 8 }, (_, turn) => ana.writes(`Hola ${turn}`))
    await world.double.settled()
    expect(idsOf(world.hook.read)).not.toEqual(sent)
    expect(idsOf(world.hook.read).toSorted()).toEqual(sent.toSorted())
    expect(world.double.subscribedFields).not.toBeNull()
  })

  it('ends the subscription after its hour, the check says so, and connecting again subscribes', async () => {
    await using world = await MessagingFixture.start(kind, { deliveries: { tries: 3, retryMs: 2 } })
    expect(await world.adapter.check(world.line)).toMatchObject({ isGood: true, name: 'Farmacia Demo', address: '@farmacia.demo', settings: { username: 'farmacia.demo' } })
    world.hook.failsFirst = [500, 500, 500]
    const ana = world.ana()
    await world.double.settled()
    expect(await world.adapter.check(world.line)).toMatchObject({ isGood: false, name: 'Farmacia Demo', problem: { code: 'UNSUBSCRIBED' } })
    ana.writes('¿Hay alguien?')
    await world.double.settled()
    expect(world.hook.read).toEqual([])
    expect(await world.adapter.connect!(world.line, { url: world.hook.url, secret: '' })).toMatchObject({ isGood: true })
    ana.writes('Otra vez yo')
    await world.double.settled()
    expect(world.hook.of('MESSAGE').map(({ text }) => text)).toEqual(['Otra vez yo'])
  })

  it('loses nothing to us, and doubles nothing: what was missed is asked for, under the same ids', async () => {
    await using world = await MessagingFixture.start(kind, { deliveries: { tries: 3, retryMs: 2 } })
    // More chats and messages than go on one page.
    Object.assign(world.line.profile.limits, { conversationsPage: 3, messagesPage: 4 })
    const people = Array.from({ length: 8 }, (_, number) => world.double.customer(`person-${number}`))
    const before = people.map(person => person.writes('Buenas'))
    await world.double.settled()
    world.hook.failsWith = 500
    const during = people.flatMap(person => Array.from({ length: 10 }, (_, turn) => person.writes(`Hola ${turn}`)))
    const photo = people[0]!.sends({ name: 'foto.jpg', mediaType: 'image/jpeg', content: Buffer.from('a picture'), caption: 'Mire' })
    const byHand = world.double.writesByHand(people[1]!, 'Le atiende Pedro')
    await world.double.settled()
    world.hook.failsWith = null
    await world.adapter.connect!(world.line, { url: world.hook.url, secret: '' })
    const after = people.map(person => person.writes('Adiós'))
    await world.double.settled()
    const past = await world.adapter.backfill!(world.line, new Date(Date.now() - 60_000))

    const everything = [...before, ...during, photo, ...after]
    expect(new Set([...idsOf(world.hook.read), ...idsOf(past)])).toEqual(new Set(everything))
    expect(idsOf(past).toSorted()).toEqual(everything.toSorted())
    const messages = past.flatMap(one => (one.ok ? [one.update] : []))
    expect(messages.map(({ at }) => at.getTime())).toEqual(messages.map(({ at }) => at.getTime()).toSorted((a, b) => a - b))
    expect(messages.find(one => one.kind === 'MESSAGE' && one.externalId === photo)).toMatchObject({ text: 'Mire', from: { externalId: people[0]!.id, name: 'Ana María Peña' }, media: [{ mediaType: 'image/jpeg', name: 'foto.jpg', size: 9 }] })
    expect(messages.filter(({ kind: what }) => what === 'ECHO')).toMatchObject([{ externalId: byHand, to: { externalId: people[1]!.id } }])
  })

  it('is asked for no more than what came since', async () => {
    await using world = await MessagingFixture.start(kind)
    const [ana, otra] = [world.double.customer('ana'), world.double.customer('otra')]
    ana.writes('Ayer')
    otra.writes('Ayer también')
    world.double.advance(86_400_000)
    const today = ana.writes('Hoy')
    const past = await world.adapter.backfill!(world.line, new Date(world.double.now() - 60_000))
    expect(idsOf(past)).toEqual([today])
    expect(world.double.calls.filter(call => call.endsWith('/messages') && call.startsWith('GET'))).toHaveLength(1)
  })

  it('is asked no faster than it allows', async () => {
    await using world = await MessagingFixture.start(kind, { faults: { conversationsPerSecond: 20 } })
    Object.assign(world.line.profile.limits, { conversationsPerSecond: 18 })
    const people = Array.from({ length: 24 }, (_, number) => world.double.customer(`person-${number}`))
    for (const person of people) person.writes('Hola')
    expect(idsOf(await world.adapter.backfill!(world.line, new Date(Date.now() - 60_000)))).toHaveLength(24)
    Object.assign(world.line.profile.limits, { conversationsPerSecond: 1000 })
    await expect(world.adapter.backfill!(world.line, new Date(Date.now() - 60_000))).rejects.toMatchObject({ failure: { code: '613' } })
  })

  it('what we sent is no customer’s word there either', async () => {
    await using world = await MessagingFixture.start(kind)
    const ana = world.ana()
    const [outcome] = await world.send({ to: to(ana), text: 'Buenas' })
    const past = await world.adapter.backfill!(world.line, new Date(Date.now() - 60_000))
    expect(past.map(one => one.ok && one.update.kind)).toEqual(['MESSAGE', 'ECHO'])
    expect(past[1]).toMatchObject({ update: { externalId: (outcome as { externalId: string }).externalId, text: 'Buenas' } })
  })
})

describe.each(bothKinds)('The check of %s', kind => {
  it('tells in the provider’s words why it does not work', async () => {
    await using world = await MessagingFixture.start(kind)
    world.double.faults.isRevoked = true
    expect(await world.adapter.check(world.line)).toMatchObject({ isGood: false, problem: { code: '190' } })
    expect(await world.adapter.check({ ...world.line, profile: { ...world.line.profile, baseUrl: 'http://127.0.0.1:1' } })).toMatchObject({ isGood: false, problem: { code: 'NO_ANSWER' } })
  })

  it('misses another tool’s subscription, and fields that are not told', async () => {
    await using world = await MessagingFixture.start(kind)
    expect(await world.adapter.check({ ...world.line, settings: { ...world.line.settings, appId: '99999' } })).toMatchObject({ problem: { code: 'UNSUBSCRIBED' } })
    world.double.setSubscription(['messages'])
    expect(await world.adapter.check(world.line)).toMatchObject({ problem: { code: 'UNSUBSCRIBED', message: expect.stringContaining('messaging_postbacks') } })
    await world.adapter.disconnect!(world.line)
    expect(world.double.subscribedFields).toBeNull()
  })
})
