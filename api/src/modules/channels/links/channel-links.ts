import { systemActor } from '../../../platform/actor.ts'
import type { Language } from '../../../platform/language.ts'
import type { Units } from '../../../platform/units.ts'
import { countOpening } from './link-days.ts'
import { linkByToken, type FollowedLink } from './link.queries.ts'
import type { LinkFor } from './link-target.ts'
import { isLinkToken } from './link-token.ts'

/** What came of following a link. */
export type Followed =
  | { kind: 'LEADS'; to: string }
  /** The tenant took it out of use, or its channel is gone. */
  | { kind: 'ENDED'; tenantName: string; tenantLanguage: Language }
  /** Its channel could not say where it leads: it may in a while. */
  | { kind: 'TROUBLE'; tenantName: string; tenantLanguage: Language; because: unknown }
  | { kind: 'UNKNOWN' }

/** What happens when somebody follows a link of a tenant's. */
export class ChannelLinks {
  readonly #units: Pick<Units, 'readPlatform' | 'tenant'>
  readonly #linkFor: LinkFor

  constructor({ units, linkFor }: { units: Pick<Units, 'readPlatform' | 'tenant'>; linkFor: LinkFor }) {
    this.#units = units
    this.#linkFor = linkFor
  }

  /** `isPerson`: whether it counts. */
  async follow(token: string, isPerson: boolean): Promise<Followed> {
    const link = isLinkToken(token) ? await this.#find(token) : undefined
    if (!link) return { kind: 'UNKNOWN' }
    const target = await this.#target(link)
    if (target && isPerson) await this.#count(link)
    const { tenantName, tenantLanguage } = link
    if (!target) return { kind: 'ENDED', tenantName, tenantLanguage }
    return 'to' in target ? { kind: 'LEADS', ...target } : { kind: 'TROUBLE', tenantName, tenantLanguage, ...target }
  }

  /** Nothing where the link leads nowhere any longer. */
  async #target(link: FollowedLink): Promise<{ to: string } | { because: unknown } | undefined> {
    try {
      const to = link.state === 'ACTIVE' ? await this.#linkFor(link) : null
      return to ? { to } : undefined
    } catch (because) {
      return { because }
    }
  }

  async #find(token: string): Promise<FollowedLink | undefined> {
    await using unit = this.#units.readPlatform({ actor: systemActor() })
    return await linkByToken(unit, token)
  }

  #count({ id, tenantId }: FollowedLink): Promise<void> {
    return this.#units.tenant({ tenantId, actor: systemActor(tenantId) }, unit => countOpening(unit, id))
  }
}
