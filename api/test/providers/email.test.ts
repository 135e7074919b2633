import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { adapters } from '../../src/modules/channels/adapters/adapters.ts'
import type { Line, Mailbox, StoredMessage } from '../../src/modules/channels/adapters/adapter.ts'
import type { OutgoingMessage, SendOutcome } from '../../src/modules/channels/adapters/outgoing.ts'
import { imapClient } from '../../src/modules/channels/adapters/email/imap-client.ts'
import { mailServer } from '../../src/modules/channels/adapters/email/mail-connection.ts'
import { troubleOf } from '../../src/modules/channels/adapters/email/mail-trouble.ts'
import { makeToken, plusAddress } from '../../src/modules/channels/adapters/email/plus-address.ts'
import { profileAt, profilesOf } from '../../src/modules/channels/adapters/profile.ts'
import { providerHttp } from '../../src/modules/channels/adapters/provider-http.ts'
import type { ChannelUpdate, MessageReceived } from '../../src/modules/channels/adapters/update.ts'
import { newId } from '../../src/platform/ids.ts'
import { OutsideGuard } from '../../src/platform/outside/outside-guard.ts'
import { openImap } from '../imap-server.ts'
import { openEmailDouble, type EmailDouble } from './email.ts'
import { writtenMail } from './mails.ts'

const adapter = adapters.EMAIL!
const signingKey = Buffer.alloc(32, 7)
let double: EmailDouble

beforeAll(async () => {
  double = await openEmailDouble()
})
afterAll(() => double.stop())
beforeEach(() => {
  Object.assign(double.faults, { greylisted: 0, dropsAfterData: 0, dropsBeforeData: 0, rejectsSignIn: false, rejectsSender: undefined, copies: 1, heldBack: 0, storms: false })
  double.faults.refused.clear()
})

function lineOf(over: Record<string, string> = {}, limits: Record<string, number | string> = {}): Line {
  const laid = { ...double.profile, from: adapter.profiles[0]!.from }
  const profile = profileAt(profilesOf(adapter.profiles, [laid]), '2026-12-01')!
  return {
    channelAccountId: newId(), settings: { ...double.settings, ...over }, profile: { ...profile, limits: { ...profile.limits, ...limits } }, http: providerHttp, now: new Date(),
    publicUrl: 'http://localhost', webhookUrl: 'http://localhost/hooks/x', guard: new OutsideGuard({ allow: ['127.0.0.1'] }), signingKey,
  }
}

/** Keeps what it is given as the core does: one of a key, and the place. */
class Kept implements Mailbox {
  /** By their Message-IDs, which here are all different. */
  readonly mails = new Map<string, StoredMessage>()
  readonly #keys = new Set<string>()
  readonly places: string[] = []
  readonly storedAt = new Map<string, number>()
  readonly troubles: (string | null)[] = []
  failing = 0
  stored = 0
  get place() {
    return this.places.at(-1) ?? null
  }
  async store(message: StoredMessage) {
    this.stored++
    if (this.failing > 0 && this.failing--) throw new Error('The database is away.')
    if (!this.#keys.has(message.key)) this.mails.set(message.key.split(' ')[0]!, message)
    this.#keys.add(message.key)
    expect(this.#keys.size).toBe(this.mails.size)
  }
  async remember(place: string) {
    this.places.push(place)
  }
  trouble(problem: { code: string } | null) {
    this.troubles.push(problem?.code ?? null)
  }
  async has(...keys: string[]) {
    await until(() => keys.every(key => this.mails.has(key)))
  }
}

async function until(isSo: () => boolean) {
  for (let tries = 0; tries < 400 && !isSo(); tries++) await sleep(25)
  expect(isSo()).toBe(true)
}

let stopping: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stopping.toReversed()) await stop()
  stopping = []
})

/** Receives from here on. Resolves once it listens. */
async function receiving(kept: Kept, line = lineOf()): Promise<() => Promise<void>> {
  const leaving = new AbortController()
  const over = adapter.receive!(line, kept, leaving.signal)
  const stop = async () => {
    leaving.abort()
    await over
  }
  stopping.push(stop)
  await until(() => kept.places.length > 0)
  return stop
}

const toRead = ({ body, headers = {} }: StoredMessage) => ({ body, headers })

async function read(message: StoredMessage, line = lineOf()): Promise<ChannelUpdate> {
  const [first] = await adapter.read!(toRead(message), line)
  if (!first?.ok) throw new Error(`Not read: ${first?.reason}`)
  return first.update
}
const messageOf = async (message: StoredMessage) => await read(message) as MessageReceived

