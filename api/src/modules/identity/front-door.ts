import type { Context } from '../../platform/contract/operation.ts'
import type { Actor } from '../../platform/actor.ts'
import type { SessionCookie } from './session-cookie.ts'
import { OpenedSession, SESSION_SECONDS, type Visit } from './session.service.ts'
import type { ViewerService, ViewerView } from './viewer.service.ts'

export const visitOf = ({ actor, door }: Context): Visit =>
  ({ actor, address: door.address, userAgent: door.userAgent })

/** Where sign-in meets the browser: the cookie is set, and the new person asks the rest of the operation. */
export class FrontDoor {
  readonly #cookie: SessionCookie
  readonly #viewers: ViewerService

  constructor(cookie: SessionCookie, viewers: ViewerService) {
    this.#cookie = cookie
    this.#viewers = viewers
  }

  /** An opened session becomes the contract's `SignedIn`; anything else is passed on. */
  async letIn<Other>(ctx: Context, result: OpenedSession | Other) {
    if (!(result instanceof OpenedSession)) return result
    ctx.door.setHeader('set-cookie', this.#cookie.set(result.token, SESSION_SECONDS))
    return { __typename: 'SignedIn' as const, viewer: await this.goOnAs(ctx, result.actor) }
  }

  async goOnAs(ctx: Context, actor: Actor): Promise<ViewerView | null> {
    await ctx.become({ ...actor, address: ctx.door.address })
    return this.#viewers.view(actor)
  }

  async letOut(ctx: Context): Promise<void> {
    ctx.door.setHeader('set-cookie', this.#cookie.clear())
    await ctx.become({ kind: 'ANONYMOUS', locale: '', address: ctx.door.address })
  }
}
