import { reactive } from 'vue'
import type { ThreadAttachment_AttachmentFragment as Attachment } from '../../contract/graphql.ts'

export type UploadProblem = 'TOO_LARGE' | 'WRONG_KIND' | 'TOO_MANY_PIXELS' | 'LIMIT' | 'FULL' | 'BUSY' | 'FAILED'
export interface Upload { key: string; name: string; problem: UploadProblem | null; file: File }

export const ACCEPTED = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf']
const MEGABYTES = 10
const PROBLEMS: Record<string, UploadProblem> = {
  FILE_TOO_LARGE: 'TOO_LARGE', FILE_TYPE: 'WRONG_KIND', PICTURE_TOO_LARGE: 'TOO_MANY_PIXELS', UPLOAD_LIMIT: 'LIMIT',
  STORAGE_FULL: 'FULL', BUSY: 'BUSY', RATE_LIMITED: 'BUSY',
}
/** Another try may end otherwise. */
export const mayPass = (problem: UploadProblem | null) => problem !== null && ['FAILED', 'BUSY', 'LIMIT', 'FULL'].includes(problem)

export function problemOf({ type, size }: Pick<File, 'type' | 'size'>): UploadProblem | null {
  if (!ACCEPTED.includes(type)) return 'WRONG_KIND'
  return size > MEGABYTES * 1024 * 1024 ? 'TOO_LARGE' : null
}

async function post(file: File): Promise<Attachment | UploadProblem> {
  const body = new FormData()
  body.append('file', file)
  try {
    const response = await fetch('/files', { method: 'POST', body, credentials: 'same-origin', headers: { 'x-botpro': '1' } })
    const answer = await response.json()
    return response.ok ? { __typename: 'Attachment', state: 'READY', isVoice: false, address: null, ...answer as Omit<Attachment, '__typename' | 'state' | 'isVoice' | 'address'> } : PROBLEMS[answer.code] ?? 'FAILED'
  } catch {
    return 'FAILED'
  }
}

/** Files on their way up. What is done is handed on; what went wrong stays with its reason until taken away. */
export function useUploads(onDone: (attachment: Attachment) => void) {
  const uploads = reactive(new Map<string, Upload>())
  async function send(key: string, file: File) {
    const result = await post(file)
    if (!uploads.has(key)) return
    if (typeof result === 'string') return void uploads.set(key, { key, name: file.name, file, problem: result })
    uploads.delete(key)
    onDone(result)
  }
  function add(files: Iterable<File>) {
    for (const file of files) {
      const key = crypto.randomUUID()
      const problem = problemOf(file)
      uploads.set(key, { key, name: file.name, file, problem })
      if (!problem) void send(key, file)
    }
  }
  function retry(key: string) {
    const upload = uploads.get(key)
    if (!upload) return
    uploads.set(key, { ...upload, problem: null })
    void send(key, upload.file)
  }
  return { uploads, add, retry, remove: (key: string) => uploads.delete(key), clear: () => uploads.clear() }
}
