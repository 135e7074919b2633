import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { describe, expect, test } from 'vitest'
import { imapClient } from '../../src/modules/channels/adapters/email/imap-client.ts'
import { mailServer } from '../../src/modules/channels/adapters/email/mail-connection.ts'
import { troubleOf } from '../../src/modules/channels/adapters/email/mail-trouble.ts'
import { makeToken, plusAddress } from '../../src/modules/channels/adapters/email/plus-address.ts'
import { newId } from '../../src/platform/ids.ts'
import { OutsideGuard } from '../../src/platform/outside/outside-guard.ts'
import { adapter, Kept, outgoing, signingKey, toRead, until, useEmail } from './email-line.ts'

const host = useEmail()

describe('the check', () => {
  test('says that both work, and from where on mails are taken', async () => {
    expect(await adapter.check(host.lineOf())).toMatchObject({ isGood: true, address: 'soporte@negocio.test', name: 'Negocio', facts: { imap: 'GOOD', smtp: 'GOOD', place: expect.stringMatching(/^\d+:\d+:\d+$/) } })
  })

  test.each([
    [{ imapPassword: 'otra' }, 'IMAP_AUTH'], [{ smtpPassword: 'otra' }, 'SMTP_AUTH'], [{ mailbox: 'NoExiste' }, 'IMAP_FOLDER'], [{ imapPort: '9' }, 'IMAP_HOST'],
    [{ smtpPort: '9' }, 'SMTP_HOST'], [{ imapHost: 'no-such-host.invalid' }, 'IMAP_HOST'],
  ])('%o: %s', async (over, code) => {
    expect(await adapter.check(host.lineOf(over as Record<string, string>))).toMatchObject({ isGood: false, problem: { code } })
  })

  test('a server that speaks no TLS where it must is named so, before a password is told', async () => {
    const line = host.lineOf({}, { tlsPorts: `${host.double.settings['imapPort']},${host.double.settings['smtpPort']}` })
    expect(await adapter.check(line)).toMatchObject({ isGood: false, facts: { imap: 'TLS', smtp: 'TLS' } })
  })

  test('a certificate that nobody vouches for is refused, and so is a server in the open where it is none of our own', async () => {
    const server = new SMTPServer({ secure: true, logger: false })
    server.on('error', () => {})
    const listening = server.listen(0, '127.0.0.1')
    host.stopping.push(() => new Promise(closed => server.close(() => closed())))
    await once(listening, 'listening')
    const { port } = listening.address() as AddressInfo
    expect(await adapter.check(host.lineOf({ smtpPort: String(port) }, { tlsPorts: String(port) }))).toMatchObject({ facts: { smtp: 'TLS' } })
    const line = host.lineOf()
    const inTheOpen = imapClient({ ...await mailServer('imap', line), mayBeOpen: false }, line.profile)
    await expect(inTheOpen.connect()).rejects.toSatisfy(error => troubleOf(error).code === 'TLS')
  })

  test('connects to the very address that was judged, whatever the name leads to a moment later', async () => {
    const asked: string[] = []
    const guard = new OutsideGuard({ allow: ['127.0.0.1'], resolve: async host => [asked.push(host) > 2 ? '169.254.169.254' : '127.0.0.1'] })
    const line = { ...host.lineOf({ imapHost: 'mail.negocio.test', smtpHost: 'mail.negocio.test' }), guard }
    expect(await adapter.check(line)).toMatchObject({ isGood: true })
    expect(await adapter.check(line)).toMatchObject({ isGood: false, facts: { imap: 'HOST', smtp: 'HOST' } })
    expect(asked).toHaveLength(4)
  })
})

