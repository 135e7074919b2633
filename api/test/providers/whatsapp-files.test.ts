import { describe, expect, test } from 'vitest'
import { MediaUnavailable, type Line } from '../../src/modules/channels/adapters/adapter.ts'
import { whatsappAdapter as adapter } from '../../src/modules/channels/adapters/whatsapp/whatsapp.adapter.ts'
import { fileOf, PNG, useWhatsappLine } from './whatsapp/whatsapp-line.ts'

const stand = useWhatsappLine()

describe('files of customers', () => {
  const sent = async (content = PNG) => {
    stand.double.customer().sends({ name: 'a.jpg', mediaType: 'image/jpeg', content })
    await stand.double.settled()
    return stand.inOrder().at(-1)!.media![0]!
  }

  test('are fetched with the token, by an address that runs out', async () => {
    const media = await sent()
    const { content, mediaType } = await adapter.fetchMedia!(media, stand.line)
    expect([content.equals(PNG), mediaType]).toEqual([true, 'image/jpeg'])
    const about = await fetch(`${stand.double.url}/v26.0/${media.ref}`, { headers: { authorization: 'Bearer EAADoubleToken' } }).then(answer => answer.json()) as { url: string }
    expect((await fetch(about.url)).status).toBe(401)
    stand.double.advance(300_001)
    expect((await fetch(about.url, { headers: { authorization: 'Bearer EAADoubleToken' } })).status).toBe(404)
    expect((await adapter.fetchMedia!(media, stand.line)).content.equals(PNG)).toBe(true)
  })

  test('whose address ran out at once are asked for once more, and then given up for now', async () => {
    const media = await sent()
    stand.double.media.addressMs = -1
    await expect(adapter.fetchMedia!(media, stand.line)).rejects.toMatchObject({ name: 'MediaUnavailable', isFinal: false })
    expect(stand.double.calls.filter(({ path }) => path === 'whatsapp_business/attachments')).toHaveLength(2)
  })

  test('that are older than seven days are gone for good', async () => {
    const media = await sent()
    stand.double.advance(7 * 86_400_000 + 1)
    await expect(adapter.fetchMedia!(media, stand.line)).rejects.toMatchObject({ isFinal: true })
  })

  test('that are not what was announced, or too large, are not kept', async () => {
    const media = await sent()
    await expect(adapter.fetchMedia!({ ...media, sha256: '0'.repeat(64) }, stand.line)).rejects.toThrow('not the one')
    const small = { ...stand.line, profile: { ...stand.line.profile, limits: { ...stand.line.profile.limits, mediaMaxBytes: 10 } } }
    await expect(adapter.fetchMedia!(media, small)).rejects.toMatchObject({ isFinal: true })
  })

  test('are asked of Meta’s hosts alone', async () => {
    const media = await sent()
    const asked: string[] = []
    const http: Line['http'] = { async call(request) {
      asked.push(request.url)
      return { status: 200, headers: {}, body: Buffer.alloc(0), json: { url: 'http://127.0.0.1:1/steal', file_size: '1' } }
    } }
    await expect(adapter.fetchMedia!(media, { ...stand.line, http })).rejects.toBeInstanceOf(MediaUnavailable)
    expect(asked).toHaveLength(1)
  })
})

describe('templates', () => {
  const created = {
    name: 'aviso_pago', language: 'es', category: 'UTILITY', components: [
      { type: 'HEADER', format: 'TEXT', text: 'Pago de {{mes}}', examples: ['enero'] }, { type: 'BODY', text: 'Hola {{nombre}}, vence el {{dia}}.', examples: ['Ana', '3'] },
      { type: 'FOOTER', text: 'Gracias' }, { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Pagar', url: 'https://pago.example.com/{{1}}', example: 'https://pago.example.com/7' }] },
    ],
  } as const

  test('are handed in, decided about, listed whole page by page, sent with their gaps filled, and deleted', async () => {
    const { externalId, status } = await adapter.templates!.create(stand.line, created)
    expect(status).toBe('PENDING')
    stand.double.decides(stand.double.templates.all.find(({ id }) => id === externalId)!, 'APPROVED')
    const paged = { ...stand.line, profile: { ...stand.line.profile, limits: { ...stand.line.profile.limits, templatePage: 1 } } }
    const listed = await adapter.templates!.list(paged)
    expect(listed).toHaveLength(3)
    expect(listed.find(template => template.externalId === externalId)).toEqual({ ...created, externalId, status: 'APPROVED' })
    const values = { 'header.mes': 'mayo', 'body.nombre': 'Ana', 'body.dia': '5', 'button.0': '77' }
    expect(await stand.send('18295550001', { content: { kind: 'TEMPLATE', templateId: 't', name: 'aviso_pago', language: 'es', category: 'UTILITY', values } })).toMatchObject({ kind: 'ACCEPTED' })
    expect(stand.double.customer('18295550001').inbox[0]!.text).toBe('Pago de mayo\nHola Ana, vence el 5.\nGracias')
    await adapter.templates!.delete(stand.line, { externalId, name: 'aviso_pago' })
    expect(await adapter.templates!.list(stand.line)).toHaveLength(2)
  })

  test('with a picture above need one', async () => {
    stand.double.templates.add({ name: 'oferta', language: 'es', category: 'MARKETING', components: [{ type: 'HEADER', format: 'IMAGE' }, { type: 'BODY', text: 'Oferta' }] })
    const content = (values: Record<string, string>) => ({ kind: 'TEMPLATE', templateId: 't', name: 'oferta', language: 'es', category: 'MARKETING', values }) as const
    const file = fileOf(PNG)
    expect(await stand.send('18295550001', { content: content({}) })).toMatchObject({ because: 'TEMPLATE', failure: { code: '132012' } })
    expect(await stand.send('18295550001', { content: content({ header: file.id }), files: [file] })).toMatchObject({ kind: 'ACCEPTED' })
    expect(stand.double.customer('18295550001').inbox[0]!.files).toHaveLength(1)
  })

  test('that Meta would not look at are refused with its reason', async () => {
    await expect(adapter.templates!.create(stand.line, { ...created, name: 'Aviso Pago' })).rejects.toThrow('small letters')
    await expect(adapter.templates!.create(stand.line, { ...created, components: [{ type: 'BODY', text: 'Hola {{1}}' }] })).rejects.toThrow('example')
  })
})
