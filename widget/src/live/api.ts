import type { TypedDocumentString } from '../contract/graphql.ts'

/** UNREACHABLE when nobody answered in the language of the API; otherwise the API's own code. */
export class ApiError extends Error {
  readonly code: string

  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export type Document<R, V> = Pick<TypedDocumentString<R, V>, '__meta__' | '__apiType'>

/** The server knows our documents; we only name them. */
export const operation = <R, V>(document: Document<R, V>, variables: V) => ({
  variables: variables as Record<string, unknown>,
  extensions: {
    persistedQuery: { version: 1, sha256Hash: String(document.__meta__?.hash).replace('sha256:', '') },
  },
})

interface Answer<R> {
  data?: R | null
  errors?: { extensions?: { code?: string } }[]
}

async function post<T>(path: string, body: BodyInit, headers: Record<string, string>, timeout: number) {
  try {
    const response = await fetch(path, { method: 'POST', body, headers, signal: AbortSignal.timeout(timeout) })
    return { status: response.status, answer: (await response.json()) as T }
  } catch {
    throw new ApiError('UNREACHABLE')
  }
}

const bearer = (token?: string): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {})

export async function ask<R, V>(document: Document<R, V>, variables: V, token?: string): Promise<R> {
  const headers = { 'content-type': 'application/json', ...bearer(token) }
  const body = JSON.stringify(operation(document, variables))
  const { status, answer } = await post<Answer<R>>('/widget/graphql', body, headers, 15_000)
  if (answer.errors?.length) throw new ApiError(answer.errors[0]?.extensions?.code ?? 'INTERNAL')
  if (!answer.data) throw new ApiError(status === 401 ? 'UNAUTHENTICATED' : 'UNREACHABLE')
  return answer.data
}

export async function upload(file: File, token: string): Promise<{ id: string }> {
  const form = new FormData()
  form.append('file', file)
  const headers = { ...bearer(token), 'x-botpro': '1' }
  const { status, answer } = await post<{ id: string; code?: string }>('/files', form, headers, 120_000)
  if (status < 300) return answer
  throw new ApiError(answer.code ?? (status >= 500 ? 'UNREACHABLE' : 'BAD_USER_INPUT'))
}
