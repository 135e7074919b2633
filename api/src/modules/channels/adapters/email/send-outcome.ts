import { OutsideProblem } from '../../../../platform/outside/outside-problem.ts'
import type { RefusedBecause, RetryScope, SendOutcome } from '../outgoing.ts'
import type { ChannelFailure } from '../update.ts'
import { NotTaken } from './smtp-session.ts'
import { troubleOf } from './mail-trouble.ts'

interface SmtpError extends Error {
  code?: string
  command?: string
  responseCode?: number
  response?: string
}

/** What a failure of SMTP means for the message (RFC 5321, section 4.2; RFC 3463; RFC 1047). */
export function failedOutcome(thrown: unknown): SendOutcome {
  const isTaken = thrown instanceof NotTaken
  const error = (isTaken ? thrown.cause : thrown) as SmtpError
  const failure = failureOf(error)
  if (isTaken && thrown.mayHaveArrived) return { kind: 'UNKNOWN', failure }
  const { responseCode, code } = error
  if (error instanceof OutsideProblem && error.code !== 'UNREACHABLE') return { kind: 'ACCOUNT_STOPPED', failure }
  if (code === 'EAUTH') return isFor(responseCode, 4) ? { kind: 'RETRY', scope: 'ACCOUNT', failure } : { kind: 'ACCOUNT_STOPPED', failure }
  if (isFor(responseCode, 5)) return refused(error, failure)
  if (code === 'EMESSAGE' && responseCode === undefined) return { kind: 'REFUSED', failure, because: 'TOO_LARGE' }
  if (code === 'EENVELOPE' && responseCode === undefined) return { kind: 'REFUSED', failure, because: 'UNREACHABLE' }
  return { kind: 'RETRY', scope: scopeOf(error), failure }
}

const isFor = (responseCode: number | undefined, hundred: number) => responseCode !== undefined && Math.floor(responseCode / 100) === hundred

function refused({ command, responseCode, response = '' }: SmtpError, failure: ChannelFailure): SendOutcome {
  if (responseCode === 530 || responseCode === 535 || responseCode === 538 || (command === 'MAIL FROM' && /^5\d\d[ -]5\.7\./.test(response))) return { kind: 'ACCOUNT_STOPPED', failure }
  return { kind: 'REFUSED', failure, because: becauseOf(command, responseCode!, enhancedCode(response)) }
}

function becauseOf(command: string | undefined, code: number, enhanced = ''): RefusedBecause {
  if (enhanced === '5.3.4' || enhanced === '5.2.3') return 'TOO_LARGE'
  if (command === 'RCPT TO') return /^5\.[1-2]\./.test(enhanced) || (!enhanced && [550, 551, 552, 553].includes(code)) ? 'UNREACHABLE' : 'OTHER'
  if (command !== 'DATA') return 'OTHER'
  if (code === 552) return 'TOO_LARGE'
  return code === 554 || /^5\.[67]\./.test(enhanced) ? 'CONTENT' : 'OTHER'
}

/** A recipient that is put off (greylisting, a full mailbox) keeps nobody else waiting. */
function scopeOf({ command, responseCode }: SmtpError): RetryScope {
  if (responseCode === undefined || responseCode === 421 || command === 'CONN') return 'ACCOUNT'
  return command === 'RCPT TO' ? 'PERSON' : command === 'DATA' ? 'MESSAGE' : 'ACCOUNT'
}

function failureOf(error: SmtpError): ChannelFailure {
  const response = error.response ?? ''
  const code = enhancedCode(response) ?? (error.responseCode ? String(error.responseCode) : error.code ?? troubleOf(error).code)
  return { code, message: (response || error.message).replace(/\s+/g, ' ').slice(0, 500) }
}

const enhancedCode = (response: string) => /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1]
