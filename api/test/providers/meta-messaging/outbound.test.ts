import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CannotSend, type Line } from '../../../src/modules/channels/adapters/adapter.ts'
import type { OutgoingMessage } from '../../../src/modules/channels/adapters/outgoing.ts'
import { ProviderSilent } from '../../../src/modules/channels/adapters/provider-http.ts'
import { anyOutgoing, outgoing, outgoingFile } from '../messages.ts'
import { bothKinds, MessagingFixture, to } from './fixture.ts'
import { checkMessage } from './message-rules.ts'

const HOUR = 3_600_000
const option = (id: string, title = id) => ({ id, title, description: null })
const options = (count: number) => Array.from({ length: count }, (_, number) => option(`o${number}`, `Opción ${number}`))
const bodyOf = (part: { request: Record<string, unknown> }) => part.request['body'] as Record<string, any>
/** As it is sent: with the file where it belongs. */
const filled = (part: { request: Record<string, unknown>; fileIds: readonly string[] }) => {
  const body = structuredClone(bodyOf(part))
  if (part.request['fileAs'] === 'ATTACHMENT') body['message'].attachment.payload.url = 'https://bot.example.test/f'
  if (part.request['fileAs'] === 'CARD_IMAGE') body['message'].attachment.payload.elements[0].image_url = 'https://bot.example.test/f'
  return body
}

