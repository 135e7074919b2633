import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { systemActor } from '../../../platform/actor.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { isId } from '../../../platform/ids.ts'
import type { Units } from '../../../platform/units.ts'
import { THUMBNAIL_TYPE } from './attachment-content.ts'
import { thumbnailKey } from './attachment-files.ts'
import { attachmentById, type Attachment } from './attachment.store.ts'
import type { AttachmentUrls } from './attachment-url.ts'
import { wantedBytes } from './file-range.ts'

interface Parts {
  units: Units
  files: FileStore
  urls: AttachmentUrls
}

/** Files by their signed addresses: whole, small, or in the parts that a player asks for. */
export async function attachmentDownload(server: FastifyInstance, parts: Parts) {
  server.get('/files/:tenantId/:id', async (request, reply) => {
    const file = await signedFile(parts, request)
    dressed(reply, file)
    return sent(parts, file, { request, reply })
  })
  server.get('/files/:tenantId/:id/small', async (request, reply) => {
    const file = await signedFile(parts, request)
    if (!file.hasThumbnail) throw new NotFound('The file')
    return dressed(reply, { ...file, mediaType: THUMBNAIL_TYPE }).send(await parts.files.get(thumbnailKey(file.storageKey)))
  })
}

async function signedFile({ units, urls }: Parts, request: FastifyRequest): Promise<Attachment> {
  const { tenantId, id } = request.params as { tenantId: string; id: string }
  const { expires, signature } = request.query as { expires?: string; signature?: string }
  const signed = { tenantId, id, expires: Number(expires), signature: String(signature), now: new Date() }
  if (!isId(tenantId) || !isId(id) || !urls.isGood(signed)) throw new NotFound('The file')
  await using unit = units.read({ tenantId, actor: systemActor(tenantId) })
  const file = await attachmentById(unit, id)
  if (!file || file.state !== 'READY') throw new NotFound('The file')
  return file
}

/** Pictures and recordings play in the page, everything else is only saved; none of it runs. */
function dressed(reply: FastifyReply, { mediaType, name }: Pick<Attachment, 'mediaType' | 'name'>): FastifyReply {
  const shown = /^(image|audio|video)\//.test(mediaType) ? 'inline' : 'attachment'
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', `${shown}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, max-age=3600, immutable')
}

/** What a file holds never changes under its id, so the id is its tag. */
async function sent({ files }: Parts, { id, size, storageKey }: Attachment, { request, reply }: { request: FastifyRequest; reply: FastifyReply }) {
  const tag = `"${id}"`
  reply.header('accept-ranges', 'bytes').header('etag', tag)
  const wanted = wantedBytes(request.headers, { size, tag })
  if (wanted === 'NOT_SATISFIABLE') return reply.code(416).header('content-range', `bytes */${size}`).send()
  if (wanted === 'WHOLE') return reply.header('content-length', size).send(await files.get(storageKey))
  const { start, end } = wanted
  reply.code(206).header('content-range', `bytes ${start}-${end}/${size}`).header('content-length', end - start + 1)
  return reply.send(await files.get(storageKey, wanted))
}
