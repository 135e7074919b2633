const HTTP: Readonly<Record<number, number>> = { 10: 403, 190: 401, 200: 403, 551: 400, 613: 400, 1200: 500, 2: 503 }

/** An error as Graph answers it. */
export class MessagingError extends Error {
  readonly code: number
  readonly subcode: number | undefined
  readonly status: number
  constructor(code: number, message: string, { subcode, status = HTTP[code] ?? 400 }: { subcode?: number; status?: number } = {}) {
    super(`(#${code}) ${message}`)
    this.code = code
    this.subcode = subcode
    this.status = status
  }

  get body(): object {
    const { message, code, subcode } = this
    return { error: { message, type: 'OAuthException', code, ...(subcode && { error_subcode: subcode }), fbtrace_id: 'D0ubLe' } }
  }
}

export const wrong = (message: string): never => { throw new MessagingError(100, message) }