describe('mails come in', () => {
  test('as they arrive, while the connection stands, and nothing that was there before the account was connected', async () => {
    const early = double.customer().writes('de antes')
    await double.settled()
    const kept = new Kept()
    await receiving(kept)
    const late = double.customer().writes('Buenas tardes, ¿tienen café?')
    await kept.has(late)
    expect(kept.mails.has(early)).toBe(false)
    expect(await messageOf(kept.mails.get(late)!)).toMatchObject({ kind: 'MESSAGE', externalId: late, text: 'Buenas tardes, ¿tienen café?', mail: { subject: 'Una consulta', isAutomatic: false } })
  })

  test('chatwoot PR#4901, #10010, #12054: more mails than any “last N”, some of them dated years ago, and none is lost', async () => {
    const kept = new Kept()
    const stop = await receiving(kept)
    await stop()
    const customer = double.customer()
    const ids = Array.from({ length: 60 }, (_, at) => customer.mails({ text: `mail ${at}`, date: new Date(Date.UTC(2009 + at % 15, 1, 1)) }))
    await double.settled()
    await receiving(kept)
    await kept.has(...ids)
  })

  test('also those that came while the server was away, or that the database did not take at first', async () => {
    const kept = new Kept()
    await receiving(kept)
    await double.imap.down()
    await until(() => kept.troubles.at(-1) === 'HOST')
    await double.imap.up()
    kept.failing = 3
    const ids = [double.customer().writes('uno'), double.customer().writes('dos')]
    await kept.has(...ids)
    expect(kept.troubles).toContain(null)
  })

  test('the place moves only past what is stored, so a process that dies in between takes the mail again', async () => {
    const kept = new Kept()
    const stop = await receiving(kept)
    const before = kept.place
    kept.failing = Infinity
    const id = double.customer().writes('que no se pierda')
    await until(() => kept.stored > 0)
    await stop()
    expect(kept.place).toBe(before)
    kept.failing = 0
    await receiving(kept)
    await kept.has(id)
    await until(() => kept.place !== before)
  })

  test('with another UIDVALIDITY all is gone through, and only what is new by its Message-ID is new', async () => {
    const mailbox = await openImap()
    stopping.push(() => mailbox.stop())
    const arrives = (messageId: string, at?: Date) => mailbox.deliver(writtenMail({ from: 'a@correo.test', to: 'soporte@negocio.test', messageId }), at)
    const line = lineOf({ imapPort: String(mailbox.port) })
    const kept = new Kept()
    await arrives('de-antes@correo.test', new Date(Date.now() - 3 * 86_400_000))
    const stop = await receiving(kept, line)
    await arrives('uno@correo.test')
    await arrives('dos@correo.test')
    await kept.has('uno@correo.test', 'dos@correo.test')
    await stop()
    const validity = kept.place!.split(':')[0]
    await mailbox.changeUidValidity()
    await arrives('tres@correo.test')
    stopping.push(await receiving(kept, line))
    await kept.has('tres@correo.test')
    expect(kept.place!.split(':')[0]).not.toBe(validity)
    expect([...kept.mails.keys()].toSorted()).toEqual(['dos@correo.test', 'tres@correo.test', 'uno@correo.test'])
  })

  test('once, whichever copies of it arrive, and in any order', async () => {
    const kept = new Kept()
    await receiving(kept)
    Object.assign(double.faults, { copies: 3, heldBack: 3 })
    const customer = double.customer()
    const ids = [1, 2, 3, 4].map(at => customer.writes(`copia ${at}`))
    await kept.has(...ids)
    await double.settled()
    await until(() => kept.stored === 12)
    expect(kept.mails.size).toBe(4)
  })

  test('without a Message-ID they are known by what they are', async () => {
    const kept = new Kept()
    await receiving(kept)
    const mail = writtenMail({ from: 'a@correo.test', to: 'soporte@negocio.test', subject: 'Sin id', text: 'hola', date: new Date(0) })
    await double.arrives(mail)
    await double.arrives(mail)
    await double.arrives(mail.replace('Sin id', 'Otro'))
    await until(() => kept.stored === 3)
    expect([...kept.mails.keys()].filter(key => key.startsWith('sha256:'))).toHaveLength(kept.mails.size)
  })

  test('one that is too large comes as its headers, and those behind it come', async () => {
    const kept = new Kept()
    await receiving(kept, lineOf({}, { messageBytes: 5000 }))
    const customer = double.customer()
    const large = customer.sends({ name: 'plano.pdf', mediaType: 'application/pdf', content: Buffer.alloc(20_000, 1), caption: 'el plano' })
    const next = customer.writes('¿llegó?')
    await kept.has(large, next)
    const message = await messageOf(kept.mails.get(large)!)
    expect(kept.mails.get(large)!.body.length).toBeLessThan(2000)
    expect(message).toMatchObject({ text: '', mail: { subject: 'Una consulta' }, content: { kind: 'UNSUPPORTED' } })
  })
})

