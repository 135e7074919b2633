import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { adapters } from '../../src/modules/channels/adapters/adapters.ts'
import type { Line, Mailbox, StoredMessage } from '../../src/modules/channels/adapters/adapter.ts'
import type { OutgoingMessage, SendOutcome } from '../../src/modules/channels/adapters/outgoing.ts'
import { profileAt, profilesOf } from '../../src/modules/channels/adapters/profile.ts'
import { providerHttp } from '../../src/modules/channels/adapters/provider-http.ts'
import type { MessageReceived } from '../../src/modules/channels/adapters/update.ts'
import { newId } from '../../src/platform/ids.ts'
import { OutsideGuard } from '../../src/platform/outside/outside-guard.ts'
import { openEmailDouble, type EmailDouble } from './email.ts'

export const adapter = adapters.EMAIL!
export const signingKey = Buffer.alloc(32, 7)

/** A mail host of a suite's own, and the adapter on it. */
export class EmailStand {
  double!: EmailDouble
  /** What is stopped after the test, the last first. */
  stopping: (() => Promise<void>)[] = []

  readonly lineOf = (over: Record<string, string> = {}, limits: Record<string, number | string> = {}): Line => {
    const laid = { ...this.double.profile, from: adapter.profiles[0]!.from }
    const profile = profileAt(profilesOf(adapter.profiles, [laid]), '2026-12-01')!
    return {
      channelAccountId: newId(), settings: { ...this.double.settings, ...over }, profile: { ...profile, limits: { ...profile.limits, ...limits } }, http: providerHttp, now: new Date(),
      publicUrl: 'http://localhost', webhookUrl: 'http://localhost/hooks/x', guard: new OutsideGuard({ allow: ['127.0.0.1'] }), signingKey,
    }
  }

  /** Receives from here on. Resolves once it listens. */
  readonly receiving = async (kept: Kept, line = this.lineOf()): Promise<() => Promise<void>> => {
    const leaving = new AbortController()
    const over = adapter.receive!(line, kept, leaving.signal)
    const stop = async () => {
      leaving.abort()
      await over
    }
    this.stopping.push(stop)
    await until(() => kept.places.length > 0)
    return stop
  }

  readonly messageOf = async (message: StoredMessage): Promise<MessageReceived> => {
    const [first] = await adapter.read!(toRead(message), this.lineOf())
    if (!first?.ok) throw new Error(`Not read: ${first?.reason}`)
    return first.update as MessageReceived
  }

  readonly send = async (message: OutgoingMessage, line = this.lineOf()): Promise<SendOutcome> => {
    const [part] = adapter.compose(message, line)
    const outcome = await adapter.send(part!, message.files, line)
    await this.double.settled()
    return outcome
  }
}

export function useEmail(): EmailStand {
  const stand = new EmailStand()
  beforeAll(async () => {
    stand.double = await openEmailDouble()
  })
  afterAll(() => stand.double.stop())
  beforeEach(() => {
    const { faults } = stand.double
    Object.assign(faults, { greylisted: 0, dropsAfterData: 0, dropsBeforeData: 0, rejectsSignIn: false, rejectsSender: undefined, copies: 1, heldBack: 0, storms: false })
    faults.refused.clear()
  })
  afterEach(async () => {
    for (const stop of stand.stopping.toReversed()) await stop()
    stand.stopping = []
  })
  return stand
}

/** Keeps what it is given as the core does: one of a key, and the place. */
export class Kept implements Mailbox {
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

export async function until(isSo: () => boolean) {
  for (let tries = 0; tries < 400 && !isSo(); tries++) await sleep(25)
  expect(isSo()).toBe(true)
}

export const toRead = ({ body, headers = {} }: StoredMessage) => ({ body, headers })

export const outgoing = (to: string, over: Partial<OutgoingMessage> = {}, mail: Partial<OutgoingMessage['mail'] & object> = {}): OutgoingMessage => ({
  reference: newId(), to: { externalId: to, aliases: [], phone: null, email: to }, author: 'AGENT', text: 'Sí, tenemos café.', menu: null, content: null, files: [], passage: 'FREE',
  mail: { subject: 'Re: Una consulta', messageId: `<${newId()}@negocio.test>`, inReplyTo: null, references: [], replyTo: 'soporte@negocio.test', answersTo: null, isAutomatic: false, ...mail }, ...over,
})
