import { Refusal } from '../../platform/refusal.ts'
import type { PasswordRefusal } from './password-rules.ts'

export class MemberExists extends Refusal {
  readonly __typename = 'MemberExists'
  readonly code = 'MEMBER_EXISTS'
  readonly message = 'The address already belongs to somebody in this tenant.'
}

export class LastOwner extends Refusal {
  readonly __typename = 'LastOwner'
  readonly code = 'LAST_OWNER'
  readonly message = 'A tenant keeps at least one active owner.'
}

export class InvalidCredentials extends Refusal {
  readonly __typename = 'InvalidCredentials'
  readonly code = 'INVALID_CREDENTIALS'
  readonly message = 'These do not belong together.'
}

export class SignInLocked extends Refusal {
  readonly __typename = 'SignInLocked'
  readonly code = 'SIGN_IN_LOCKED'
  readonly message = 'Too many failures; try again later.'
  readonly retryAt: Date

  constructor(retryAt: Date) {
    super()
    this.retryAt = retryAt
  }
}

export class LinkInvalid extends Refusal {
  readonly __typename = 'LinkInvalid'
  readonly code = 'LINK_INVALID'
  readonly message = 'The link was used, withdrawn, or is too old.'
}

export class SignInRequired extends Refusal {
  readonly __typename = 'SignInRequired'
  readonly code = 'SIGN_IN_REQUIRED'
  readonly message = 'The address has an account; accept when you are signed in to it.'
}

export class PasswordRefused extends Refusal {
  readonly __typename = 'PasswordRefused'
  readonly code = 'PASSWORD_REFUSED'
  readonly message: string
  readonly reason: PasswordRefusal

  constructor(reason: PasswordRefusal) {
    super()
    this.reason = reason
    this.message = `The password is ${reason.toLowerCase().replace('_', ' ')}.`
  }
}
