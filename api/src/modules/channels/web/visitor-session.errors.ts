import { Refusal } from '../../../platform/refusal.ts'

export class OriginNotAllowed extends Refusal {
  readonly __typename = 'OriginNotAllowed'
  readonly code = 'ORIGIN_NOT_ALLOWED'
  readonly message = 'The channel does not allow this origin.'
}

export class AppTokenRefused extends Refusal {
  readonly __typename = 'AppTokenRefused'
  readonly code = 'APP_TOKEN_REFUSED'
  readonly message = 'The application’s token is none, or has ended.'
}

export class IdentityRefused extends Refusal {
  readonly __typename = 'IdentityRefused'
  readonly code = 'IDENTITY_REFUSED'
  readonly message = 'The signed identity is forged, too old, or meant for another site.'
}
