import type { Actor } from '../../../platform/actor.ts'
import type { Sites } from './sites.ts'
import { holds } from './visitor-pass.ts'
import { visitorActor, type Visitor } from './visitor-actor.ts'
import type { VisitorTokens } from './visitor-token.ts'

/** Answers which visitor a token means, if it still means one. Nothing it says is older than a second. */
export class VisitorAuthenticator {
  readonly #tokens: VisitorTokens
  readonly #sites: Sites

  constructor({ tokens, sites }: { tokens: VisitorTokens; sites: Sites }) {
    this.#tokens = tokens
    this.#sites = sites
  }

  /** Null for a token that is no good, or no longer. */
  async authenticate(token: string, now: Date): Promise<Visitor | null> {
    const claims = await this.#tokens.read(token, now)
    if (!claims) return null
    const visitor = visitorActor(claims)
    if (holds(visitor, await this.#sites.rulesOf(visitor))) return visitor
    // What is remembered may be older than what let her in: nobody is turned away by it.
    const present = await this.#sites.presentRules([visitor])
    return holds(visitor, present.get(visitor.channelAccountId)) ? visitor : null
  }

  /** For open sockets: whether they may stay open. One statement for all of them. */
  async standings(actors: readonly Actor[], now: Date): Promise<('same' | 'gone')[]> {
    const rules = await this.#sites.presentRules(actors.filter(isVisitor))
    return actors.map(actor => {
      if (!isVisitor(actor)) return 'same'
      const isLate = actor.pass.expiresAt !== undefined && actor.pass.expiresAt <= now.getTime()
      return !isLate && holds(actor, rules.get(actor.channelAccountId)) ? 'same' : 'gone'
    })
  }
}

const isVisitor = (actor: Actor): actor is Visitor => actor.kind === 'VISITOR'
