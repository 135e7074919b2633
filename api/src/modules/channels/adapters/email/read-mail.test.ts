import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deliveryReport, writtenMail, type WrittenMail } from '../../../../../test/providers/mails.ts'
import type { ReadUpdate, MessageReceived } from '../update.ts'
import { mayAnswerAutomatically } from './automatic-mail.ts'
import { emailAdapter } from './email.adapter.ts'
import { threadToken } from './mail-thread.ts'
import { makeToken, plusAddress } from './plus-address.ts'

const OWN = 'soporte@negocio.test'
const now = new Date('2026-12-01T10:00:00Z')
const signingKey = Buffer.alloc(32, 3)

function read(raw: string | Buffer, settings: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<ReadUpdate[]> {
  const body = Buffer.from(raw as string)
  return emailAdapter.read!({ body, headers }, { settings: { address: OWN, ...settings }, profile: emailAdapter.profiles[0]!, signingKey, now })
}

async function message(raw: string | Buffer, settings?: Record<string, string>, headers: Record<string, string> = {}): Promise<MessageReceived> {
  const [first] = await read(raw, settings, headers)
  if (!first?.ok || first.update.kind !== 'MESSAGE') throw new Error(JSON.stringify(first))
  return first.update
}

const mail = (over: Partial<WrittenMail> = {}) => writtenMail({ from: 'Ana Pérez <Ana@Correo.test>', to: OWN, subject: 'Mi pedido', messageId: 'uno@correo.test', text: 'Hola', date: new Date('2026-11-30T10:00:00Z'), ...over })

describe('a mail', () => {
  test('is answered where its sender asks, unless that is no address, her own or ours; she stays who she is', async () => {
    const asking = async (replyTo: string) => await message(mail({ headers: [`Reply-To: ${replyTo}`] }))
    expect(await asking('"Compras" <Compras@otra.test>, b@otra.test')).toMatchObject({ from: { externalId: 'ana@correo.test' }, mail: { answersTo: 'compras@otra.test' } })
    for (const replyTo of ['Ana <ANA@correo.test>', OWN, OWN.replace('@', '+abc@'), 'nadie', '']) expect((await asking(replyTo)).mail!.answersTo, replyTo).toBeUndefined()
  })

  test('is its sender, words, files and date; the date of our own server before what the sender says', async () => {
    const file = { name: 'foto.png', mediaType: 'image/png', content: Buffer.from('png') }
    expect(await message(mail({ file }))).toMatchObject({
      from: { externalId: 'ana@correo.test', email: 'ana@correo.test', isEmailTrusted: false }, externalId: 'uno@correo.test', text: 'Hola', at: new Date('2026-11-30T10:00:00Z'),
      media: [{ name: 'foto.png', mediaType: 'image/png', content: Buffer.from('png'), size: 3 }], mail: { subject: 'Mi pedido', messageId: 'uno@correo.test', fullText: 'Hola', isAutomatic: false },
    })
    expect((await message(mail(), {}, { received: '2026-11-29T08:00:00.000Z' })).at).toEqual(new Date('2026-11-29T08:00:00Z'))
    expect((await message(mail({ date: new Date('2036-01-01') }))).at).toEqual(now)
  })

  test('belongs to the signed address it came to, then to what it answers, then to its references from the last to the first', async () => {
    const id = '019ab0c0-0000-7000-8000-000000000001'
    const to = plusAddress(OWN, makeToken(signingKey, { kind: 'CONVERSATION', id }))!
    const { mail: facts, repliesTo } = await message(mail({ to, inReplyTo: 'c@x.test', references: ['a@x.test', 'b@x.test', 'c@x.test'] }))
    expect(facts!.threadTokens).toEqual([threadToken(id), 'c@x.test', 'b@x.test', 'a@x.test'])
    expect(facts!.references).toEqual(['a@x.test', 'b@x.test', 'c@x.test'])
    expect(repliesTo).toBe('c@x.test')
  })

  test('belongs to no address that we did not sign', async () => {
    const forged = plusAddress(OWN, makeToken(Buffer.alloc(32, 9), { kind: 'CONVERSATION', id: '019ab0c0-0000-7000-8000-000000000001' }))!
    expect((await message(mail({ to: forged }))).mail!.threadTokens).toEqual([])
  })

  test('tells from which link of ours it was begun', async () => {
    const link = new URL(emailAdapter.link({ address: OWN, displayName: 'Negocio' }, { token: 'abcdefgh12345678', text: 'Hola,\nquiero café' }))
    expect(link.protocol + link.pathname).toBe(`mailto:${OWN}`)
    const [subject, body] = [link.searchParams.get('subject')!, link.searchParams.get('body')!]
    expect(body).toBe('Hola,\r\nquiero café')
    expect((await message(mail({ subject, text: body }))).origin).toEqual({ token: 'abcdefgh12345678' })
  })

  test('hides quotes and shows what was forwarded', async () => {
    const quoted = 'Gracias\n\nEl jue, 26 nov 2026, Negocio escribió:\n> Su pedido sale hoy'
    expect(await message(mail({ text: quoted }))).toMatchObject({ text: 'Gracias', mail: { fullText: quoted } })
    expect((await message(mail({ subject: 'RV: Mi pedido', text: quoted }))).text).toBe(quoted)
  })

  test('too large to take is known by its headers', async () => {
    const raw = mail()
    const headers = raw.slice(0, raw.indexOf('\r\n\r\n') + 4)
    expect(await message(headers, {}, { cut: '30000000' })).toMatchObject({ externalId: 'uno@correo.test', text: '', content: { kind: 'UNSUPPORTED', what: 'mail of 30000000 bytes' } })
  })

  test('that the server did not give is told, not lost', async () => {
    expect(await emailAdapter.read!({ body: Buffer.alloc(0), headers: { unfetched: 'It does not come.' } }, { settings: { address: OWN }, profile: emailAdapter.profiles[0]!, now })).toMatchObject([{ ok: false, reason: 'It does not come.' }])
  })
})

describe('of machines', () => {
  test.each([
    ['Auto-Submitted: auto-replied', true], ['Auto-Submitted: auto-generated', true], ['Auto-Submitted: no', false], ['Return-Path: <>', true], ['Return-Path: <ana@correo.test>', false],
    ['Precedence: bulk', true], ['Precedence: list', true], ['Precedence: junk', true], ['Precedence: first-class', false], ['List-Id: <novedades.correo.test>', true],
    ['List-Unsubscribe: <mailto:x@correo.test>', true], ['X-Auto-Response-Suppress: All', true], ['X-Auto-Response-Suppress: None', false], ['X-Autoreply: yes', true],
  ])('%s: automatic is %s', async (header, isAutomatic) => {
    expect((await message(mail({ headers: [header] }))).mail!.isAutomatic).toBe(isAutomatic)
  })

  test.each(['mailer-daemon@x.test', 'POSTMASTER@x.test', 'no-reply@x.test', 'noreply@x.test', 'owner-lista@x.test', 'lista-request@x.test', OWN, `${OWN.replace('@', '+abc@')}`])('whoever writes from %s is one', async from => {
    expect((await message(mail({ from }))).mail!.isAutomatic).toBe(true)
  })

  test('no answer by itself goes to one sender twice in a period, nor to the same words twice, nor do many', () => {
    const given = { asked: '¿Abren hoy?', answer: ['Sí.'], askedBefore: ['Hola'], answeredBefore: ['Hola, ¿qué desea?'], most: 2 }
    expect(mayAnswerAutomatically(given)).toBe(true)
    expect(mayAnswerAutomatically({ ...given, askedBefore: ['¿Abren hoy?'] })).toBe(false)
    expect(mayAnswerAutomatically({ ...given, answeredBefore: ['Sí.'] })).toBe(false)
    expect(mayAnswerAutomatically({ ...given, most: 1 })).toBe(false)
  })
})

describe('a sender', () => {
  const results = (text: string) => message(mail({ headers: [`Authentication-Results: ${text}`] }), { authservId: 'mx.negocio.test' })
  test.each([
    ['mx.negocio.test; spf=pass; dmarc=pass header.from=correo.test', true],
    ['mx.negocio.test 1; dkim=pass header.d=correo.test; dmarc=pass (p=reject; sp=none) header.from=correo.test', true],
    ['mx.negocio.test; dmarc=fail header.from=correo.test', false], ['mx.negocio.test; spf=pass; dkim=pass', false], ['mx.negocio.test; dmarc=pass header.from=otro.test', false],
    ['mx.negocio.test; none (dmarc=pass header.from=correo.test)', false], ['mx.otro.test; dmarc=pass header.from=correo.test', false], ['mx.negocio.test; spf=fail reason="x; dmarc=pass header.from=correo.test"', false],
    ['mx.negocio.test; dmarc=fail header.from=correo.test; dmarc=pass header.from=correo.test', false], ['mx.negocio.test.malo.test; dmarc=pass header.from=correo.test', false],
  ])('with the results “%s” is trusted: %s', async (text, isTrusted) => {
    expect((await results(text)).from.isEmailTrusted).toBe(isTrusted)
  })

  test('is trusted by the topmost result of our server alone, and by none where nobody said which it is', async () => {
    const headers = ['Authentication-Results: mx.negocio.test; dmarc=fail header.from=correo.test', 'Authentication-Results: mx.negocio.test; dmarc=pass header.from=correo.test']
    expect((await message(mail({ headers }), { authservId: 'mx.negocio.test' })).from.isEmailTrusted).toBe(false)
    expect((await message(mail({ headers: [headers[1]!] }))).from.isEmailTrusted).toBe(false)
  })

  test('who is us, and vouched for, wrote from another program: it is shown as ours', async () => {
    const headers = ['Authentication-Results: mx.negocio.test; dmarc=pass header.from=negocio.test']
    const raw = mail({ from: OWN, to: 'ana@correo.test', headers })
    expect(await read(raw, { authservId: 'mx.negocio.test' })).toMatchObject([{ ok: true, update: { kind: 'ECHO', to: { email: 'ana@correo.test' }, text: 'Hola' } }])
    expect(await read(raw)).toMatchObject([{ ok: true, update: { kind: 'MESSAGE' } }])
  })
})

describe('HTML', () => {
  test('is shown without script, style, form, frame or handler, whatever it is hidden in', async () => {
    const html = '<p onclick="x()">Hola</p><script>alert(1)</script><style>p{background:url(https://malo.test)}</style><form action="https://malo.test"><input name="clave"></form><iframe src="https://malo.test"></iframe>'
      + '<a href="javascript:alert(1)">uno</a><a href="https://bueno.test">dos</a><svg onload="x()"><a xlink:href="javascript:x()">tres</a></svg><math><mi></mi></math><base href="https://malo.test"><meta http-equiv="refresh" content="0"><link rel="stylesheet" href="https://malo.test"><object data="https://malo.test"></object><div style="background:url(https://malo.test/x)">fin</div><table background="https://malo.test/b"></table><video src="https://malo.test/v"></video>'
    const { html: shown } = (await message(mail({ html }))).mail!
    expect(shown).not.toMatch(/script|style|<form|<input|iframe|onclick|onload|malo\.test|<svg|<base|<meta|<link|<object|<video|background/i)
    expect(shown).toContain('<p>Hola</p>')
    expect(shown).toContain('<a href="https://bueno.test" rel="noopener noreferrer nofollow" target="_blank">dos</a>')
  })

  const PICTURE = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

  test('loads no picture from elsewhere by itself; those of the mail are named by their place among its files, those in it stay where they are pictures', async () => {
    const raw = [
      'From: ana@correo.test', `To: ${OWN}`, 'Message-ID: <p@correo.test>', 'MIME-Version: 1.0', 'Content-Type: multipart/related; boundary=b', '', '--b', 'Content-Type: text/html', '',
      `<p>Mira</p><img src="https://malo.test/p.gif?id=1" alt="logo"><img src="cid:foto%40x"><img src="data:image/png;base64,AAAA"><img src="data:image/svg+xml;base64,PHN2ZyB4bWxucz0i"><img src="data:image/gif;base64,${PICTURE}"><img src="cid:nada"><img srcset="https://malo.test/2x 2x">`,
      '--b', 'Content-Type: image/png; name=foto.png', 'Content-ID: <foto@x>', 'Content-Transfer-Encoding: base64', '', 'AAAA', '--b--', '',
    ].join('\r\n')
    const { mail: facts, media, text } = await message(raw)
    expect(facts!.html).toBe('<p>Mira</p><img alt="logo" data-remote-src="https://malo.test/p.gif?id=1" /><img data-media="0" /><img /><img />' + `<img src="data:image/gif;base64,${PICTURE}" /><img /><img />`)
    expect(media).toMatchObject([{ name: 'foto.png', mediaType: 'image/png', size: 3 }])
    expect(text).toBe('Mira')
  })
})

test('HTML that is too deep or too long to take apart is read by its words, and shown by none', async () => {
  for (const html of [`${'<div>'.repeat(150_000)}<b>Hola</b> Ana`, `<p>Hola</p> Ana${' '.repeat(1_000_001)}`]) {
    const { text, mail: facts } = await message(`From: a@x.test\r\nContent-Type: text/html\r\n\r\n${html}`)
    expect(text).toBe('Hola Ana')
    expect(facts!.html).toBeUndefined()
  }
})

describe('what is written in other letters than it says', () => {
  const said = (charset: string, body: Buffer) => message(Buffer.concat([Buffer.from(`From: a@x.test\r\nTo: ${OWN}\r\nContent-Type: text/plain; charset=${charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n`), body]))
  test.each([
    ['utf-8', Buffer.from('¿Mañana? Sí', 'latin1')], ['us-ascii', Buffer.from('¿Mañana? Sí', 'utf8')], ['iso-8859-1', Buffer.from('¿Mañana? Sí', 'utf8')], ['windows-1252', Buffer.from('¿Mañana? Sí', 'utf8')],
    ['iso-8859-1', Buffer.from('¿Mañana? Sí', 'latin1')], ['utf-8', Buffer.from('¿Mañana? Sí', 'utf8')], ['no-such-charset', Buffer.from('¿Mañana? Sí', 'utf8')],
  ])('is read all the same (%s)', async (charset, body) => expect((await said(charset, body)).text).toBe('¿Mañana? Sí'))
})

describe('parts that are no words', () => {
  test('are files: invitations, mails within mails, what Outlook packs', async () => {
    const parts = ['text/calendar; method=REQUEST', 'message/rfc822', 'application/ms-tnef'].map(type => `--b\r\nContent-Type: ${type}\r\n\r\nFrom: otro@x.test\r\n\r\nBEGIN:VCALENDAR\r\n`)
    const { media, text } = await message(`From: a@x.test\r\nTo: ${OWN}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHola\r\n${parts.join('')}--b--\r\n`)
    expect(text).toBe('Hola')
    expect(media!.map(({ name }) => name)).toEqual(['invite.ics', 'mail.eml', 'Outlook (winmail.dat)'])
  })

  test('have names without folders and without letters that turn the direction', async () => {
    const named = (name: string) => message(mail({ file: { name, mediaType: 'application/pdf', content: Buffer.from('x') } }))
    expect((await named('../../etc/passwd')).media![0]!.name).toBe('passwd')
    expect((await named('factura\u202efdp.exe')).media![0]!.name).not.toContain('\u202e')
  })

  test('are no bombs: more parts, or deeper, than the profile allows is told and not read', async () => {
    const wide = `From: a@x.test\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(5000)}--b--`
    const deep = `From: a@x.test\r\n${Array.from({ length: 3000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join('')}`
    const long = `From: a@x.test\r\n${'X-Header: y\r\n'.repeat(100_000)}\r\nHola`
    for (const raw of [wide, deep, long]) expect(await read(raw)).toMatchObject([{ ok: false, reason: expect.any(String) }])
  })
})

describe('reports of servers', () => {
  const about = { messageId: 'ida@negocio.test', to: 'x@correo.test' }
  test('say what became of a mail of ours', async () => {
    const report = (action: 'failed' | 'delayed' | 'delivered', status: string) => read(deliveryReport({ to: OWN, about, action, status, messageId: 'd@x.test' }))
    expect(await report('failed', '5.1.1')).toMatchObject([{ ok: true, update: { kind: 'STATUS', status: 'FAILED', externalId: 'ida@negocio.test', failure: { code: '5.1.1' } } }])
    expect(await report('delivered', '2.0.0')).toMatchObject([{ ok: true, update: { kind: 'STATUS', status: 'DELIVERED' } }])
    expect(await report('delayed', '4.4.1')).toEqual([])
  })

  test('name a message of ours even where nobody heard that it was taken, since its Message-ID is made of its id', async () => {
    const reference = '019ab0c0-0000-7000-8000-000000000002'
    const raw = deliveryReport({ to: OWN, about: { ...about, messageId: `${reference}@negocio.test` }, action: 'failed', status: '5.1.1', messageId: 'd@x.test' })
    expect(await read(raw)).toMatchObject([{ ok: true, update: { reference, externalId: `${reference}@negocio.test` } }])
  })

  test('without what came back are about the mail that they refer to', async () => {
    const raw = deliveryReport({ to: OWN, about: { to: 'x@correo.test' }, action: 'failed', status: '5.0.0', messageId: 'd@x.test' }).replace('Subject:', 'References: <antes@negocio.test> <ida@negocio.test>\r\nSubject:')
    expect(await read(raw)).toMatchObject([{ ok: true, update: { externalId: 'ida@negocio.test' } }])
  })
})

describe('whatever arrives', () => {
  const whole = mail({ html: '<p>Hola</p>', file: { name: 'a.pdf', mediaType: 'application/pdf', content: Buffer.from('x') }, inReplyTo: 'a@x.test', references: ['a@x.test'], headers: ['Authentication-Results: mx; dmarc=pass header.from=x', 'Auto-Submitted: no'] })
  const report = deliveryReport({ to: OWN, about: { messageId: 'a@x.test', to: 'b@x.test' }, action: 'failed', status: '5.1.1', messageId: 'd@x.test' })
  const pieces = ['\r\n', '\r\n\r\n', '--=_parte_1', '<', '>', '@', '\0', ';', '"', '=?utf-8?B?', '?=', 'Content-Type: multipart/mixed; boundary=""', 'charset=', '\ud800', 'From: ', '__proto__', '(((((', '\u202e', '='.repeat(500)]

  test('is read, or told why not: mails with parts taken out, put in and exchanged', async () => {
    const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(60), put: fc.constantFrom('', ...pieces) }), { minLength: 1, maxLength: 8 })
    await fc.assert(fc.asyncProperty(fc.constantFrom(whole, report), edits, async (start, changes) => {
      const raw = changes.reduce((text, { at, cut, put }) => {
        const place = Math.floor(at * text.length)
        return text.slice(0, place) + put + text.slice(place + cut)
      }, start)
      for (const update of await read(raw)) expect(update.ok ? update.update.kind : update.reason).toEqual(expect.any(String))
    }), { numRuns: 1500 })
  })

  test('is read, or told why not: any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async bytes => {
      for (const update of await read(Buffer.from(bytes))) expect(update.ok ? update.update.kind : update.reason).toEqual(expect.any(String))
    }), { numRuns: 500 })
  })
})
