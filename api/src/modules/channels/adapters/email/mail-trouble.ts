import { OutsideProblem } from '../../../../platform/outside/outside-problem.ts'

/** Why a mail server cannot be worked with, in a word that screens know. */
export type MailTroubleCode = 'AUTH' | 'HOST' | 'TLS' | 'FOLDER'

export interface MailTrouble {
  code: MailTroubleCode
  message: string
}

interface MailError extends Error {
  code?: string
  authenticationFailed?: boolean
  mailboxMissing?: boolean
  responseStatus?: string
  responseText?: string
  response?: string
}

const TLS = /^(?:ETLS|EREQUIRETLS|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|UPGRADE_TIMEOUT|ClosedAfterConnectTLS)/

export function troubleOf(error: unknown): MailTrouble {
  if (error instanceof OutsideProblem) return { code: 'HOST', message: error.message }
  const { code = '', message, authenticationFailed, mailboxMissing, responseStatus, responseText, response } = error as MailError
  const words = (responseText ?? response ?? message).slice(0, 300)
  if (authenticationFailed || code === 'EAUTH') return { code: 'AUTH', message: words }
  if (mailboxMissing || responseStatus === 'NO') return { code: 'FOLDER', message: words }
  if (TLS.test(code) || /\b(?:STARTTLS|certificate|altnames|SSL|TLS)\b/i.test(message)) return { code: 'TLS', message: words }
  return { code: 'HOST', message: words }
}
