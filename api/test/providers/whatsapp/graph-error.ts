const TITLES: Readonly<Record<number, string>> = {
  0: 'AuthException', 3: 'API Method', 4: 'API Too Many Calls', 10: 'Permission Denied', 33: 'Parameter value is not valid', 100: 'Invalid parameter', 190: 'Access token has expired',
  368: 'Temporarily blocked for policies violations', 130429: 'Rate limit hit', 131000: 'Something went wrong', 131005: 'Access denied', 131008: 'Required parameter is missing',
  131009: 'Parameter value is not valid', 131016: 'Service unavailable', 131026: 'Message undeliverable', 131031: 'Account has been locked', 131042: 'Business eligibility payment issue',
  131047: 'Re-engagement message', 131048: 'Spam rate limit hit', 131049: 'Meta chose not to deliver', 131050: 'User stopped marketing messages', 131051: 'Unsupported message type',
  131052: 'Media download error', 131053: 'Media upload error', 131056: 'Pair rate limit hit', 131057: 'Account in maintenance mode', 131062: 'Business-scoped user id not supported',
  132000: 'Template param count mismatch', 132001: 'Template does not exist', 132005: 'Template hydrated text too long', 132007: 'Template format character policy violated',
  132012: 'Template parameter format mismatch', 132015: 'Template is paused', 132016: 'Template is disabled', 132018: 'Template validation failed', 133010: 'Phone number not registered', 80007: 'Rate limit issues',
}

const HTTP: Readonly<Record<number, number>> = { 0: 401, 3: 500, 10: 403, 190: 401, 1: 400, 2: 503, 131000: 500, 131005: 403, 131016: 500, 131057: 500, 132001: 404, 133004: 503 }

/** An error as Graph answers it, and as statuses carry it. */
export class GraphError extends Error {
  readonly code: number
  readonly details: string
  readonly subcode: number | undefined
  constructor(code: number, details: string, subcode?: number) {
    super(`(#${code}) ${TITLES[code] ?? 'Error'}`)
    this.code = code
    this.details = details
    this.subcode = subcode
  }

  get status(): number {
    return HTTP[this.code] ?? (this.code >= 200 && this.code < 300 ? 403 : 400)
  }

  answer(): object {
    const { message, code, details, subcode } = this
    return { error: { message, type: 'OAuthException', code, error_data: { messaging_product: 'whatsapp', details }, ...(subcode && { error_subcode: subcode }), fbtrace_id: 'A1b2C3d4E5f' } }
  }

  inStatus(): object {
    const title = TITLES[this.code] ?? 'Error'
    return { code: this.code, title, message: title, error_data: { details: this.details }, href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/' }
  }
}
