import type { RefusedBecause, RetryScope, SendOutcome } from '../outgoing.ts'
import type { ChannelFailure } from '../update.ts'
import { AnswerTooLarge, ProviderSilent } from '../provider-http.ts'
import { Json } from './json.ts'

/** What Graph answered instead of what was asked for. */
export class GraphRefused extends Error {
  readonly status: number
  readonly failure: ChannelFailure
  readonly subcode: string | undefined
  constructor(status: number, error: Json) {
    const failure = failureOf(error, status)
    super(failure.message)
    this.name = 'GraphRefused'
    this.status = status
    this.failure = failure
    this.subcode = error.at('error_subcode').id
  }

  get code(): string {
    return this.failure.code
  }
}

/** Of an `error` in an answer, or one of `errors` in a status: the details say more than the message. */
export function failureOf(error: Json, status?: number): ChannelFailure {
  const code = error.at('code').id ?? (status === undefined ? 'unknown' : `HTTP ${status}`)
  const said = [error.at('message').text ?? error.at('title').text, error.at('error_data', 'details').text]
  return { code, message: said.filter(Boolean).join(': ').slice(0, 1000) || 'No reason was given.' }
}

type NotAccepted = Exclude<SendOutcome, { kind: 'ACCEPTED' }>

type Verdict =
  | { kind: 'REFUSED'; because: RefusedBecause }
  | { kind: 'RETRY'; scope: RetryScope }
  | { kind: 'ACCOUNT_STOPPED' }
  /** Meta was overwhelmed; with a status of 500 or more it may have sent the message all the same. */
  | { kind: 'OVERLOADED'; scope: RetryScope }

const refused = (because: RefusedBecause): Verdict => ({ kind: 'REFUSED', because })
const stopped: Verdict = { kind: 'ACCOUNT_STOPPED' }
const overloaded: Verdict = { kind: 'OVERLOADED', scope: 'MESSAGE' }

/** By code, or by code and subcode where the code alone says too little. */
const verdicts: ReadonlyMap<string, Verdict> = new Map([
  ...rows({ kind: 'RETRY', scope: 'ACCOUNT' }, '4', '17', '32', '613', '80002', '80006', '80007', '130429'),
  ...rows({ kind: 'RETRY', scope: 'PERSON' }, '131056'),
  ...rows(overloaded, '1', '2', '1200', '131000', '131016', '133004'),
  ...rows({ kind: 'OVERLOADED', scope: 'ACCOUNT' }, '131057'),
  ...rows(refused('WINDOW_CLOSED'), '470', '131047', '10/2018065', '10/2018278', '10/2534022'),
  // Of Messenger and Instagram: she blocked the page, closed her account, or is not of this page.
  ...rows(refused('UNREACHABLE'), '230', '551', '10/2018108', '100/2018001', '100/2534014', '200/1545041', '130403', '131021', '131026'),
  ...rows(refused('OPTED_OUT'), '131050'),
  // 10/2018300: another tool leads this conversation at the moment.
  ...rows(refused('OTHER'), '10/2018300', '130472', '131048', '131049', '131064'),
  ...rows(refused('CONTENT'), '100', '131008', '131009', '131051', '131052', '131053', '135000'),
  ...rows(refused('TEMPLATE'), '131062', '132000', '132001', '132005', '132007', '132012', '132015', '132016', '132018', '132068', '132069'),
  // 100/33: the number or page of the settings is not there, or not this token's.
  ...rows(stopped, '0', '3', '10', '33', '100/33', '190', '368', '130497', '131005', '131031', '131042', '133010'),
])

function rows(verdict: Verdict, ...codes: string[]): [string, Verdict][] {
  return codes.map(code => [code, verdict])
}

function verdictOf(code: string, subcode: string | undefined): Verdict | undefined {
  const isPermission = /^2\d\d$/.test(code)
  return verdicts.get(`${code}/${subcode}`) ?? verdicts.get(code) ?? (isPermission ? stopped : undefined)
}

/** Why a message of ours failed for good, as a status tells it. */
export function becauseOf({ code }: ChannelFailure): RefusedBecause {
  const verdict = verdictOf(code, undefined)
  return verdict?.kind === 'REFUSED' ? verdict.because : 'OTHER'
}

/** What came of a call that did not bring what it should. `isHarmless` where nobody gets anything by it, such as an upload. */
export function outcomeOf(error: unknown, { isHarmless = false } = {}): NotAccepted {
  const outcome = error instanceof GraphRefused ? refusal(error) : silence(error)
  return isHarmless && outcome.kind === 'UNKNOWN' ? { kind: 'RETRY', scope: 'MESSAGE', failure: outcome.failure } : outcome
}

function refusal({ status, failure, subcode }: GraphRefused): NotAccepted {
  const verdict = verdictOf(failure.code, subcode) ?? byStatus(status)
  if (verdict.kind !== 'OVERLOADED') return { ...verdict, failure }
  return isAmbiguous(status) ? { kind: 'UNKNOWN', failure } : { kind: 'RETRY', scope: verdict.scope, failure }
}

/** Neither said no nor yes: errors of the server, redirects, and a 200 without what belongs in it. */
const isAmbiguous = (status: number): boolean => status >= 500 || status < 400 || status === 408

function byStatus(status: number): Verdict {
  if (isAmbiguous(status)) return overloaded
  if (status === 429) return { kind: 'RETRY', scope: 'ACCOUNT' }
  return status === 401 || status === 403 ? stopped : refused('OTHER')
}

function silence(error: unknown): NotAccepted {
  if (!(error instanceof ProviderSilent)) throw error
  const failure = { code: error instanceof AnswerTooLarge ? 'ANSWER_TOO_LARGE' : 'SILENT', message: error.message }
  return error.mayHaveArrived ? { kind: 'UNKNOWN', failure } : { kind: 'RETRY', scope: 'ACCOUNT', failure }
}
