import type { Json } from '@botpro/graphql/flows'
import type { Outside } from '../../../platform/outside/outside.ts'
import { OutsideProblem } from '../../../platform/outside/outside-problem.ts'
import { CallProblem } from '../call-problem.ts'
import { hiddenOf, type ConnectorSecrets } from '../connector/connector-auth.ts'
import type { ServingConnector } from '../connector/serving-connectors.ts'
import { isReading, mayRepeat, type OperationDefinition } from '../operation/operation.ts'
import type { AccessTokens } from './access-tokens.ts'
import { problemOfReach } from './reach-problem.ts'
import { Redaction } from './redaction.ts'
import { dataOf, readAnswer, type RestAnswer } from './rest-answer.ts'
import { basicOf, letIn, tlsOf } from './rest-auth.ts'
import { restRequest, type RestRequest } from './rest-request.ts'

export interface RestCall {
  connector: ServingConnector & { baseUrl: string }
  secrets: ConnectorSecrets
  operation: OperationDefinition
  input: Record<string, Json>
  idempotencyKey: string
  timeoutMs: number
  signal?: AbortSignal
  /** Told what is sent and what comes, without secrets: for those who try it out. */
  watch?: (seen: Seen) => void
}

export interface Seen {
  request?: RestRequest & { address: string }
  answer?: RestAnswer
}

/** Asks a company's system once. */
export class RestSystem {
  readonly #outside: Pick<Outside, 'request'>
  readonly #tokens: AccessTokens

  constructor({ outside, tokens }: { outside: Pick<Outside, 'request'>; tokens: AccessTokens }) {
    this.#outside = outside
    this.#tokens = tokens
  }

  /** What flows get of its answer. Throws a CallProblem. */
  async ask(call: RestCall): Promise<Json> {
    const request = restRequest({ ...call, baseUrl: call.connector.baseUrl, headers: call.connector.headers })
    const answer = await this.#answered(call, request)
    return dataOf(answer, call.operation)
  }

  /** A token that is not taken any more is got anew, once: what was refused was not done. */
  async #answered(call: RestCall, request: RestRequest): Promise<RestAnswer> {
    const { auth } = call.connector
    if (auth.kind !== 'OAUTH2_CLIENT_CREDENTIALS') return this.#sent(call, request)
    const key = `${call.connector.id} ${call.connector.version}`
    const question = { ...call, key, auth }
    const first = await this.#sent(call, request, await this.#tokens.get(question))
    if (first.status !== 401) return first
    this.#tokens.forget(key)
    return this.#sent(call, request, await this.#tokens.get(question))
  }

  async #sent(call: RestCall, request: RestRequest, token?: string): Promise<RestAnswer> {
    const { connector: { auth }, secrets, operation, timeoutMs, signal, watch } = call
    const { url, ...whole } = letIn(request, { auth, secrets, token })
    const hidden = [...hiddenOf(secrets), ...token ? [token] : [], ...auth.kind === 'BASIC' ? [basicOf(auth, secrets)] : []]
    const redaction = new Redaction(hidden)
    watch?.({ request: redacted({ url, ...whole }, redaction) })
    try {
      const answer = await this.#outside.request({
        ...whole, url: url.href, maxBytes: operation.maxBytes, timeoutMs, signal, tls: tlsOf(secrets), redirects: 'NONE',
      })
      const read = readAnswer(answer, new Redaction(hidden, 'TOLD'))
      watch?.({ answer: { ...read, text: redaction.of(read.text) } })
      if (read.status === 504 && !mayRepeat(operation)) throw new CallProblem('UNKNOWN', UNKNOWN, { status: 504 })
      return read
    } catch (error) {
      throw this.#problemOf(error, call)
    }
  }

  /** What must not be done twice, and was sent, may have been done. */
  #problemOf(error: unknown, { operation, signal }: RestCall): unknown {
    if (error instanceof CallProblem) return error
    const mayHaveArrived = signal?.aborted || (error instanceof OutsideProblem && error.mayHaveArrived)
    if (mayHaveArrived && !isReading(operation) && !mayRepeat(operation)) return new CallProblem('UNKNOWN', UNKNOWN)
    return signal?.aborted ? new CallProblem('TIMEOUT', 'Whoever asked did not wait any longer.', { isOurs: true }) : problemOfReach(error)
  }
}

const UNKNOWN = 'It was sent, and no answer came: it may have been done.'

function redacted({ url, headers, ...rest }: RestRequest, redaction: Redaction): Seen['request'] {
  return {
    ...rest, url, address: redaction.of(url.href), ...rest.body !== undefined && { body: redaction.of(rest.body) },
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, redaction.of(value)])),
  }
}
