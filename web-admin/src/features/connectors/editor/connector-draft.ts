import type { ChangeConnectorInput, ConnectorAuthInput, ConnectorAuthKind, ConnectorClientPlace, ConnectorForm_ConnectorFragment as Connector, ConnectorKeyPlace, ConnectorKind, ConnectorSecret } from '../../../contract/graphql.ts'

export const AUTH_KINDS: ConnectorAuthKind[] = ['NONE', 'BASIC', 'BEARER', 'API_KEY', 'OAUTH2_CLIENT_CREDENTIALS', 'MTLS']
/** What each kind cannot do without. */
export const SECRET_OF: Partial<Record<ConnectorAuthKind, ConnectorSecret>> = {
  BASIC: 'PASSWORD', BEARER: 'TOKEN', API_KEY: 'API_KEY', OAUTH2_CLIENT_CREDENTIALS: 'CLIENT_SECRET',
}
export const CERTIFICATE_SECRETS = ['CERTIFICATE', 'PRIVATE_KEY', 'PASSPHRASE', 'AUTHORITY'] as const satisfies ConnectorSecret[]

/** A secret as it is being written: nothing typed leaves it as it is. */
export interface SecretDraft {
  value: string
  isForgotten: boolean
}

export interface ConnectorDraft {
  name: string
  description: string
  kind: ConnectorKind
  demoSystem: string
  baseUrl: string
  headers: { name: string; value: string }[]
  auth: {
    kind: ConnectorAuthKind
    username: string
    keyName: string
    keyPlace: ConnectorKeyPlace
    tokenUrl: string
    clientId: string
    clientPlace: ConnectorClientPlace
    scope: string
    audience: string
  }
  secrets: Partial<Record<ConnectorSecret, SecretDraft>>
  version: number
}

export function draftOf({ name, description, kind, demoSystem, baseUrl, headers, auth, version }: Connector): ConnectorDraft {
  return {
    name, description, kind, demoSystem: demoSystem?.key ?? '', baseUrl: baseUrl ?? '', version,
    headers: headers.map(header => ({ name: header.name, value: String(header.value) })),
    auth: {
      kind: auth.kind, username: auth.username ?? '', keyName: auth.keyName ?? '', keyPlace: auth.keyPlace ?? 'HEADER', tokenUrl: auth.tokenUrl ?? '',
      clientId: auth.clientId ?? '', clientPlace: auth.clientPlace ?? 'HEADER', scope: auth.scope ?? '', audience: auth.audience ?? '',
    },
    secrets: {},
  }
}

/** Only what was typed is sent, and only what this kind has. */
function authOf({ auth, secrets }: ConnectorDraft): ConnectorAuthInput {
  const needed = SECRET_OF[auth.kind]
  const mayBe: ConnectorSecret[] = [...(needed ? [needed] : []), ...CERTIFICATE_SECRETS]
  const given = mayBe.flatMap(secret => {
    const { value = '', isForgotten = false } = secrets[secret] ?? {}
    return value || isForgotten ? [{ secret, value: isForgotten ? '' : value }] : []
  })
  const base = { kind: auth.kind, secrets: given }
  if (auth.kind === 'BASIC') return { ...base, username: auth.username }
  if (auth.kind === 'API_KEY') return { ...base, keyName: auth.keyName, keyPlace: auth.keyPlace }
  if (auth.kind !== 'OAUTH2_CLIENT_CREDENTIALS') return base
  const { tokenUrl, clientId, clientPlace, scope, audience } = auth
  return { ...base, tokenUrl, clientId, clientPlace, scope, audience }
}

export function changeOf(connectorId: string, draft: ConnectorDraft): ChangeConnectorInput {
  const { version, name, description, kind, demoSystem, baseUrl, headers } = draft
  return {
    connectorId, version, name, description, kind, demoSystem: demoSystem || null, baseUrl: baseUrl.trim() || null,
    headers: headers.filter(header => header.name.trim() || header.value), auth: authOf(draft),
  }
}

/** The first field that cannot be sent as it is, named as the server names it. */
export function problemOf({ name, kind, demoSystem, baseUrl, auth }: ConnectorDraft): string | undefined {
  if (!name.trim()) return 'name'
  if (kind === 'DEMO' && !demoSystem) return 'demoSystem'
  if (kind === 'REST' && !isAddress(baseUrl)) return 'baseUrl'
  if (auth.kind === 'BASIC' && !auth.username) return 'auth.username'
  if (auth.kind === 'API_KEY' && !auth.keyName.trim()) return 'auth.keyName'
  if (auth.kind !== 'OAUTH2_CLIENT_CREDENTIALS') return undefined
  return isAddress(auth.tokenUrl) ? (auth.clientId.trim() ? undefined : 'auth.clientId') : 'auth.tokenUrl'
}

export const isAddress = (text: string): boolean => URL.canParse(text.trim()) && /^https?:$/.test(new URL(text.trim()).protocol)
