export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_INCLUDED'
  | 'NOT_FOUND'
  | 'RATE_LIMITED'
  | 'CONFLICT'
  | 'RESYNC_REQUIRED'
  | 'TENANT_SUSPENDED'
  | 'INTERNAL'

/** What may be told to a client. Anything else that is thrown becomes INTERNAL at the door. */
export abstract class DomainError extends Error {
  abstract readonly code: ErrorCode

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = new.target.name
  }
}

export class BadInput extends DomainError {
  readonly code = 'BAD_USER_INPUT'
  readonly field: string

  constructor(field: string, message = `The value of “${field}” is not valid.`) {
    super(message)
    this.field = field
  }
}

export class Unauthenticated extends DomainError {
  readonly code = 'UNAUTHENTICATED'
  constructor(message = 'Sign in first.') {
    super(message)
  }
}

export class Forbidden extends DomainError {
  readonly code = 'FORBIDDEN'
  constructor(message = 'This is not allowed to you.') {
    super(message)
  }
}

/** The tenant's plan does not include it, or no more of it. */
export class NotIncluded extends DomainError {
  readonly code = 'NOT_INCLUDED'
  /** The name of the feature, as the contract has it. */
  readonly field: string
  /** How many it includes, where it includes some. */
  readonly limit?: number

  constructor(feature: string, limit?: number) {
    super(limit === undefined ? `The plan does not include ${feature}.` : `The plan includes ${limit} of ${feature}, and no more.`)
    this.field = feature
    this.limit = limit
  }
}

/** Not there and not yours look the same. */
export class NotFound extends DomainError {
  readonly code = 'NOT_FOUND'
  constructor(what = 'It', message = `${what} was not found.`) {
    super(message)
  }
}

export class Conflict extends DomainError {
  readonly code = 'CONFLICT'
  constructor(message = 'Somebody else changed this in the meantime.') {
    super(message)
  }
}

export class RateLimited extends DomainError {
  readonly code = 'RATE_LIMITED'
  /** Seconds. */
  readonly retryAfter: number

  constructor(retryAfter: number, message = 'Too many requests; try again later.') {
    super(message)
    this.retryAfter = retryAfter
  }
}

/** The tenant's service stands still: this does not answer until it is back. */
export class TenantSuspended extends DomainError {
  readonly code = 'TENANT_SUSPENDED'
  constructor(message = 'The service of this tenant is suspended: this is not available until it is back.') {
    super(message)
  }
}
