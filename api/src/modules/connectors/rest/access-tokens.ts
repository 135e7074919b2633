import { LRUCache } from 'lru-cache'
import type { Outside, OutsideAnswer } from '../../../platform/outside/outside.ts'
import { CallProblem } from '../call-problem.ts'
import type { ConnectorAuth, ConnectorSecrets } from '../connector/connector-auth.ts'
import { answerJson } from './answer-json.ts'
import { redirected, redirectOf } from './rest-answer.ts'
import { tlsOf } from './rest-auth.ts'
import { problemOfReach } from './reach-problem.ts'

interface AccessToken {
  value: string
  /** On the clock of `perf`. */
  until: number
}

export interface TokenQuestion {
  /** Whose token it is: another version may have another server. */
  key: string
  auth: ConnectorAuth
  secrets: ConnectorSecrets
  timeoutMs: number
}

const MOST_KEPT = 5000
const MAX_BYTES = 100_000
const USUAL_SECONDS = 300
const LONGEST_SECONDS = 86_400
/** So long before it ends a token is not begun with any more; of a short one, a tenth. */
const MARGIN_MS = 60_000

/** Tokens by client credentials, got once for all who need one, and anew before they end. In memory only. */
export class AccessTokens {
  readonly #outside: Pick<Outside, 'request'>
  readonly #perf: { now(): number }
  readonly #tokens = new LRUCache<string, Promise<AccessToken>>({ max: MOST_KEPT })

  constructor(outside: Pick<Outside, 'request'>, perf: { now(): number } = performance) {
    this.#outside = outside
    this.#perf = perf
  }

  /** Throws a CallProblem. */
  async get(question: TokenQuestion): Promise<string> {
    const known = this.#tokens.get(question.key)
    const token = known && await known.catch(() => undefined)
    if (token && token.until > this.#perf.now()) return token.value
    // Others may have asked anew meanwhile.
    const present = this.#tokens.get(question.key)
    return (await (present && present !== known ? present : this.#ask(question))).value
  }

  /** The system does not take it, whatever was said of how long it lasts. */
  forget(key: string): void {
    this.#tokens.delete(key)
  }

  #ask(question: TokenQuestion): Promise<AccessToken> {
    const asked = this.#asked(question)
    this.#tokens.set(question.key, asked)
    asked.catch(() => { if (this.#tokens.peek(question.key) === asked) this.#tokens.delete(question.key) })
    return asked
  }

  async #asked({ auth, secrets, timeoutMs }: TokenQuestion): Promise<AccessToken> {
    const begun = this.#perf.now()
    const { headers, body } = tokenRequest(auth, secrets)
    const answer = await this.#outside.request({
      url: auth.tokenUrl!, method: 'POST', headers, body, maxBytes: MAX_BYTES, timeoutMs, tls: tlsOf(secrets),
    }).catch(error => { throw problemOfReach(error, 'The token server') })
    return tokenIn(answer, begun)
  }
}

function tokenRequest({ clientId = '', clientPlace = 'HEADER', scope, audience }: ConnectorAuth, { CLIENT_SECRET: secret = '' }: ConnectorSecrets) {
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...scope && { scope }, ...audience && { audience } })
  const headers: Record<string, string> = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
  if (clientPlace === 'BODY') {
    form.set('client_id', clientId)
    form.set('client_secret', secret)
  } else headers['authorization'] = `Basic ${Buffer.from(`${formText(clientId)}:${formText(secret)}`).toString('base64')}`
  return { headers, body: form.toString() }
}

/** RFC 6749, 2.3.1: both are written as forms are before they are put together. */
const formText = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1)

function tokenIn(answer: OutsideAnswer, begun: number): AccessToken {
  const { status, body } = answer
  const leadsTo = redirectOf(answer)
  if (leadsTo) throw redirected('The token server', leadsTo, status)
  const said = answerJson(body.toString('utf8')) as Record<string, unknown> | undefined
  if (status >= 500) throw new CallProblem('FAILED', 'The token server failed.', { status })
  if (status < 200 || status > 299) throw new CallProblem('REFUSED', `The token server gave no token${reasonIn(said)}.`, { status })
  const value = said?.['access_token']
  if (typeof value !== 'string' || !/^[\x21-\x7e]{1,16000}$/.test(value)) throw new CallProblem('BAD_ANSWER', 'The token server sent no token that could be used.', { status })
  const seconds = Number(said?.['expires_in'] ?? USUAL_SECONDS)
  const lasts = Math.min(Number.isFinite(seconds) ? Math.max(seconds, 0) : USUAL_SECONDS, LONGEST_SECONDS) * 1000
  return { value, until: begun + lasts - Math.min(MARGIN_MS, lasts / 10) }
}

/** The codes of OAuth 2 are public words; what else is said may be anything. */
function reasonIn(said: Record<string, unknown> | undefined): string {
  const error = said?.['error']
  return typeof error === 'string' && /^[a-z_]{1,40}$/.test(error) ? `: ${error}` : ''
}
