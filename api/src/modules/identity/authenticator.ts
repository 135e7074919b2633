import type { Actor } from '../../platform/actor.ts'
import { sha256 } from '../../platform/crypto.ts'
import { Unauthenticated } from '../../platform/errors.ts'
import type { FreshAnswers } from '../../platform/fresh-answers.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { apiKeyByHash, apiKeysByIds, touchApiKey, type ApiKeyFacts } from './api-key.queries.ts'
import { isApiKeyToken } from './api-key-token.ts'
import type { SessionCookie } from './session-cookie.ts'
import { sessionByToken, sessionsByIds } from './session.queries.ts'
import { touchSession } from './session-use.ts'
import { actorOf, isSameStanding } from './workplace.ts'

/** What a request says about who sends it. */
export interface Credentials {
  cookie?: string
  authorization?: string
  address: string
  /** The Accept-Language header. */
  language?: string
}

export type Standing = 'same' | 'changed' | 'gone'

export interface AuthenticatorOptions {
  units: Pick<Units, 'platform' | 'readPlatform'>
  cookie: SessionCookie
  cache: FreshAnswers<Actor | undefined>
}

const SYSTEM: Actor = { kind: 'SYSTEM' }
const MINUTE = 60_000

/** Answers who asks. Nothing it says is older than a second, in any process. */
export class Authenticator {
  readonly #options: AuthenticatorOptions

  constructor(options: AuthenticatorOptions) {
    this.#options = options
  }

  /** The token of a session that a browser sent. */
  tokenIn(cookie: string | undefined): string | undefined {
    return this.#options.cookie.read(cookie)
  }

  /** A key that is no good is refused; a cookie that is no good is nobody's. */
  async authenticate({ cookie, authorization, address, language }: Credentials): Promise<Actor> {
    if (authorization) return { ...await this.#byKey(authorization), address }
    const token = this.tokenIn(cookie)
    const actor = token ? await this.#byCookie(token, address) : undefined
    return { ...(actor ?? { kind: 'ANONYMOUS', locale: language?.slice(0, 100) ?? '' }), address }
  }

  /** For open sockets: what became of those who opened them. Only sessions and keys can be withdrawn here. */
  async standings(actors: readonly Actor[]): Promise<Standing[]> {
    await using unit = this.#options.units.readPlatform({ actor: SYSTEM })
    const present = new Map([...await presentSessions(unit, actors), ...await presentKeys(unit, actors)])
    return actors.map(actor => {
      const id = idOf(actor)
      if (!id) return 'same'
      const now = present.get(id)
      if (!now) return 'gone'
      return isSameStanding(actor, now) ? 'same' : 'changed'
    })
  }

  #byCookie(token: string, address: string): Promise<Actor | undefined> {
    const hash = sha256(token)
    return this.#options.cache.get(`cookie ${hash.toString('base64')}`, async () => {
      const { facts, now } = await this.#read(async unit => ({
        facts: await sessionByToken(unit, hash),
        now: unit.now,
      }))
      if (!facts) return undefined
      if (now.getTime() - facts.lastUsedAt.getTime() > MINUTE) {
        await this.#options.units.platform({ actor: SYSTEM }, unit => touchSession(unit, facts, address))
      }
      return actorOf(facts, now)
    })
  }

  async #byKey(authorization: string): Promise<Actor> {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
    const key = isApiKeyToken(token) ? await this.#knownKey(token) : undefined
    if (!key) throw new Unauthenticated('The key is not valid.')
    return key
  }

  #knownKey(token: string): Promise<Actor | undefined> {
    const hash = sha256(token)
    return this.#options.cache.get(`key ${hash.toString('base64')}`, async () => {
      const { key, now } = await this.#read(async unit => ({
        key: await apiKeyByHash(unit, hash),
        now: unit.now,
      }))
      if (!key) return undefined
      if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() > MINUTE) {
        await this.#options.units.platform({ actor: SYSTEM }, unit => touchApiKey(unit, key))
      }
      return keyActor(key)
    })
  }

  async #read<Result>(work: (unit: ReadUnit) => Promise<Result>): Promise<Result> {
    await using unit = this.#options.units.readPlatform({ actor: SYSTEM })
    return await work(unit)
  }
}

const idOf = (actor: Actor) =>
  ('sessionId' in actor ? actor.sessionId : actor.kind === 'API_KEY' ? actor.keyId : undefined)

async function presentSessions(unit: ReadUnit, actors: readonly Actor[]): Promise<[string, Actor][]> {
  const ids = actors.flatMap(actor => ('sessionId' in actor ? [actor.sessionId] : []))
  const found = ids.length ? await sessionsByIds(unit, ids) : []
  return found.map(facts => [facts.sessionId, actorOf(facts, unit.now)])
}

async function presentKeys(unit: ReadUnit, actors: readonly Actor[]): Promise<[string, Actor][]> {
  const ids = actors.flatMap(actor => (actor.kind === 'API_KEY' ? [actor.keyId] : []))
  const found = ids.length ? await apiKeysByIds(unit, ids) : []
  return found.map(key => [key.id, keyActor(key)])
}

const keyActor = ({ id, tenantId, scopes, name }: ApiKeyFacts): Actor =>
  ({ kind: 'API_KEY', keyId: id, tenantId, scopes, name })
