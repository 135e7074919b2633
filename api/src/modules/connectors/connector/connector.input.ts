import { X509Certificate, createPrivateKey } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import { InvalidInput } from '../../../platform/refusal.ts'
import { countProblem, eachProblem, firstProblem, headerProblem, isHeaderName, textProblem } from '../input-rules.ts'
import { NEEDED_SECRETS, SECRET_NAMES, type ConnectorAuth, type ConnectorSecrets, type SecretName } from './connector-auth.ts'
import type { ConnectorDetails } from './connector.entity.ts'

const MAX_ADDRESS = 500
const MAX_SECRET = 20_000
const MOST_HEADERS = 20
const PEM_SECRETS: readonly SecretName[] = ['CERTIFICATE', 'PRIVATE_KEY', 'AUTHORITY']

export interface TypedAuth extends Omit<Nullable<ConnectorAuth>, 'kind' | 'secrets' | 'certificateSubject' | 'certificateExpiresAt'> {
  kind: ConnectorAuth['kind']
  secrets?: { secret: SecretName; value: string }[] | null
}

type Nullable<Type> = { [Name in keyof Type]?: Type[Name] | null }

export interface TypedDetails extends Omit<ConnectorDetails, 'demoSystem' | 'baseUrl'> {
  demoSystem?: string | null
  baseUrl?: string | null
}

/** What decides whether an address or a demo system can be taken. */
export interface Known {
  /** Addresses that need no https: for development and tests. */
  plain: readonly string[]
  demoSystems: readonly string[]
}

/** What somebody says of a connector, trimmed; or the first thing that is wrong. */
export function connectorDetails(typed: TypedDetails, { plain, demoSystems }: Known): ConnectorDetails | InvalidInput {
  const details: ConnectorDetails = {
    name: typed.name.trim(), description: typed.description.trim(), kind: typed.kind, demoSystem: typed.demoSystem || null,
    baseUrl: typed.baseUrl?.trim().replace(/\/+$/, '') || null, headers: typed.headers.map(({ name, value }) => ({ name: name.trim(), value })),
  }
  const { kind, demoSystem, baseUrl, headers } = details
  return firstProblem(
    () => textProblem('name', details.name, 1, 80),
    () => textProblem('description', details.description, 0, 500),
    () => (kind === 'REST' || baseUrl ? addressProblem('baseUrl', baseUrl ?? '', plain) : undefined),
    () => (demoSystem ? !demoSystems.includes(demoSystem) : kind === 'DEMO') ? new InvalidInput('demoSystem', 'There is no such demo system.') : undefined,
    () => countProblem('headers', headers, MOST_HEADERS),
    () => eachProblem('headers', headers, headerProblem),
    () => eachProblem('headers', headers, ({ value }, at) =>
      (typeof value !== 'string' || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value) ? new InvalidInput(`${at}.value`, 'A text that can stand in a header.') : undefined)),
  ) ?? details
}

export function addressProblem(field: string, address: string, plain: readonly string[]): InvalidInput | undefined {
  const url = URL.canParse(address) && address.length <= MAX_ADDRESS ? new URL(address) : undefined
  const isPlain = url?.protocol === 'http:' && (plain.includes(url.host) || plain.includes(url.hostname))
  if (!url || (url.protocol !== 'https:' && !isPlain)) return new InvalidInput(field, 'Must be an https address.')
  if (url.username || url.password) return new InvalidInput(field, 'What lets us in does not belong into the address.')
  if (url.search || url.hash) return new InvalidInput(field, 'Must end where the paths begin, without “?” and “#”.')
}

/** How a system lets us in, with the secrets that there are then; or the first thing that is wrong. `kept` are those that stay. */
export function connectorAuth(typed: TypedAuth, kept: ConnectorSecrets, plain: readonly string[]): { auth: ConnectorAuth; secrets: ConnectorSecrets } | InvalidInput {
  const secrets = secretsAfter(typed, kept)
  const auth: ConnectorAuth = { kind: typed.kind, ...partsOf(typed), secrets: SECRET_NAMES.filter(name => secrets[name] !== undefined) }
  return firstProblem(
    () => partsProblem(auth, plain),
    () => eachProblem('auth.secrets', typed.secrets ?? [], secretProblem),
    () => neededProblem(auth),
    () => certificateProblem(secrets),
  ) ?? { auth: { ...auth, ...certificateIn(secrets) }, secrets }
}