describe.each(bothKinds)('What we send by %s', kind => {
  const composed = async (more: Partial<OutgoingMessage>) => {
    await using world = await MessagingFixture.start(kind)
    return world.adapter.compose(outgoing(more), world.line)
  }

  it('is taken, whatever it is, and says every word of it', async () => {
    await using world = await MessagingFixture.start(kind)
    fc.assert(fc.property(anyOutgoing, message => {
      try {
        const parts = world.adapter.compose(message, world.line)
        for (const part of parts) {
          checkMessage(filled(part), world.double.dialect)
          expect(bodyOf(part)['message'].metadata).toBe('ref-1')
        }
        const said = JSON.stringify(parts)
        for (const word of message.text.split(/[\s"\\]+/).filter(one => one && one.length < 10)) expect(said).toContain(word)
        for (const { id } of message.menu?.options ?? []) if (said.includes('quick_replies') || said.includes('postback')) expect(said).toContain(JSON.stringify(id).slice(1, -1))
        expect(parts.flatMap(({ fileIds }) => fileIds).toSorted()).toEqual(message.files.map(({ id }) => id).toSorted())
      } catch (error) {
        if (!(error instanceof CannotSend)) throw error
      }
    }), { numRuns: 400 })
  })

  it('is cut where a text is too long, and never inside a letter', async () => {
    await using world = await MessagingFixture.start(kind)
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'ab ñ€🙂👩‍👩‍👧\n.'), maxLength: 60 }), fc.integer({ min: 1, max: 200 }), (text, times) => {
      const whole = text.repeat(times).trim()
      if (!whole) return
      const pieces = world.adapter.compose(outgoing({ text: whole }), world.line).map(part => bodyOf(part)['message'].text as string)
      expect(pieces.every(piece => world.double.dialect.textFits(piece) && piece.isWellFormed())).toBe(true)
      expect(pieces.join('').replaceAll(/\s/g, '')).toBe(whole.replaceAll(/\s/g, ''))
    }), { numRuns: 100 })
  })

  it('has quick replies up to thirteen, and numbers beyond', async () => {
    const [thirteen] = await composed({ text: 'Elija', menu: { style: 'QUICK_REPLIES', options: options(13) } })
    expect(bodyOf(thirteen!)['message'].quick_replies).toHaveLength(13)
    const [fourteen] = await composed({ text: 'Elija', menu: { style: 'QUICK_REPLIES', options: options(14) } })
    expect(bodyOf(fourteen!)['message']).toEqual({ text: `Elija\n\n${options(14).map(({ title }, index) => `${index + 1}. ${title}`).join('\n')}`, metadata: 'ref-1' })
  })

  it('has numbers to tap where a title would be cut, or where two read the same, and every title in its words', async () => {
    for (const menu of [[option('a', 'Una opción muy larga de leer'), option('b')], [option('a', 'Sí'), option('b', 'sí')], [{ ...option('a'), description: 'Con más palabras' }]]) {
      const [part] = await composed({ text: 'Elija', menu: { style: 'QUICK_REPLIES', options: menu } })
      const { text, quick_replies: replies } = bodyOf(part!)['message']
      menu.forEach(({ title }, index) => expect(text).toContain(`${index + 1}. ${title}`))
      expect(replies.map(({ title, payload }: any) => [title.slice(0, 2), payload])).toEqual(menu.map(({ id }, index) => [`${index + 1}.`, id]))
      expect(replies.every(({ title }: any) => title.length <= 20)).toBe(true)
    }
  })

  it('has buttons that stay for a small menu, and hangs what is chosen once on the last of several messages', async () => {
    const [small] = await composed({ text: 'Menú', menu: { style: 'MENU', options: options(3) } })
    expect(bodyOf(small!)['message'].attachment.payload).toMatchObject({ template_type: 'button', text: 'Menú' })
    const long = await composed({ text: 'Hola. '.repeat(500), menu: { style: 'MENU', options: options(2) } })
    expect(long.map(part => 'quick_replies' in bodyOf(part)['message'])).toEqual([...long.slice(1).map(() => false), true])
  })

  it('is a card where it fits into one, else a picture and words', async () => {
    const content = { kind: 'CARD', title: 'Aspirina', subtitle: 'RD$ 120', imageId: 'file-1', url: 'https://shop.example/a' } as const
    const [card] = await composed({ content, files: [outgoingFile()], menu: { style: 'MENU', options: [option('buy', 'Comprar')] } })
    expect(filled(card!)['message'].attachment.payload.elements).toEqual([{
      title: 'Aspirina', subtitle: 'RD$ 120', image_url: 'https://bot.example.test/f', default_action: { type: 'web_url', url: 'https://shop.example/a' }, buttons: [{ type: 'postback', title: 'Comprar', payload: 'buy' }],
    }])
    const [linked] = await composed({ content: { ...content, urlTitle: 'Ver en la tienda' }, files: [outgoingFile()] })
    expect(filled(linked!)['message'].attachment.payload.elements[0].buttons).toEqual([{ type: 'web_url', title: 'Ver en la tienda', url: 'https://shop.example/a' }])
    const parts = await composed({ content: { ...content, subtitle: 'x'.repeat(90) }, files: [outgoingFile()] })
    expect(parts.map(part => Object.keys(bodyOf(part)['message'])[0])).toEqual(['attachment', 'text'])
    expect(bodyOf(parts[1]!)['message'].text).toBe(`Aspirina\n${'x'.repeat(90)}\nhttps://shop.example/a`)
  })

  it('tells a place in words, goes as an answer, and under the tag where a person writes late', async () => {
    const content = { kind: 'LOCATION', latitude: 18.47, longitude: -69.9, name: 'Farmacia' } as const
    const [place] = await composed({ content, text: 'Estamos aquí' })
    expect(bodyOf(place!)).toMatchObject({ messaging_type: 'RESPONSE', message: { text: 'Estamos aquí\nFarmacia\n18.47, -69.9' } })
    const [late] = await composed({ text: 'Hola', author: 'AGENT', passage: 'HUMAN_AGENT' })
    expect(bodyOf(late!)).toMatchObject({ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' })
  })

  it('is nothing where it is a template, too large, or empty', async () => {
    await using world = await MessagingFixture.start(kind)
    const compose = (more: Partial<OutgoingMessage>) => () => world.adapter.compose(outgoing(more), world.line)
    expect(compose({ text: 'Hola', passage: 'TEMPLATE' })).toThrow(CannotSend)
    expect(compose({ text: ' ' })).toThrow(CannotSend)
    expect(compose({ files: [outgoingFile({ size: 30 * 1024 ** 2 })] })).toThrow(expect.objectContaining({ because: 'TOO_LARGE' }))
  })

  it('arrives as it was meant, with its file', async () => {
    await using world = await MessagingFixture.start(kind)
    const ana = world.ana()
    const file = { id: 'file-1', name: 'receta.pdf', mediaType: 'application/pdf', bytes: Buffer.from('a prescription') }
    const outcomes = await world.send({ to: to(ana), text: 'Su receta', files: [outgoingFile(file)], repliesTo: ana.writes('¿Y mi receta?') })
    expect(outcomes).toMatchObject([{ kind: 'ACCEPTED', externalId: ana.inbox[0]!.id }, { kind: 'ACCEPTED', externalId: ana.inbox[1]!.id }])
    expect(ana.inbox.map(({ text, files }) => [text, files.length])).toEqual([['', 1], ['Su receta', 0]])
    if (kind === 'MESSENGER') expect(ana.inbox[0]!.files).toEqual([{ name: 'receta.pdf', mediaType: 'application/pdf', size: 14 }])
    await world.adapter.signal!({ kind: 'TYPING', to: ana.id, messageId: null }, world.line)
    await world.adapter.signal!({ kind: 'READ', to: ana.id, messageId: 'm' }, world.line)
    expect(world.double.signals.map(({ action }) => action)).toEqual(['typing_on', 'mark_seen'])
  })
})

