import type { MediaType } from '@botpro/graphql/flows'

export const MOST_BYTES = 10 * 1024 * 1024

/** What is offered to be chosen; what a file really is the server looks up in it. */
export const ACCEPTED: Record<MediaType, string> = {
  IMAGE: 'image/png,image/jpeg,image/webp,image/gif', VIDEO: 'video/mp4,video/quicktime,video/webm', AUDIO: 'audio/mpeg,audio/mp4,audio/ogg,audio/wav,.m4a',
  FILE: '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.rtf',
}

/** Under which screens have words for it. */
export type FileProblem = 'type' | 'tooLarge' | 'tooManyPixels' | 'full' | 'busy' | 'failed'

const PROBLEMS: Record<string, FileProblem> = {
  FILE_TOO_LARGE: 'tooLarge', PICTURE_TOO_LARGE: 'tooManyPixels', BOT_FILE_TYPE: 'type', STORAGE_FULL: 'full', UPLOAD_LIMIT: 'busy', BUSY: 'busy',
}

export type SentBotFile = { id: string; name: string; mediaType: string } | { problem: FileProblem }

/** Whether a file is what it is to be shown as. Anything may be sent as a document. */
export const isOf = (type: MediaType, mediaType: string): boolean => type === 'FILE' || mediaType.startsWith(`${type.toLowerCase()}/`)

/** Uploads a file for the company's bots; or says why not. */
export async function sendBotFile(file: File, type: MediaType): Promise<SentBotFile> {
  if (file.size > MOST_BYTES) return { problem: 'tooLarge' }
  const body = new FormData()
  body.append('file', file)
  try {
    const response = await fetch('/files/bots', { method: 'POST', body, credentials: 'same-origin', headers: { 'x-botpro': '1' } })
    const answer = await response.json() as { id: string; name: string; mediaType: string; code?: string }
    if (!response.ok) return { problem: PROBLEMS[answer.code ?? ''] ?? 'failed' }
    return isOf(type, answer.mediaType) ? answer : { problem: 'type' }
  } catch {
    return { problem: 'failed' }
  }
}
