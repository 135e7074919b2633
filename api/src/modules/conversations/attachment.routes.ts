import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { systemActor, type Actor } from '../../platform/actor.ts'
import { BadInput, NotFound, Unauthenticated } from '../../platform/errors.ts'
import type { FileStore } from '../../platform/files.ts'
import { isId, newId } from '../../platform/ids.ts'
import type { Units } from '../../platform/units.ts'
import { checkedFile, fileName, MAX_FILE_BYTES, type CheckedFile } from './attachment-content.ts'
import { addAttachment, attachmentById } from './attachment.store.ts'
import type { AttachmentUrls } from './attachment-url.ts'
import { uploaderOf } from './conversation.policy.ts'

export interface AttachmentRoutesOptions {
  units: Units
  files: FileStore
  urls: AttachmentUrls
  identify(request: FastifyRequest): Promise<Actor>
  /** Takes the upload from the actor's allowance. */
  charge(actor: Actor, request: FastifyRequest): Promise<void>
}

/** Files go up and come down by plain HTTP, beside the contract: GraphQL is no good at bytes. */
export async function attachmentRoutes(server: FastifyInstance, options: AttachmentRoutesOptions) {
  await server.register(async scope => {
    await scope.register(multipart, { limits: { files: 1, fields: 4, fileSize: MAX_FILE_BYTES } })
    scope.post('/files', (request, reply) => upload(options, request, reply))
    scope.get('/files/:tenantId/:id', (request, reply) => download(options, request, reply))
  })
}

async function upload(options: AttachmentRoutesOptions, request: FastifyRequest, reply: FastifyReply) {
  const actor = await options.identify(request)
  if (actor.kind === 'ANONYMOUS') throw new Unauthenticated()
  const uploadedBy = uploaderOf(actor)
  await options.charge(actor, request)
  const part = await request.file()
  if (!part) throw new BadInput('file', 'Send one file in the field “file”.')
  const content = await part.toBuffer().catch(() => null)
  if (!content) return reply.code(413).send(refused('FILE_TOO_LARGE', 'A file may have at most 10 MB.'))
  const checked = await checkedFile(content)
  if (!checked) return reply.code(415).send(refused('FILE_TYPE', 'Images (PNG, JPEG, WebP, GIF) and PDF are taken.'))
  const name = fileName(part.filename, checked.mediaType)
  return reply.code(201).send(await store(options, { actor, uploadedBy, checked, name }))
}

const refused = (code: string, message: string) => ({ code, message })

interface Upload {
  actor: Actor
  uploadedBy: string
  checked: CheckedFile
  name: string
}

async function store({ units, files, urls }: AttachmentRoutesOptions, { actor, uploadedBy, checked, name }: Upload) {
  const { tenantId } = actor as { tenantId: string }
  const { content, mediaType, width, height } = checked
  const id = newId()
  const storageKey = `${tenantId}/${id}`
  await files.put(storageKey, Readable.from(content))
  const size = content.length
  return units.tenant({ tenantId, actor }, async unit => {
    await addAttachment(unit, { id, uploadedBy, name, mediaType, size, width, height, storageKey })
    return { id, name, mediaType, size, width, height, url: urls.sign({ tenantId, id, now: unit.now }) }
  })
}

async function download({ units, files, urls }: AttachmentRoutesOptions, request: FastifyRequest, reply: FastifyReply) {
  const { tenantId, id } = request.params as { tenantId: string; id: string }
  const { expires, signature } = request.query as { expires?: string; signature?: string }
  const signed = { tenantId, id, expires: Number(expires), signature: String(signature), now: new Date() }
  if (!isId(tenantId) || !isId(id) || !urls.isGood(signed)) throw new NotFound('The file')
  await using unit = units.read({ tenantId, actor: systemActor(tenantId) })
  const file = await attachmentById(unit, id)
  if (!file) throw new NotFound('The file')
  const shown = file.mediaType.startsWith('image/') ? 'inline' : 'attachment'
  return reply
    .header('content-type', file.mediaType)
    .header('content-length', file.size)
    .header('content-disposition', `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, max-age=3600, immutable')
    .send(await files.get(file.storageKey))
}