describe('what comes back', () => {
  const reported = async (kept: Kept, count: number) => {
    await until(() => kept.mails.size === count)
    return (await Promise.all([...kept.mails.values()].map(mail => adapter.read!(toRead(mail), host.lineOf())))).flat()
  }

  test('bounces fail the message, by the Message-ID in them or by the signed address they came to; late ones change nothing', async () => {
    const kept = new Kept()
    await host.receiving(kept)
    const reference = newId()
    await host.double.reports({ about: { messageId: 'ida@negocio.test', to: 'x@correo.test' }, action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 unknown user' })
    await host.double.reports({ about: { messageId: 'tarde@negocio.test', to: 'x@correo.test' }, action: 'delayed', status: '4.4.1' })
    await host.double.reports({ about: { messageId: 'llego@negocio.test', to: 'x@correo.test' }, action: 'delivered', status: '2.0.0' })
    await host.double.reports({ about: { to: 'x@correo.test' }, action: 'failed', status: '5.2.1', to: plusAddress('soporte@negocio.test', makeToken(signingKey, { kind: 'MESSAGE', id: reference })) })
    const updates = await reported(kept, 4)
    expect(updates).toHaveLength(3)
    expect(updates).toEqual(expect.arrayContaining([
      { ok: true, update: expect.objectContaining({ kind: 'STATUS', status: 'FAILED', externalId: 'ida@negocio.test', failure: { code: '5.1.1', message: 'smtp; 550 5.1.1 unknown user' } }) },
      { ok: true, update: expect.objectContaining({ kind: 'STATUS', status: 'DELIVERED', externalId: 'llego@negocio.test' }) },
      { ok: true, update: expect.objectContaining({ kind: 'STATUS', status: 'FAILED', reference }) },
    ]))
  })

  test('mails whose sender is signed for bounces name the message in the envelope alone', async () => {
    const message = outgoing(host.double.customer().id)
    await host.send(message, host.lineOf({ returnAddress: 'SIGNED' }))
    const taken = host.double.sink.taken.at(-1)!
    expect(taken.from).toBe(plusAddress('soporte@negocio.test', makeToken(signingKey, { kind: 'MESSAGE', id: message.reference })))
    expect(taken.raw.toString()).toContain('From: Negocio <soporte@negocio.test>')
  })

  test('two machines do not answer each other: of a storm of automatic answers none is answered', async () => {
    const kept = new Kept()
    await host.receiving(kept)
    host.double.faults.storms = true
    const customer = host.double.customer()
    const first = customer.writes('¿abren hoy?')
    await kept.has(first)
    let answers = 0
    for (let read = 0, rounds = 0; rounds < 10; rounds++) {
      await host.double.settled()
      await until(() => kept.mails.size > answers)
      const mails = [...kept.mails.values()]
      for (const mail of mails.slice(read)) {
        const { mail: facts } = await host.messageOf(mail)
        if (facts!.isAutomatic) continue
        answers++
        await host.send(outgoing(customer.id, { author: 'BOT' }, { isAutomatic: true }))
      }
      read = mails.length
    }
    expect(answers).toBe(1)
  })
})

describe('the double', () => {
  test('tells in its ledger what was really taken, also where the sender never heard of it', async () => {
    host.double.faults.dropsAfterData = 1
    const { id } = host.double.customer()
    const message = outgoing(id)
    await host.send(message)
    expect(host.double.ledger.accepted.filter(({ to }) => to === id)).toMatchObject([{ id: message.mail!.messageId.slice(1, -1), text: 'Sí, tenemos café.' }])
  })

  test('lets a customer choose from a menu by its number, in an answer to our mail', async () => {
    const kept = new Kept()
    await host.receiving(kept)
    const customer = host.double.customer()
    const message = outgoing(customer.id, { menu: { style: 'MENU', options: [{ id: '1', title: 'Café', description: null }, { id: '2', title: 'Té', description: null }] } })
    await host.send(message)
    const id = customer.taps('Té')
    await kept.has(id)
    expect(await host.messageOf(kept.mails.get(id)!)).toMatchObject({ text: '2', repliesTo: message.mail!.messageId.slice(1, -1) })
  })
})