const outgoing = (to: string, over: Partial<OutgoingMessage> = {}, mail: Partial<OutgoingMessage['mail'] & object> = {}): OutgoingMessage => ({
  reference: newId(), to: { externalId: to, aliases: [], phone: null, email: to }, author: 'AGENT', text: 'Sí, tenemos café.', menu: null, content: null, files: [], passage: 'FREE',
  mail: { subject: 'Re: Una consulta', messageId: `<${newId()}@negocio.test>`, inReplyTo: null, references: [], replyTo: 'soporte@negocio.test', answersTo: null, isAutomatic: false, ...mail }, ...over,
})

async function send(message: OutgoingMessage, line = lineOf()): Promise<SendOutcome> {
  const [part] = adapter.compose(message, line)
  const outcome = await adapter.send(part!, message.files, line)
  await double.settled()
  return outcome
}

describe('mails go out', () => {
  test('with their id, what they answer, files, a numbered menu, and an address that brings answers back', async () => {
    const customer = double.customer()
    const replyTo = plusAddress('soporte@negocio.test', makeToken(signingKey, { kind: 'CONVERSATION', id: newId() }))!
    const content = Buffer.from('el menú')
    const message = outgoing(customer.id, {
      menu: { style: 'MENU', options: [{ id: '1', title: 'Café', description: 'molido' }, { id: '2', title: 'Té', description: null }] },
      files: [{ id: 'f', name: 'menú.txt', mediaType: 'text/plain', size: content.length, content: async () => content, url: '' }],
    }, { inReplyTo: '<pregunta@correo.test>', references: ['primera@correo.test', 'pregunta@correo.test'], replyTo })
    const outcome = await send(message)
    expect(outcome).toEqual({ kind: 'ACCEPTED', externalId: message.mail!.messageId.slice(1, -1) })
    const [shown] = customer.inbox
    expect(shown).toMatchObject({ id: outcome.kind === 'ACCEPTED' && outcome.externalId, buttons: ['Café', 'Té'], files: [{ name: 'menú.txt', size: content.length }] })
    expect(shown!.raw).toMatchObject({ subject: 'Re: Una consulta', replyTo, references: ['primera@correo.test', 'pregunta@correo.test'] })
    expect(shown!.raw.html).toContain('<p>1. Café - molido<br>2. Té</p>')
    expect(shown!.raw.source).toContain('In-Reply-To: <pregunta@correo.test>')
  })

  test('answers of machines ask for none, and no bounce of them comes back', async () => {
    const customer = double.customer()
    await send(outgoing(customer.id, { author: 'BOT' }, { isAutomatic: true }))
    expect(customer.inbox[0]!.raw.source).toMatch(/^Auto-Submitted: auto-replied\r?$/m)
    expect(customer.inbox[0]!.raw.source).toMatch(/^X-Auto-Response-Suppress: All\r?$/m)
    expect(double.sink.taken.at(-1)!.from).toBe('')
  })

  test('greylisted: put off for this person alone, and taken under the same Message-ID the next time', async () => {
    double.faults.greylisted = 1
    const message = outgoing(double.customer().id)
    expect(await send(message)).toMatchObject({ kind: 'RETRY', scope: 'PERSON', failure: { code: '4.7.1' } })
    expect(await send(message)).toEqual({ kind: 'ACCEPTED', externalId: message.mail!.messageId.slice(1, -1) })
  })

  test.each([
    [550, '5.1.1 User unknown', 'RCPT', 'UNREACHABLE'], [550, 'No such user', 'RCPT', 'UNREACHABLE'], [552, '5.2.2 Mailbox full', 'RCPT', 'UNREACHABLE'], [550, '5.7.1 Relaying denied', 'RCPT', 'OTHER'],
    [552, '5.3.4 Message too big', 'DATA', 'TOO_LARGE'], [554, '5.7.1 Message rejected as spam', 'DATA', 'CONTENT'], [554, 'Transaction failed', 'DATA', 'CONTENT'],
  ] as const)('%i %s at %s is refused for good: %s', async (code, text, at, because) => {
    const { id } = double.customer()
    double.faults.refused.set(id, { code, text, at })
    expect(await send(outgoing(id))).toMatchObject({ kind: 'REFUSED', because })
    expect(double.customer(id).inbox).toEqual([])
  })

  test('a connection lost after the mail leaves nobody knowing; sent again it is the same mail to whoever got it', async () => {
    double.faults.dropsAfterData = 1
    const customer = double.customer()
    const message = outgoing(customer.id)
    expect(await send(message)).toMatchObject({ kind: 'UNKNOWN' })
    await send(message)
    expect(new Set(customer.inbox.map(({ id }) => id)).size).toBe(1)
    expect(customer.inbox).toHaveLength(2)
  })

  test('a connection lost before the mail, or a server that is not there, is tried again', async () => {
    double.faults.dropsBeforeData = 1
    const customer = double.customer()
    expect(await send(outgoing(customer.id))).toMatchObject({ kind: 'RETRY' })
    expect(await send(outgoing(customer.id), lineOf({ smtpPort: '9' }))).toMatchObject({ kind: 'RETRY', scope: 'ACCOUNT' })
    expect(customer.inbox).toEqual([])
  })

  test('who may not sign in, or not send under the address, cannot send at all', async () => {
    double.faults.rejectsSignIn = true
    expect(await send(outgoing('x@correo.test'))).toMatchObject({ kind: 'ACCOUNT_STOPPED', failure: { code: '5.7.8' } })
    Object.assign(double.faults, { rejectsSignIn: false, rejectsSender: { code: 550, text: '5.7.60 Client does not have permissions to send as this sender' } })
    expect(await send(outgoing('x@correo.test'))).toMatchObject({ kind: 'ACCOUNT_STOPPED', failure: { code: '5.7.60' } })
  })

  test('chatwoot#14887: a server inside of our own network is not connected to, neither for sending nor for receiving', async () => {
    const line = { ...lineOf(), guard: new OutsideGuard() }
    const taken = double.sink.taken.length
    expect(await send(outgoing('x@correo.test'), line)).toMatchObject({ kind: 'ACCOUNT_STOPPED' })
    expect(await adapter.check(line)).toMatchObject({ isGood: false, facts: { imap: 'HOST', smtp: 'HOST' } })
    expect(double.sink.taken).toHaveLength(taken)
  })
})

