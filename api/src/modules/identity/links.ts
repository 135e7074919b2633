import type { MemberRole } from '../../platform/actor.ts'

export const INVITATION_DAYS = 7
export const RESET_MINUTES = 60

type App = 'admin' | 'agent'

/** Where people of a role work. */
export const appOf = (role: MemberRole): App =>
  role === 'AGENT' || role === 'SUPERVISOR' ? 'agent' : 'admin'

/** The addresses that mails lead to. */
export class Links {
  readonly #publicUrl: () => string

  /** Asked each time: a server on any free port knows its address only once it listens. */
  constructor(publicUrl: () => string) {
    this.#publicUrl = publicUrl
  }

  invitation = (app: App, token: string) => `${this.#publicUrl()}/${app}/invitation/${token}`

  reset = (app: App, token: string) => `${this.#publicUrl()}/${app}/reset/${token}`
}
