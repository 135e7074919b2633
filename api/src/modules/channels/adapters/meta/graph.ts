import type { Line } from '../adapter.ts'
import { GraphRefused } from './graph-error.ts'
import { Json } from './json.ts'

export interface GraphRequest {
  /** Behind the version, without a slash before it. */
  path: string
  method?: 'GET' | 'POST' | 'DELETE'
  query?: Readonly<Record<string, string>>
  json?: unknown
  parts?: FormData
  timeoutMs?: number
}

/** Asks Meta's Graph API in the account's name. Throws `GraphRefused` and `ProviderSilent`. */
export async function askGraph(line: Line, { path, query, timeoutMs = line.profile.timeoutMs, ...request }: GraphRequest): Promise<Json> {
  const { status, json } = await line.http.call({ ...request, url: graphUrl(line, path, query), headers: bearer(line), timeoutMs })
  const answer = new Json(json)
  if (status !== 200 || answer.at('error').isObject || !answer.isThere) throw new GraphRefused(status, answer.at('error'))
  return answer
}

export const bearer = ({ settings }: Pick<Line, 'settings'>) => ({ authorization: `Bearer ${settings['accessToken'] ?? ''}` })

/** All rows of a list, page by page. */
export async function askAll(line: Line, request: GraphRequest, mostPages = 50): Promise<Json[]> {
  const rows: Json[] = []
  let after: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const answer = await askGraph(line, { ...request, query: { ...request.query, ...(after && { after }) } })
    rows.push(...answer.at('data').list)
    after = answer.at('paging', 'next').isThere ? answer.at('paging', 'cursors', 'after').text : undefined
    if (!after) break
  }
  return rows
}

function graphUrl({ profile }: Line, path: string, query: Readonly<Record<string, string>> = {}): string {
  const asked = new URLSearchParams(query).toString()
  return `${profile.baseUrl}/${profile.limits['graphVersion']}/${path}${asked && `?${asked}`}`
}