describe('the check', () => {
  test('says that both work, and from where on mails are taken', async () => {
    expect(await adapter.check(lineOf())).toMatchObject({ isGood: true, address: 'soporte@negocio.test', name: 'Negocio', facts: { imap: 'GOOD', smtp: 'GOOD', place: expect.stringMatching(/^\d+:\d+:\d+$/) } })
  })

  test.each([
    [{ imapPassword: 'otra' }, 'IMAP_AUTH'], [{ smtpPassword: 'otra' }, 'SMTP_AUTH'], [{ mailbox: 'NoExiste' }, 'IMAP_FOLDER'], [{ imapPort: '9' }, 'IMAP_HOST'],
    [{ smtpPort: '9' }, 'SMTP_HOST'], [{ imapHost: 'no-such-host.invalid' }, 'IMAP_HOST'],
  ])('%o: %s', async (over, code) => {
    expect(await adapter.check(lineOf(over as Record<string, string>))).toMatchObject({ isGood: false, problem: { code } })
  })

  test('a server that speaks no TLS where it must is named so, before a password is told', async () => {
    const line = lineOf({}, { tlsPorts: `${double.settings['imapPort']},${double.settings['smtpPort']}` })
    expect(await adapter.check(line)).toMatchObject({ isGood: false, facts: { imap: 'TLS', smtp: 'TLS' } })
  })

  test('a certificate that nobody vouches for is refused, and so is a server in the open where it is none of our own', async () => {
    const server = new SMTPServer({ secure: true, logger: false })
    server.on('error', () => {})
    const listening = server.listen(0, '127.0.0.1')
    stopping.push(() => new Promise(closed => server.close(() => closed())))
    await once(listening, 'listening')
    const { port } = listening.address() as AddressInfo
    expect(await adapter.check(lineOf({ smtpPort: String(port) }, { tlsPorts: String(port) }))).toMatchObject({ facts: { smtp: 'TLS' } })
    const line = lineOf()
    const inTheOpen = imapClient({ ...await mailServer('imap', line), mayBeOpen: false }, line.profile)
    await expect(inTheOpen.connect()).rejects.toSatisfy(error => troubleOf(error).code === 'TLS')
  })

  test('connects to the very address that was judged, whatever the name leads to a moment later', async () => {
    const asked: string[] = []
    const guard = new OutsideGuard({ allow: ['127.0.0.1'], resolve: async host => [asked.push(host) > 2 ? '169.254.169.254' : '127.0.0.1'] })
    const line = { ...lineOf({ imapHost: 'mail.negocio.test', smtpHost: 'mail.negocio.test' }), guard }
    expect(await adapter.check(line)).toMatchObject({ isGood: true })
    expect(await adapter.check(line)).toMatchObject({ isGood: false, facts: { imap: 'HOST', smtp: 'HOST' } })
    expect(asked).toHaveLength(4)
  })
})

