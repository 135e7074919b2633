import { describe, expect, test } from 'vitest'
import { answerMail, type AnsweredThread } from './answer-mail.ts'
import { readToken, tokenOf } from './plus-address.ts'

const signingKey = Buffer.alloc(32, 5)
const line = { settings: { address: 'soporte@negocio.test', displayName: 'Negocio' }, signingKey }
const thread: AnsweredThread = { conversationId: '019ab0c0-0000-7000-8000-000000000001', subject: 'Mi pedido', last: { subject: 'RE: Mi pedido', messageId: 'b@x.test', references: ['a@x.test'] } }
const own = { reference: '019ab0c0-0000-7000-8000-000000000002', isAutomatic: false }

describe('an answer of ours', () => {
  test('goes under the subject of the mail it answers, names it, and brings the next one back to the conversation', () => {
    const mail = answerMail(thread, own, line)
    expect(mail).toMatchObject({ subject: 'RE: Mi pedido', messageId: `${own.reference}@negocio.test`, inReplyTo: 'b@x.test', references: ['a@x.test', 'b@x.test'] })
    expect(readToken(signingKey, tokenOf(mail.replyTo, 'soporte@negocio.test')!)).toEqual({ kind: 'CONVERSATION', id: thread.conversationId })
  })

  test('has the same Message-ID however often it is made: whoever got it twice is shown it once', () => {
    expect(answerMail(thread, own, line).messageId).toBe(answerMail({ ...thread, last: null }, own, line).messageId)
  })

  test('is no answer where we write first', () => {
    expect(answerMail({ ...thread, subject: '', last: null }, own, line)).toMatchObject({ subject: 'Negocio', inReplyTo: null, references: [] })
  })

  test('goes to the address that the sender asked for, where a person wrote it; what a machine writes goes to the sender alone', () => {
    const asked = { ...thread, last: { ...thread.last!, answersTo: 'compras@otra.test' } }
    expect(answerMail(asked, own, line).answersTo).toBe('compras@otra.test')
    expect(answerMail(asked, { ...own, isAutomatic: true }, line).answersTo).toBeNull()
    expect(answerMail(thread, own, line).answersTo).toBeNull()
  })

  test('takes no line break and no id over from a mail that came', () => {
    const last = { subject: 'Hola\r\nBcc: otro@malo.test', messageId: 'sha256:abc', references: ['x y@z', 'bien@x.test'] }
    expect(answerMail({ ...thread, last }, own, line)).toMatchObject({ subject: 'Re: Hola Bcc: otro@malo.test', inReplyTo: null, references: ['bien@x.test'] })
  })
})
