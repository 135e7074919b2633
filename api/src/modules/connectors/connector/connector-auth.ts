export type AuthKind = 'NONE' | 'BASIC' | 'BEARER' | 'API_KEY' | 'OAUTH2_CLIENT_CREDENTIALS' | 'MTLS'

/** How a system lets us in; nothing of it is secret. */
export interface ConnectorAuth {
  kind: AuthKind
  username?: string
  keyName?: string
  keyPlace?: 'HEADER' | 'QUERY'
  tokenUrl?: string
  clientId?: string
  clientPlace?: 'HEADER' | 'BODY'
  scope?: string
  audience?: string
  /** Which secrets are kept. */
  secrets: SecretName[]
  certificateSubject?: string
  certificateExpiresAt?: string
}

export const SECRET_NAMES = ['PASSWORD', 'TOKEN', 'API_KEY', 'CLIENT_SECRET', 'CERTIFICATE', 'PRIVATE_KEY', 'PASSPHRASE', 'AUTHORITY'] as const
export type SecretName = (typeof SECRET_NAMES)[number]

export type ConnectorSecrets = Partial<Record<SecretName, string>>

/** What each kind cannot do without. */
export const NEEDED_SECRETS: Record<AuthKind, readonly SecretName[]> = {
  NONE: [], BASIC: ['PASSWORD'], BEARER: ['TOKEN'], API_KEY: ['API_KEY'], OAUTH2_CLIENT_CREDENTIALS: ['CLIENT_SECRET'],
  MTLS: ['CERTIFICATE', 'PRIVATE_KEY'],
}

/** Names whose secrets they are, so that they open nowhere else. */
export const secretsContext = (connectorId: string): string => `connector:${connectorId}`

/** What is never shown of them: all but certificates, which are told to everybody anyway. */
export const hiddenOf = ({ CERTIFICATE: _shown, AUTHORITY: _public, ...hidden }: ConnectorSecrets): string[] => Object.values(hidden)
