import { describe, expect, test } from 'vitest'
import { openImap } from '../imap-server.ts'
import { Kept, until, useEmail } from './email-line.ts'
import { writtenMail } from './mails.ts'

const host = useEmail()

describe('mails come in', () => {
  test('as they arrive, while the connection stands, and nothing that was there before the account was connected', async () => {
    const early = host.double.customer().writes('de antes')
    await host.double.settled()
    const kept = new Kept()
    await host.receiving(kept)
    const late = host.double.customer().writes('Buenas tardes, ¿tienen café?')
    await kept.has(late)
    expect(kept.mails.has(early)).toBe(false)
    expect(await host.messageOf(kept.mails.get(late)!)).toMatchObject({ kind: 'MESSAGE', externalId: late, text: 'Buenas tardes, ¿tienen café?', mail: { subject: 'Una consulta', isAutomatic: false } })
  })

  test('chatwoot PR#4901, #10010, #12054: more mails than any “last N”, some of them dated years ago, and none is lost', async () => {
    const kept = new Kept()
    const stop = await host.receiving(kept)
    await stop()
    const customer = host.double.customer()
    const ids = Array.from({ length: 60 }, (_, at) => customer.mails({ text: `mail ${at}`, date: new Date(Date.UTC(2009 + at % 15, 1, 1)) }))
    await host.double.settled()
    await host.receiving(kept)
    await kept.has(...ids)
  })

  test('also those that came while the server was away, or that the database did not take at first', async () => {
    const kept = new Kept()
    await host.receiving(kept)
    await host.double.imap.down()
    await until(() => kept.troubles.at(-1) === 'HOST')
    await host.double.imap.up()
    kept.failing = 3
    const ids = [host.double.customer().writes('uno'), host.double.customer().writes('dos')]
    await kept.has(...ids)
    expect(kept.troubles).toContain(null)
  })

  test('the place moves only past what is stored, so a process that dies in between takes the mail again', async () => {
    const kept = new Kept()
    const stop = await host.receiving(kept)
    const before = kept.place
    kept.failing = Infinity
    const id = host.double.customer().writes('que no se pierda')
    await until(() => kept.stored > 0)
    await stop()
    expect(kept.place).toBe(before)
    kept.failing = 0
    await host.receiving(kept)
    await kept.has(id)
    await until(() => kept.place !== before)
  })

  test('with another UIDVALIDITY all is gone through, and only what is new by its Message-ID is new', async () => {
    const mailbox = await openImap()
    host.stopping.push(() => mailbox.stop())
    const arrives = (messageId: string, at?: Date) => mailbox.deliver(writtenMail({ from: 'a@correo.test', to: 'soporte@negocio.test', messageId }), at)
    const line = host.lineOf({ imapPort: String(mailbox.port) })
    const kept = new Kept()
    await arrives('de-antes@correo.test', new Date(Date.now() - 3 * 86_400_000))
    const stop = await host.receiving(kept, line)
    await arrives('uno@correo.test')
    await arrives('dos@correo.test')
    await kept.has('uno@correo.test', 'dos@correo.test')
    await stop()
    const validity = kept.place!.split(':')[0]
    await mailbox.changeUidValidity()
    await arrives('tres@correo.test')
    host.stopping.push(await host.receiving(kept, line))
    await kept.has('tres@correo.test')
    expect(kept.place!.split(':')[0]).not.toBe(validity)
    expect([...kept.mails.keys()].toSorted()).toEqual(['dos@correo.test', 'tres@correo.test', 'uno@correo.test'])
  })

  test('once, whichever copies of it arrive, and in any order', async () => {
    const kept = new Kept()
    await host.receiving(kept)
    Object.assign(host.double.faults, { copies: 3, heldBack: 3 })
    const customer = host.double.customer()
    const ids = [1, 2, 3, 4].map(at => customer.writes(`copia ${at}`))
    await kept.has(...ids)
    await host.double.settled()
    await until(() => kept.stored === 12)
    expect(kept.mails.size).toBe(4)
  })

  test('without a Message-ID they are known by what they are', async () => {
    const kept = new Kept()
    await host.receiving(kept)
    const mail = writtenMail({ from: 'a@correo.test', to: 'soporte@negocio.test', subject: 'Sin id', text: 'hola', date: new Date(0) })
    await host.double.arrives(mail)
    await host.double.arrives(mail)
    await host.double.arrives(mail.replace('Sin id', 'Otro'))
    await until(() => kept.stored === 3)
    expect([...kept.mails.keys()].filter(key => key.startsWith('sha256:'))).toHaveLength(kept.mails.size)
  })

  test('one that is too large comes as its headers, and those behind it come', async () => {
    const kept = new Kept()
    await host.receiving(kept, host.lineOf({}, { messageBytes: 5000 }))
    const customer = host.double.customer()
    const large = customer.sends({ name: 'plano.pdf', mediaType: 'application/pdf', content: Buffer.alloc(20_000, 1), caption: 'el plano' })
    const next = customer.writes('¿llegó?')
    await kept.has(large, next)
    const message = await host.messageOf(kept.mails.get(large)!)
    expect(kept.mails.get(large)!.body.length).toBeLessThan(2000)
    expect(message).toMatchObject({ text: '', mail: { subject: 'Una consulta' }, content: { kind: 'UNSUPPORTED' } })
  })
})
