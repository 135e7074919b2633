import { OutsideProblem } from '../../../platform/outside/outside-problem.ts'
import { CallProblem } from '../call-problem.ts'
import type { CallCode } from '../connector-call.ts'

const BY_CODE: Record<OutsideProblem['code'], CallCode> = {
  BAD_ADDRESS: 'UNREACHABLE', ADDRESS_REFUSED: 'UNREACHABLE', UNREACHABLE: 'UNREACHABLE', TOO_SLOW: 'TIMEOUT',
  TOO_LARGE: 'BAD_ANSWER', WRONG_KIND: 'BAD_ANSWER', UNREADABLE: 'BAD_ANSWER',
}

const UNTRUSTED = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_)/

/** Why there was no answer, in words that tell nothing of our network. Errors of ours are thrown on. */
export function problemOfReach(error: unknown, who = 'The system'): CallProblem {
  if (error instanceof CallProblem) return error
  if (!(error instanceof OutsideProblem)) throw error
  return new CallProblem(BY_CODE[error.code], `${who}: ${causeInWords(error) ?? lowered(error.message)}`)
}

function causeInWords({ cause }: OutsideProblem): string | undefined {
  const code = String((cause as NodeJS.ErrnoException | undefined)?.code ?? '')
  if (code === 'ECONNREFUSED') return 'nothing listens at its address.'
  if (UNTRUSTED.test(code)) return 'its certificate is not one that we believe.'
  if (/ALERT|ERR_SSL/.test(code)) return 'it broke off the greeting; it may want another client certificate.'
  if (code === 'ECONNRESET' || code === 'EPIPE') return 'it cut the connection.'
  return undefined
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