describe.each(bothKinds)('What comes of a send by %s', kind => {
  const outcomeWith = async (change: (world: MessagingFixture) => void, more: Partial<OutgoingMessage> = {}) => {
    await using world = await MessagingFixture.start(kind)
    const ana = world.ana()
    change(world)
    const [outcome] = await world.send({ text: 'Hola', ...more, to: more.to ?? to(ana) })
    return { outcome, arrived: ana.inbox.length }
  }

  it('after a day: the window is closed, and open for people for a week', async () => {
    expect(await outcomeWith(({ double }) => double.advance(25 * HOUR))).toMatchObject({ outcome: { kind: 'REFUSED', because: 'WINDOW_CLOSED', failure: { code: '10' } }, arrived: 0 })
    expect(await outcomeWith(({ double }) => double.advance(25 * HOUR), { passage: 'HUMAN_AGENT', author: 'AGENT' })).toMatchObject({ outcome: { kind: 'ACCEPTED' }, arrived: 1 })
    expect(await outcomeWith(({ double }) => double.advance(169 * HOUR), { passage: 'HUMAN_AGENT', author: 'AGENT' })).toMatchObject({ outcome: { because: 'WINDOW_CLOSED' } })
  })

  it('to somebody who cannot be reached, or was never here: she is unreachable', async () => {
    expect(await outcomeWith(({ double }) => { double.customer('ana').isReachable = false })).toMatchObject({ outcome: { kind: 'REFUSED', because: 'UNREACHABLE' } })
    expect(await outcomeWith(() => {}, { to: to({ id: '999' }) })).toMatchObject({ outcome: { kind: 'REFUSED', because: 'UNREACHABLE' } })
  })

  it('with a token that was taken back: the account stops', async () => {
    expect(await outcomeWith(({ double }) => { double.faults.isRevoked = true })).toMatchObject({ outcome: { kind: 'ACCOUNT_STOPPED', failure: { code: '190' } } })
    expect(await outcomeWith(({ line }) => { Object.assign(line.settings, { accessToken: 'wrong' }) })).toMatchObject({ outcome: { kind: 'ACCOUNT_STOPPED' } })
  })

  it('beyond the rate: the account waits', async () => {
    expect(await outcomeWith(({ double }) => { double.faults.perSecond = 0 })).toMatchObject({ outcome: { kind: 'RETRY', scope: 'ACCOUNT', failure: { code: '613' } }, arrived: 0 })
  })

  it.each([
    [{ code: 200 }, { kind: 'ACCOUNT_STOPPED' }], [{ code: 200, subcode: 1545041 }, { because: 'UNREACHABLE' }], [{ code: 10, subcode: 1893063 }, { kind: 'ACCOUNT_STOPPED' }],
    [{ code: 10, subcode: 2018300 }, { because: 'OTHER' }], [{ code: 100 }, { because: 'CONTENT' }], [{ code: 4 }, { kind: 'RETRY', scope: 'ACCOUNT' }], [{ code: 80006 }, { kind: 'RETRY', scope: 'ACCOUNT' }],
    [{ code: 1200, status: 400 }, { kind: 'RETRY', scope: 'MESSAGE' }], [{ code: 2, status: 503 }, { kind: 'UNKNOWN' }], [{ code: 12_345 }, { because: 'OTHER' }],
  ])('refused with %o: %o', async (refuse, expected) => {
    expect(await outcomeWith(({ double }) => { double.faults.refuse = { ...refuse, share: 1 } })).toMatchObject({ outcome: expected, arrived: 0 })
  })

  it('of a tag that is no more, or of our own making: refused with 100', async () => {
    await using world = await MessagingFixture.start(kind)
    const ana = world.ana()
    for (const tag of ['ACCOUNT_UPDATE', 'CONFIRMED_EVENT_UPDATE', 'POST_PURCHASE_UPDATE', 'BARGAINS']) {
      const body = { recipient: { id: ana.id }, messaging_type: 'MESSAGE_TAG', tag, message: { text: 'Su pedido salió' } }
      expect(await world.adapter.send({ request: { body }, fileIds: [] }, [], world.line)).toMatchObject({ kind: 'REFUSED', because: 'CONTENT', failure: { code: '100' } })
    }
  })

  it.each([
    ['accepted, and answered with a 500', { failAfterAccepting: 1 }], ['accepted, and never answered', { silentAfterAccepting: 1 }], ['accepted, and answered too late', { answerAfterMs: 900 }],
  ])('%s: nobody knows, until the echo brings our reference', async (_how, faults) => {
    await using world = await MessagingFixture.start(kind, { faults })
    world.line.profile.timeoutMs = 300
    const ana = world.ana()
    const [outcome] = await world.send({ to: to(ana), text: 'Hola', reference: 'ref-7' })
    expect(outcome).toMatchObject({ kind: 'UNKNOWN' })
    await world.double.settled()
    expect(world.hook.of('ECHO')).toMatchObject([{ reference: 'ref-7', externalId: ana.inbox[0]!.id }])
    expect(world.double.ledger.accepted).toHaveLength(1)
  })

  it('that the echo is faster than: both name the same message', async () => {
    await using world = await MessagingFixture.start(kind, { faults: { echoBeforeAnswer: true } })
    const [outcome] = await world.send({ to: to(world.ana()), text: 'Hola' })
    expect(world.hook.of('ECHO')).toMatchObject([{ externalId: (outcome as { externalId: string }).externalId }])
  })

  it('that never left: once more', async () => {
    const gone = await MessagingFixture.start(kind)
    await gone[Symbol.asyncDispose]()
    expect(await outcomeWith(({ line }) => { line.profile.baseUrl = gone.double.url })).toMatchObject({ outcome: { kind: 'RETRY' } })
  })

  it('whose file could not go up: once more, since nobody got anything', async () => {
    await using world = await MessagingFixture.start(kind)
    const ana = world.ana()
    if (kind === 'INSTAGRAM') return
    const http: Line['http'] = { call: async request => (request.url.endsWith('/message_attachments') ? Promise.reject(new ProviderSilent('gone', { mayHaveArrived: true })) : world.line.http.call(request)) }
    const [part] = world.adapter.compose(outgoing({ to: to(ana), files: [outgoingFile()] }), world.line)
    expect(await world.adapter.send(part!, [outgoingFile()], { ...world.line, http })).toMatchObject({ kind: 'RETRY' })
    expect(ana.inbox).toEqual([])
  })
})
