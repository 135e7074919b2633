export type SentFile = { id: string } | { refusal: 'unreadable' | 'tooLarge' | 'failed' }

const REFUSALS: Record<number, 'unreadable' | 'tooLarge'> = { 400: 'unreadable', 413: 'tooLarge', 415: 'unreadable' }

/** Sends a file up, to be looked at and taken in later; resolves to what it is known by, or to why not. */
export async function sendFile(path: '/connectors/files' | '/elena/files' | '/files' | '/knowledge/files' | '/links/logo', file: Blob): Promise<SentFile> {
  const body = new FormData()
  body.append('file', file)
  try {
    const response = await fetch(path, { method: 'POST', body, credentials: 'same-origin', headers: { 'x-botpro': '1' } })
    if (response.ok) return await response.json() as { id: string }
    return { refusal: REFUSALS[response.status] ?? 'failed' }
  } catch {
    return { refusal: 'failed' }
  }
}
