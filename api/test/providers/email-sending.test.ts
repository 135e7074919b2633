import { describe, expect, test } from 'vitest'
import { makeToken, plusAddress } from '../../src/modules/channels/adapters/email/plus-address.ts'
import { newId } from '../../src/platform/ids.ts'
import { OutsideGuard } from '../../src/platform/outside/outside-guard.ts'
import { adapter, outgoing, signingKey, useEmail } from './email-line.ts'

const host = useEmail()

describe('mails go out', () => {
  test('with their id, what they answer, files, a numbered menu, and an address that brings answers back', async () => {
    const customer = host.double.customer()
    const replyTo = plusAddress('soporte@negocio.test', makeToken(signingKey, { kind: 'CONVERSATION', id: newId() }))!
    const content = Buffer.from('el menú')
    const message = outgoing(customer.id, {
      menu: { style: 'MENU', options: [{ id: '1', title: 'Café', description: 'molido' }, { id: '2', title: 'Té', description: null }] },
      files: [{ id: 'f', name: 'menú.txt', mediaType: 'text/plain', size: content.length, content: async () => content, url: '', link: '' }],
    }, { inReplyTo: '<pregunta@correo.test>', references: ['primera@correo.test', 'pregunta@correo.test'], replyTo })
    const outcome = await host.send(message)
    expect(outcome).toEqual({ kind: 'ACCEPTED', externalId: message.mail!.messageId.slice(1, -1) })
    const [shown] = customer.inbox
    expect(shown).toMatchObject({ id: outcome.kind === 'ACCEPTED' && outcome.externalId, buttons: ['Café', 'Té'], files: [{ name: 'menú.txt', size: content.length }] })
    expect(shown!.raw).toMatchObject({ subject: 'Re: Una consulta', replyTo, references: ['primera@correo.test', 'pregunta@correo.test'] })
    expect(shown!.raw.html).toContain('<p>1. Café - molido<br>2. Té</p>')
    expect(shown!.raw.source).toContain('In-Reply-To: <pregunta@correo.test>')
  })

  test('answers of machines ask for none, and no bounce of them comes back', async () => {
    const customer = host.double.customer()
    await host.send(outgoing(customer.id, { author: 'BOT' }, { isAutomatic: true }))
    expect(customer.inbox[0]!.raw.source).toMatch(/^Auto-Submitted: auto-replied\r?$/m)
    expect(customer.inbox[0]!.raw.source).toMatch(/^X-Auto-Response-Suppress: All\r?$/m)
    expect(host.double.sink.taken.at(-1)!.from).toBe('')
  })

  test('greylisted: put off for this person alone, and taken under the same Message-ID the next time', async () => {
    host.double.faults.greylisted = 1
    const message = outgoing(host.double.customer().id)
    expect(await host.send(message)).toMatchObject({ kind: 'RETRY', scope: 'PERSON', failure: { code: '4.7.1' } })
    expect(await host.send(message)).toEqual({ kind: 'ACCEPTED', externalId: message.mail!.messageId.slice(1, -1) })
  })

  test.each([
    [550, '5.1.1 User unknown', 'RCPT', 'UNREACHABLE'], [550, 'No such user', 'RCPT', 'UNREACHABLE'], [552, '5.2.2 Mailbox full', 'RCPT', 'UNREACHABLE'], [550, '5.7.1 Relaying denied', 'RCPT', 'OTHER'],
    [552, '5.3.4 Message too big', 'DATA', 'TOO_LARGE'], [554, '5.7.1 Message rejected as spam', 'DATA', 'CONTENT'], [554, 'Transaction failed', 'DATA', 'CONTENT'],
  ] as const)('%i %s at %s is refused for good: %s', async (code, text, at, because) => {
    const { id } = host.double.customer()
    host.double.faults.refused.set(id, { code, text, at })
    expect(await host.send(outgoing(id))).toMatchObject({ kind: 'REFUSED', because })
    expect(host.double.customer(id).inbox).toEqual([])
  })

  test('a connection lost after the mail leaves nobody knowing; sent again it is the same mail to whoever got it', async () => {
    host.double.faults.dropsAfterData = 1
    const customer = host.double.customer()
    const message = outgoing(customer.id)
    expect(await host.send(message)).toMatchObject({ kind: 'UNKNOWN' })
    await host.send(message)
    expect(new Set(customer.inbox.map(({ id }) => id)).size).toBe(1)
    expect(customer.inbox).toHaveLength(2)
  })

  test('a connection lost before the mail, or a server that is not there, is tried again', async () => {
    host.double.faults.dropsBeforeData = 1
    const customer = host.double.customer()
    expect(await host.send(outgoing(customer.id))).toMatchObject({ kind: 'RETRY' })
    expect(await host.send(outgoing(customer.id), host.lineOf({ smtpPort: '9' }))).toMatchObject({ kind: 'RETRY', scope: 'ACCOUNT' })
    expect(customer.inbox).toEqual([])
  })

  test('who may not sign in, or not send under the address, cannot send at all', async () => {
    host.double.faults.rejectsSignIn = true
    expect(await host.send(outgoing('x@correo.test'))).toMatchObject({ kind: 'ACCOUNT_STOPPED', failure: { code: '5.7.8' } })
    Object.assign(host.double.faults, { rejectsSignIn: false, rejectsSender: { code: 550, text: '5.7.60 Client does not have permissions to send as this sender' } })
    expect(await host.send(outgoing('x@correo.test'))).toMatchObject({ kind: 'ACCOUNT_STOPPED', failure: { code: '5.7.60' } })
  })

  test('chatwoot#14887: a server inside of our own network is not connected to, neither for sending nor for receiving', async () => {
    const line = { ...host.lineOf(), guard: new OutsideGuard() }
    const taken = host.double.sink.taken.length
    expect(await host.send(outgoing('x@correo.test'), line)).toMatchObject({ kind: 'ACCOUNT_STOPPED' })
    expect(await adapter.check(line)).toMatchObject({ isGood: false, facts: { imap: 'HOST', smtp: 'HOST' } })
    expect(host.double.sink.taken).toHaveLength(taken)
  })
})
