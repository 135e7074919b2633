import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { whatsappAdapter as adapter } from '../../src/modules/channels/adapters/whatsapp/whatsapp.adapter.ts'
import { fileOf, messageTo, PNG, useWhatsappLine } from './whatsapp/whatsapp-line.ts'

const stand = useWhatsappLine()

describe('sending', () => {
  test('text, buttons, a list, a place, contacts and files arrive as she would see them', async () => {
    const ana = stand.double.customer()
    ana.writes('Hola')
    const options = (count: number, title = 'Opción') => Array.from({ length: count }, (_, index) => ({ id: `o${index}`, title: `${title} ${index}`, description: null }))
    await stand.sendAll(messageTo(ana.userId, { text: 'Buenas' }))
    await stand.sendAll(messageTo(ana.userId, { text: 'Elija', menu: { style: 'QUICK_REPLIES', options: options(3) } }))
    await stand.sendAll(messageTo(ana.userId, { text: 'Elija', menu: { style: 'MENU', options: options(10, 'Una opción con un nombre bien largo') } }))
    await stand.sendAll(messageTo(ana.userId, { text: 'Elija', menu: { style: 'MENU', options: options(11) } }))
    await stand.sendAll(messageTo(ana.userId, { content: { kind: 'LOCATION', latitude: 18.5, longitude: -69.9, name: 'Sucursal Naco' } }))
    await stand.sendAll(messageTo(ana.userId, { content: { kind: 'CONTACTS', people: [{ name: 'Luis', phones: ['+18095550009'], emails: [] }] } }))
    await stand.sendAll(messageTo(ana.userId, { text: 'Mire', files: [fileOf(PNG)] }))
    await stand.sendAll(messageTo(ana.userId, { text: 'Mire', files: [fileOf(PNG)], menu: { style: 'QUICK_REPLIES', options: options(2) } }))
    const shown = ana.inbox.map(({ text, buttons, files }) => [text, buttons.length, files.length])
    expect(shown).toEqual([
      ['Buenas', 0, 0], ['Elija', 3, 0], ['Elija', 10, 0], [expect.stringMatching(/^Elija\n\n1\. Opción 0\n[^]*11\. Opción 10$/), 0, 0],
      ['Sucursal Naco', 0, 0], ['Luis', 0, 0], ['Mire', 0, 1], ['Mire', 2, 1],
    ])
    expect(stand.double.ledger.refused).toEqual([])
  })

  test('what she taps comes back with the id that we sent, and with the message it answers', async () => {
    const ana = stand.double.customer()
    ana.writes('Hola')
    const menu = { style: 'QUICK_REPLIES' as const, options: [{ id: 'opt-7', title: 'Sí', description: null }] }
    const outcome = await stand.send(ana.userId, { text: '¿Seguro?', menu })
    ana.taps('Sí')
    await stand.double.settled()
    expect(stand.inOrder().at(-1)).toMatchObject({ text: 'Sí', optionId: 'opt-7', repliesTo: (outcome as { externalId: string }).externalId })
  })

  test('a picture of a type that WhatsApp does not know goes as one that it does', async () => {
    const ana = stand.double.customer()
    ana.writes('Hola')
    await stand.send(ana.userId, { files: [fileOf(await sharp(PNG).webp().toBuffer(), 'image/webp', 'foto.webp')] })
    expect(ana.inbox[0]!.files).toMatchObject([{ name: 'foto.jpg', mediaType: 'image/jpeg' }])
  })

  test('statuses come back with our reference, the first price they know, and forward from a voice note that was played', async () => {
    Object.assign(stand.double.faults, { version: 'v23' })
    const ana = stand.double.customer()
    ana.writes('Hola')
    const { externalId } = await stand.send(ana.userId, { text: 'Hola' }) as { externalId: string }
    ana.reads()
    ana.plays(externalId)
    await stand.double.settled()
    expect(stand.hook.of('STATUS').map(({ status }) => status)).toEqual(['SENT', 'DELIVERED', 'READ', 'READ'])
    expect(stand.hook.of('STATUS').slice(0, 3)).toMatchObject(['sent', 'delivered', 'read'].map(() => ({ externalId, reference: 'ref-1' })))
    expect(stand.hook.of('STATUS')[0]!.charge).toEqual({ model: 'PMP', type: 'free_customer_service', category: 'service', isBillable: false })
  })

  test('a status that is faster than the answer of its own call names the message by our reference (botpress 15029)', async () => {
    stand.double.faults.statusBeforeAnswer = true
    const ana = stand.double.customer()
    ana.writes('Hola')
    await stand.double.settled()
    const seen = adapter.send(adapter.compose(messageTo(ana.userId, { text: 'Hola' }), stand.line)[0]!, [], stand.line).then(outcome => ({ outcome, known: stand.hook.of('STATUS').length }))
    const { outcome, known } = await seen
    expect(known).toBeGreaterThan(0)
    expect(stand.hook.of('STATUS')[0]).toMatchObject({ status: 'SENT', reference: 'ref-1', externalId: (outcome as { externalId: string }).externalId })
  })

  test('a message that fails after it was accepted says so, with what it means for us (chatwoot 13377)', async () => {
    const ana = stand.double.customer()
    ana.writes('Hola')
    ana.isReachable = false
    expect(await stand.send(ana.phone, { text: 'Hola' })).toMatchObject({ kind: 'ACCEPTED' })
    await stand.double.settled()
    expect(stand.hook.of('STATUS')).toMatchObject([{ status: 'FAILED', failure: { code: '131026' }, because: 'UNREACHABLE', reference: 'ref-1' }])
  })

  test('statuses may come shuffled and without `delivered`; each carries its own time (chatwoot 14529)', async () => {
    Object.assign(stand.double.faults, { shufflesStatuses: true, dropDelivered: 0.5, batch: 7 })
    const ana = stand.double.customer()
    ana.writes('Hola')
    for (let count = 0; count < 20; count++) await stand.send(ana.userId, { text: `${count}`, reference: `ref-${count}` })
    await stand.double.settled()
    const statuses = stand.hook.of('STATUS')
    expect(new Set(statuses.filter(({ status }) => status === 'SENT').map(({ reference }) => reference)).size).toBe(20)
    expect(statuses.filter(({ status }) => status === 'DELIVERED').length).toBeLessThan(20)
    expect(statuses.some(({ status }, index) => status === 'DELIVERED' && statuses[index + 1]?.status === 'SENT')).toBe(true)
  })

  test('after 24 hours only a template goes through, at once or told by a status, and what its buttons send comes back', async () => {
    const ana = stand.double.customer()
    ana.writes('Hola')
    stand.double.advance(24 * 3_600_000 + 1000)
    expect(await stand.send(ana.userId, { text: 'Hola' })).toMatchObject({ kind: 'REFUSED', because: 'WINDOW_CLOSED', failure: { code: '131047' } })
    stand.double.faults.windowTold = 'STATUS'
    expect(await stand.send(ana.userId, { text: 'Hola' })).toMatchObject({ kind: 'ACCEPTED' })
    const content = { kind: 'TEMPLATE', templateId: 't', name: 'recordatorio_cita', language: 'es', category: 'UTILITY', values: { 'body.1': 'Ana', 'body.2': 'lunes 3', 'button.0.payload': 'opt-1' } } as const
    expect(await stand.send(ana.userId, { content, passage: 'TEMPLATE' })).toMatchObject({ kind: 'ACCEPTED' })
    expect(ana.inbox).toMatchObject([{ text: 'Hola Ana, le recordamos su cita del lunes 3.', buttons: ['Confirmar', 'Cambiar'] }])
    ana.taps('Confirmar')
    await stand.double.settled()
    expect(stand.hook.of('STATUS').find(({ status }) => status === 'FAILED')).toMatchObject({ because: 'WINDOW_CLOSED' })
    expect(stand.hook.of('STATUS').findLast(({ charge }) => charge)).toMatchObject({ charge: { category: 'utility', type: 'regular', isBillable: true } })
    expect(stand.inOrder().at(-1)).toMatchObject({ text: 'Confirmar', optionId: 'opt-1' })
    expect(await stand.send(ana.userId, { text: 'Perfecto' })).toMatchObject({ kind: 'ACCEPTED' })
  })

  const template = (values: Record<string, string>, name = 'recordatorio_cita', language = 'es') => ({ content: { kind: 'TEMPLATE', templateId: 't', name, language, category: 'UTILITY', values } as const })

  test.each([
    ['132000', template({ 'body.1': 'Ana' })], ['132001', template({}, 'no_hay')], ['132001', template({ 'body.1': 'a', 'body.2': 'b' }, 'recordatorio_cita', 'en')],
    ['132018', template({ 'body.1': 'a\nb', 'body.2': 'b' })], ['132005', template({ 'body.1': 'a'.repeat(1000), 'body.2': 'b' })], ['132018', template({ 'body.1': 'a', 'body.2': 'b', 'button.0': 'x' })],
  ])('a template that is not as Meta knows it is refused for good: %s', async (code, message) => {
    expect(await stand.send('18295550001', message)).toMatchObject({ kind: 'REFUSED', because: 'TEMPLATE', failure: { code } })
  })

  test.each(['PAUSED', 'DISABLED'] as const)('a template that is %s is refused for good', async status => {
    stand.double.templates.all[0]!.status = status
    expect(await stand.send('18295550001', template({ 'body.1': 'a', 'body.2': 'b' }))).toMatchObject({ kind: 'REFUSED', because: 'TEMPLATE' })
  })

  test('whoever is written to too fast waits alone, and whoever writes too fast waits as a whole', async () => {
    const [ana, luis] = [stand.double.customer(), stand.double.customer()]
    for (const one of [ana, luis]) one.writes('Hola')
    stand.double.faults.pair = { burst: 2, everyMs: 6000 }
    await stand.send(ana.userId, { text: '1' })
    await stand.send(ana.userId, { text: '2' })
    expect(await stand.send(ana.userId, { text: '3' })).toMatchObject({ kind: 'RETRY', scope: 'PERSON', failure: { code: '131056' } })
    expect(await stand.send(luis.userId, { text: '1' })).toMatchObject({ kind: 'ACCEPTED' })
    stand.double.advance(6000)
    expect(await stand.send(ana.userId, { text: '3' })).toMatchObject({ kind: 'ACCEPTED' })
    stand.double.faults.perSecond = 1
    expect(await stand.send(luis.userId, { text: '2' })).toMatchObject({ kind: 'RETRY', scope: 'ACCOUNT', failure: { code: '130429' } })
  })

  test('what was accepted and answered with an error, or not at all, is a doubt, and a status settles it', async () => {
    const ana = stand.double.customer()
    ana.writes('Hola')
    stand.double.faults.failAfterAccepting = 1
    expect(await stand.send(ana.userId, { text: '1', reference: 'one' })).toMatchObject({ kind: 'UNKNOWN' })
    Object.assign(stand.double.faults, { failAfterAccepting: 0, silentAfterAccepting: 1 })
    expect(await stand.send(ana.userId, { text: '2', reference: 'two' })).toMatchObject({ kind: 'UNKNOWN' })
    Object.assign(stand.double.faults, { silentAfterAccepting: 0, answerAfterMs: 2000 })
    expect(await stand.send(ana.userId, { text: '3', reference: 'three' })).toMatchObject({ kind: 'UNKNOWN' })
    await stand.double.settled()
    expect(ana.inbox.map(({ text }) => text)).toEqual(['1', '2', '3'])
    expect(stand.hook.of('STATUS').filter(({ status }) => status === 'SENT').map(({ reference }) => reference)).toEqual(['one', 'two', 'three'])
  })

  test.each([
    [131000, { kind: 'UNKNOWN' }], [131016, { kind: 'UNKNOWN' }], [131057, { kind: 'UNKNOWN' }], [4, { kind: 'RETRY', scope: 'ACCOUNT' }], [80007, { kind: 'RETRY', scope: 'ACCOUNT' }],
    [131042, { kind: 'ACCOUNT_STOPPED' }], [131031, { kind: 'ACCOUNT_STOPPED' }], [368, { kind: 'ACCOUNT_STOPPED' }], [133010, { kind: 'ACCOUNT_STOPPED' }],
    [131050, { kind: 'REFUSED', because: 'OPTED_OUT' }], [131026, { kind: 'REFUSED', because: 'UNREACHABLE' }], [131049, { kind: 'REFUSED', because: 'OTHER' }],
  ])('%i is answered with %o', async (code, outcome) => {
    stand.double.faults.refuse = { code, share: 1 }
    expect(await stand.send('18295550001', { text: 'Hola' })).toMatchObject({ ...outcome, failure: { code: String(code) } })
    expect(stand.double.ledger.accepted).toEqual([])
  })

  test('a token that was taken back stops the account; a provider that is not there is tried again', async () => {
    stand.double.faults.isRevoked = true
    expect(await stand.send('18295550001', { text: 'Hola' })).toMatchObject({ kind: 'ACCOUNT_STOPPED', failure: { code: '190' } })
    await stand.double.stop()
    expect(await stand.send('18295550001', { text: 'Hola' })).toMatchObject({ kind: 'RETRY' })
  })

  test('an upload that failed is tried again: nobody got anything', async () => {
    await stand.double.stop()
    expect(await stand.send('18295550001', { files: [fileOf(PNG)] })).toMatchObject({ kind: 'RETRY' })
  })

  test('she sees that she was read and that somebody writes', async () => {
    const id = stand.double.customer().writes('Hola')
    for (const kind of ['READ', 'TYPING'] as const) await adapter.signal!({ kind, to: '1', messageId: id }, stand.line)
    await adapter.signal!({ kind: 'READ', to: '1', messageId: 'wamid.none' }, stand.line)
    expect(stand.double.signals).toEqual([{ messageId: id, isTyping: false }, { messageId: id, isTyping: true }])
  })
})