describe('what comes back', () => {
  const reported = async (kept: Kept, count: number) => {
    await until(() => kept.mails.size === count)
    return (await Promise.all([...kept.mails.values()].map(mail => adapter.read!(toRead(mail), lineOf())))).flat()
  }

  test('bounces fail the message, by the Message-ID in them or by the signed address they came to; late ones change nothing', async () => {
    const kept = new Kept()
    await receiving(kept)
    const reference = newId()
    await double.reports({ about: { messageId: 'ida@negocio.test', to: 'x@correo.test' }, action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 unknown user' })
    await double.reports({ about: { messageId: 'tarde@negocio.test', to: 'x@correo.test' }, action: 'delayed', status: '4.4.1' })
    await double.reports({ about: { messageId: 'llego@negocio.test', to: 'x@correo.test' }, action: 'delivered', status: '2.0.0' })
    await double.reports({ about: { to: 'x@correo.test' }, action: 'failed', status: '5.2.1', to: plusAddress('soporte@negocio.test', makeToken(signingKey, { kind: 'MESSAGE', id: reference })) })
    const updates = await reported(kept, 4)
    expect(updates).toHaveLength(3)
    expect(updates).toEqual(expect.arrayContaining([
      { ok: true, update: expect.objectContaining({ kind: 'STATUS', status: 'FAILED', externalId: 'ida@negocio.test', failure: { code: '5.1.1', message: 'smtp; 550 5.1.1 unknown user' } }) },
      { ok: true, update: expect.objectContaining({ kind: 'STATUS', status: 'DELIVERED', externalId: 'llego@negocio.test' }) },
      { ok: true, update: expect.objectContaining({ kind: 'STATUS', status: 'FAILED', reference }) },
    ]))
  })

  test('mails whose sender is signed for bounces name the message in the envelope alone', async () => {
    const message = outgoing(double.customer().id)
    await send(message, lineOf({ returnAddress: 'SIGNED' }))
    const taken = double.sink.taken.at(-1)!
    expect(taken.from).toBe(plusAddress('soporte@negocio.test', makeToken(signingKey, { kind: 'MESSAGE', id: message.reference })))
    expect(taken.raw.toString()).toContain('From: Negocio <soporte@negocio.test>')
  })

  test('two machines do not answer each other: of a storm of automatic answers none is answered', async () => {
    const kept = new Kept()
    await receiving(kept)
    double.faults.storms = true
    const customer = double.customer()
    const first = customer.writes('¿abren hoy?')
    await kept.has(first)
    let answers = 0
    for (let read = 0, rounds = 0; rounds < 10; rounds++) {
      await double.settled()
      await until(() => kept.mails.size > answers)
      const mails = [...kept.mails.values()]
      for (const mail of mails.slice(read)) {
        const { mail: facts } = await messageOf(mail)
        if (facts!.isAutomatic) continue
        answers++
        await send(outgoing(customer.id, { author: 'BOT' }, { isAutomatic: true }))
      }
      read = mails.length
    }
    expect(answers).toBe(1)
  })
})

describe('the double', () => {
  test('tells in its ledger what was really taken, also where the sender never heard of it', async () => {
    double.faults.dropsAfterData = 1
    const { id } = double.customer()
    const message = outgoing(id)
    await send(message)
    expect(double.ledger.accepted.filter(({ to }) => to === id)).toMatchObject([{ id: message.mail!.messageId.slice(1, -1), text: 'Sí, tenemos café.' }])
  })

  test('lets a customer choose from a menu by its number, in an answer to our mail', async () => {
    const kept = new Kept()
    await receiving(kept)
    const customer = double.customer()
    const message = outgoing(customer.id, { menu: { style: 'MENU', options: [{ id: '1', title: 'Café', description: null }, { id: '2', title: 'Té', description: null }] } })
    await send(message)
    const id = customer.taps('Té')
    await kept.has(id)
    expect(await messageOf(kept.mails.get(id)!)).toMatchObject({ text: '2', repliesTo: message.mail!.messageId.slice(1, -1) })
  })
})
