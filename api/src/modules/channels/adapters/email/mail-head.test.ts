import { expect, test } from 'vitest'
import { mailId, mailKey } from './mail-head.ts'

const mail = ({ from = 'Ana <ana@correo.test>', body = 'Hola', more = '' } = {}) =>
  Buffer.from(`${more}From: ${from}\r\nDate: Mon, 30 Nov 2026 10:00:00 +0000\r\nMessage-ID: <uno@correo.test>\r\n\r\n${body}\r\n`)

test('a mail that came by another way, with what servers wrote on it, is the same', () => {
  expect(mailKey(mail({ more: 'Delivered-To: ventas@negocio.test\r\nReceived: from mx\r\n\tby imap\r\n' }))).toBe(mailKey(mail()))
})

test.each([['another sender', { from: 'Eva <eva@correo.test>' }], ['other words', { body: 'Adiós' }]])('one with %s is another, though its Message-ID is the same', (_what, other) => {
  expect(mailKey(mail(other))).not.toBe(mailKey(mail()))
  expect(mailId(mail(other))).toBe(mailId(mail()))
})
