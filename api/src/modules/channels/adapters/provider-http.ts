/** A call to a provider: JSON, a form, or parts of a file. */
export interface ProviderRequest {
  /** Whole, from the profile's `baseUrl`, or from what the provider gave, which is checked against its hosts. */
  url: string
  method?: 'GET' | 'POST' | 'DELETE'
  headers?: Record<string, string>
  json?: unknown
  form?: URLSearchParams
  parts?: FormData
  timeoutMs: number
  /** Of the answer. One megabyte when left out. */
  maxBytes?: number
}

export interface ProviderAnswer {
  status: number
  headers: Readonly<Record<string, string>>
  body: Buffer
  /** The body read as JSON; undefined when it is none. */
  json: unknown
}

/** The call failed before an answer. `mayHaveArrived` is what decides between trying again and finding out. */
export class ProviderSilent extends Error {
  readonly mayHaveArrived: boolean
  constructor(message: string, { mayHaveArrived, cause }: { mayHaveArrived: boolean; cause?: unknown }) {
    super(message, { cause })
    this.name = 'ProviderSilent'
    this.mayHaveArrived = mayHaveArrived
  }
}

/** It would have brought more than was asked for: asking again is of no use. */
export class AnswerTooLarge extends ProviderSilent {}

/** How adapters reach providers: keeps connections open, follows no redirect, ends in time, reads no more than asked for. */
export interface ProviderHttp {
  /** Throws `ProviderSilent`. */
  call(request: ProviderRequest): Promise<ProviderAnswer>
}

const BEFORE_SENDING = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])
const MOST_BYTES = 1024 ** 2

export const providerHttp: ProviderHttp = {
  async call({ url, method = 'GET', headers = {}, json, form, parts, timeoutMs, maxBytes = MOST_BYTES }) {
    const body = json === undefined ? form ?? parts : JSON.stringify(json)
    const type: Record<string, string> = json === undefined ? {} : { 'content-type': 'application/json' }
    try {
      const answer = await fetch(url, { method, headers: { ...type, ...headers }, body, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
      const content = await read(answer, maxBytes)
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: content, json: parsed(content) }
    } catch (error) {
      throw silent(error)
    }
  },
}

function silent(error: unknown): ProviderSilent {
  if (error instanceof ProviderSilent) return error
  const { message, cause } = error as Error & { cause?: { code?: string; message?: string } }
  return new ProviderSilent(cause?.message ?? message, { mayHaveArrived: !BEFORE_SENDING.has(cause?.code ?? ''), cause: error })
}

async function read({ body }: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.length
    if (bytes > maxBytes) throw new AnswerTooLarge(`The answer has more than ${maxBytes} bytes.`, { mayHaveArrived: true })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch {
    return undefined
  }
}
