import type { Answered, Asked } from '../provider-server.ts'
import { GraphError } from './graph-error.ts'

/** A request to Graph; the path in pieces. */
export type GraphCall = Omit<Asked, 'path'> & { path: string[] }

export type Body = Record<string, unknown>

export const ok = (body: object): Answered => ({ status: 200, body })

export async function uploadedFile({ headers, body }: GraphCall): Promise<{ name: string; mediaType: string; content: Buffer }> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': headers['content-type'] ?? '' } }).formData()
  const file = form.get('file')
  if (form.get('messaging_product') !== 'whatsapp' || !(file instanceof File)) throw new GraphError(100, 'The parameter file is required.')
  return { name: file.name, mediaType: file.type, content: Buffer.from(await file.arrayBuffer()) }
}

export function jsonOf({ body }: GraphCall): Body {
  try {
    return JSON.parse(body.toString('utf8')) as Body
  } catch {
    throw new GraphError(100, 'The body is no JSON.')
  }
}