/** What no kind of letting in needs any more goes. */
function secretsAfter({ kind, secrets = [] }: TypedAuth, kept: ConnectorSecrets): ConnectorSecrets {
  const after = { ...kept }
  for (const { secret, value } of secrets ?? []) {
    const text = PEM_SECRETS.includes(secret) ? value.trim() : value
    if (text) after[secret] = text
    else delete after[secret]
  }
  const wanted = new Set<SecretName>([...NEEDED_SECRETS[kind], 'CERTIFICATE', 'PRIVATE_KEY', 'PASSPHRASE', 'AUTHORITY'])
  return Object.fromEntries(Object.entries(after).filter(([name]) => wanted.has(name as SecretName)))
}

function partsOf({ kind, ...typed }: TypedAuth): Partial<ConnectorAuth> {
  const text = (value: string | null | undefined) => value?.trim() ?? ''
  if (kind === 'BASIC') return { username: typed.username ?? '' }
  if (kind === 'API_KEY') return { keyName: text(typed.keyName), keyPlace: typed.keyPlace ?? 'HEADER' }
  if (kind !== 'OAUTH2_CLIENT_CREDENTIALS') return {}
  const [scope, audience] = [text(typed.scope), text(typed.audience)]
  return { tokenUrl: text(typed.tokenUrl), clientId: text(typed.clientId), clientPlace: typed.clientPlace ?? 'HEADER', ...scope && { scope }, ...audience && { audience } }
}

function partsProblem({ kind, username = '', keyName = '', keyPlace, tokenUrl = '', clientId = '', scope = '', audience = '' }: ConnectorAuth, plain: readonly string[]) {
  if (kind === 'BASIC') return textProblem('auth.username', username, 1, 200) ?? (username.includes(':') ? new InvalidInput('auth.username', 'Without a colon.') : undefined)
  if (kind === 'API_KEY') return keyPlace === 'HEADER' && keyName.toLowerCase() !== 'authorization' && !isHeaderName(keyName) ? new InvalidInput('auth.keyName', 'Not a header that may be set here.') : textProblem('auth.keyName', keyName, 1, 100)
  if (kind !== 'OAUTH2_CLIENT_CREDENTIALS') return undefined
  return addressProblem('auth.tokenUrl', tokenUrl, plain) ?? textProblem('auth.clientId', clientId, 1, 300) ?? textProblem('auth.scope', scope, 0, 1000) ?? textProblem('auth.audience', audience, 0, 500)
}

/** What goes into a header may be nothing else there. */
function secretProblem({ secret, value }: { secret: SecretName; value: string }, at: string): InvalidInput | undefined {
  if (value.length > MAX_SECRET) return new InvalidInput(`${at}.value`, `At most ${MAX_SECRET} characters.`)
  const isWritten = PEM_SECRETS.includes(secret) || secret === 'PASSWORD' || secret === 'PASSPHRASE'
  if (!isWritten && !/^[\x21-\x7e]*$/.test(value)) return new InvalidInput(`${at}.value`, 'Not a secret that could be sent: no spaces, no line breaks.')
}

function neededProblem({ kind, secrets }: ConnectorAuth): InvalidInput | undefined {
  const missing = NEEDED_SECRETS[kind].find(name => !secrets.includes(name))
  return missing && new InvalidInput(`auth.${missing}`, 'Is needed.')
}

function certificateProblem({ CERTIFICATE: cert, PRIVATE_KEY: key, PASSPHRASE: passphrase, AUTHORITY: ca }: ConnectorSecrets): InvalidInput | undefined {
  if (!cert !== !key) return new InvalidInput(cert ? 'auth.PRIVATE_KEY' : 'auth.CERTIFICATE', 'A certificate and its key go together.')
  if (ca && !readable(() => new X509Certificate(ca))) return new InvalidInput('auth.AUTHORITY', 'Not a certificate in PEM.')
  if (!cert || !key) return undefined
  if (!readable(() => new X509Certificate(cert))) return new InvalidInput('auth.CERTIFICATE', 'Not a certificate in PEM.')
  if (!readable(() => createPrivateKey({ key, passphrase }))) return new InvalidInput('auth.PRIVATE_KEY', 'Not a key in PEM, or another passphrase.')
  if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey({ key, passphrase })) || !readable(() => createSecureContext({ cert, key, passphrase }))) return new InvalidInput('auth.PRIVATE_KEY', 'The key of another certificate.')
}

function readable(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}

function certificateIn({ CERTIFICATE: cert }: ConnectorSecrets): Partial<ConnectorAuth> {
  if (!cert) return {}
  const { subject, validToDate } = new X509Certificate(cert)
  return { certificateSubject: subject.replaceAll('\n', ', ').slice(0, 300), certificateExpiresAt: validToDate.toISOString() }
}
