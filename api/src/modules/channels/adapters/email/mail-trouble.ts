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
  responseText?: string
  response?: string
}

const TLS = /^(?:ETLS|EREQUIRETLS|ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|UPGRADE_TIMEOUT|ClosedAfterConnectTLS)/

/** The server works, and has no such folder, or does not open it for us. */
export class FolderClosed extends Error {
  constructor(folder: string, cause: unknown) {
    super(`The folder “${folder}” cannot be opened.`, { cause })
    this.name = 'FolderClosed'
  }
}

export function troubleOf(error: unknown): MailTrouble {
  if (error instanceof FolderClosed) return { code: 'FOLDER', message: error.message }
  if (error instanceof OutsideProblem) return { code: 'HOST', message: error.message }
  const { code = '', message, authenticationFailed, responseText, response } = error as MailError
  const words = (responseText ?? response ?? message).slice(0, 300)
  if (authenticationFailed || code === 'EAUTH') return { code: 'AUTH', message: words }
  if (TLS.test(code) || /\b(?:STARTTLS|certificate|altnames|SSL|TLS)\b/i.test(message)) return { code: 'TLS', message: words }
  return { code: 'HOST', message: words }
}
