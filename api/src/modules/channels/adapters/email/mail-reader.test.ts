import { describe, expect, test } from 'vitest'
import { emailAdapter } from './email.adapter.ts'
import { MailReader } from './mail-reader.ts'
import { readMail } from './read-mail.ts'

const line = { settings: { address: 'soporte@negocio.test' }, profile: emailAdapter.profiles[0]!, now: new Date('2026-12-01') }
const head = (type: string) => `From: Ana <ana@correo.test>\r\nTo: soporte@negocio.test\r\nMessage-ID: <uno@correo.test>\r\nSubject: Hola\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n`
const stored = (mail: string) => ({ body: Buffer.from(mail), headers: {} })
const file = (content: Buffer) => `${head('multipart/mixed; boundary=b')}--b\r\nContent-Type: text/plain\r\n\r\nHola\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--b--\r\n`
const slow = stored(head('text/html') + '<table><tr><td>x</td></tr></table>'.repeat(25_000))

describe('a mail is read in a thread', () => {
  test('to the same as here, its files too', async () => {
    const mail = stored(file(Buffer.from('contenido')))
    expect(await new MailReader({ patienceMs: 20_000, mostMemoryMb: 512 }).read(mail, line)).toEqual(await readMail(mail, line))
  })

  test('and one that takes too long is set aside, with what it is in words; the next one is read', async () => {
    const impatient = new MailReader({ patienceMs: 1, mostMemoryMb: 512 })
    expect(await impatient.read(slow, line)).toMatchObject([{ ok: false, reason: 'It takes too long to be read.', raw: expect.stringContaining('From: Ana') }])
    const reader = new MailReader({ patienceMs: 20_000, mostMemoryMb: 512 })
    expect(await Promise.all([reader.read(slow, line), reader.read(stored(`${head('text/plain')}Hola`), line)])).toMatchObject([[{ ok: true }], [{ ok: true, update: { text: 'Hola' } }]])
  })

  test('and one that takes too much memory is set aside, too', async () => {
    const small = new MailReader({ patienceMs: 20_000, mostMemoryMb: 8 })
    expect(await small.read(stored(file(Buffer.alloc(12_000_000, 7))), line)).toMatchObject([{ ok: false, reason: 'It takes too much memory to be read.' }])
  })

  test.each([
    ['ten thousand parts', stored(`${head('multipart/mixed; boundary=b')}${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(10_000)}--b--`)],
    ['parts within parts within parts', stored(Array.from({ length: 5000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join('').replace(/^/, head('multipart/mixed; boundary=a') + '--a\r\n'))],
  ])('and one of %s is told why not', async (_what, mail) => {
    expect(await new MailReader({ patienceMs: 20_000, mostMemoryMb: 512 }).read(mail, line)).toMatchObject([{ ok: false, reason: expect.stringMatching(/\w+/) }])
  })
})
