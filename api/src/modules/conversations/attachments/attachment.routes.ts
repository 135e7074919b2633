import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../../platform/actor.ts'
import { BadInput, Forbidden, Unauthenticated } from '../../../platform/errors.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { notDuringSuspension, type Identify } from '../../../platform/http/identify.ts'
import { newId } from '../../../platform/ids.ts'
import { Busy, type Turns } from '../../../platform/turns.ts'
import type { Units } from '../../../platform/units.ts'
import { checkedFile, fileName, MAX_FILE_BYTES, type CheckedFile } from './attachment-content.ts'
import { refuseBeyondQuota, reserveAttachment } from './attachment-quota.ts'
import { UploadRefused } from './attachment.errors.ts'
import { attachmentDownload } from './attachment.download.ts'
import { removeAttachment } from './attachment.store.ts'
import type { AttachmentUrls } from './attachment-url.ts'
import { keepFile } from './attachment-files.ts'
import { isAdministering, uploaderOf } from '../conversation.policy.ts'

export interface AttachmentRoutesOptions {
  units: Units
  files: FileStore
  urls: AttachmentUrls
  /** All that this process reads at a time: each lies in memory whole. */
  uploads: Turns
  pictures: Turns
  identify: Identify
  /** Takes the upload from the actor's allowance. */
  charge(actor: Actor, request: FastifyRequest): Promise<void>
}

/** Files go up and come down by plain HTTP, beside the contract: GraphQL is no good at bytes. */
export async function attachmentRoutes(server: FastifyInstance, options: AttachmentRoutesOptions) {
  await server.register(async scope => {
    await scope.register(multipart, { limits: { files: 1, fields: 4, fileSize: MAX_FILE_BYTES } })
    scope.post('/files', (request, reply) => take({ ...options, isBots: false }, request, reply))
    scope.post('/files/bots', (request, reply) => take({ ...options, isBots: true }, request, reply))
    await attachmentDownload(scope, options)
  })
}

/** Of bots: kept for their flows, and of more kinds than visitors may bring. */
interface TakingOptions extends AttachmentRoutesOptions {
  isBots: boolean
}

async function take(options: TakingOptions, request: FastifyRequest, reply: FastifyReply) {
  const gone = goneSignal(reply)
  try {
    return reply.code(201).send(await upload(options, request, gone))
  } catch (error) {
    const { code, status, message } = refusalOf(error, gone)
    if (code === 'BUSY') reply.header('retry-after', '2')
    return reply.code(status).send({ code, message })
  }
}

/** The request's own signal also fires when its body has been read. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  if (raw.destroyed) gone.abort()
  raw.once('close', () => { if (!raw.writableFinished) gone.abort() })
  return gone.signal
}

/** Whatever fails because the uploader went away is not our failure. */
function refusalOf(error: unknown, gone: AbortSignal): UploadRefused {
  if (gone.aborted) return new UploadRefused('BROKEN_OFF')
  if (error instanceof Busy) return new UploadRefused('BUSY')
  if (error instanceof UploadRefused) return error
  throw error
}

async function upload(options: TakingOptions, request: FastifyRequest, gone: AbortSignal) {
  const actor = await options.identify(request, notDuringSuspension)
  if (actor.kind === 'ANONYMOUS') throw new Unauthenticated()
  if (options.isBots && !isAdministering(actor)) throw new Forbidden()
  const uploadedBy = uploaderOf(actor)
  await options.charge(actor, request)
  return options.uploads.run(async () => {
    await refuseEarly(options, actor)
    const { content, claimed } = await received(request, gone)
    const checked = await checkedFile(content, { inTurn: work => options.pictures.run(work, gone), isFromChannel: options.isBots })
    if (!checked) throw new UploadRefused(options.isBots ? 'BOT_FILE_TYPE' : 'FILE_TYPE')
    return store(options, { actor, uploadedBy, checked, name: fileName(claimed, checked.mediaType) })
  })
}

/** Before ten megabytes are read that could not be kept. */
async function refuseEarly({ units, files, pictures }: AttachmentRoutesOptions, actor: Actor) {
  if (pictures.isFull) throw new Busy()
  if (!await files.hasRoom()) throw new UploadRefused('STORAGE_FULL')
  await using unit = units.read({ tenantId: tenantOf(actor), actor })
  await refuseBeyondQuota(unit)
}

async function received(request: FastifyRequest, gone: AbortSignal) {
  // The parser would wait for ever for the rest of what was broken off before it began.
  gone.throwIfAborted()
  const part = await request.file()
  if (!part) throw new BadInput('file', 'Send one file in the field “file”.')
  const content = await part.toBuffer().catch(() => {
    throw new UploadRefused('FILE_TOO_LARGE')
  })
  return { content, claimed: part.filename }
}

interface Upload {
  actor: Actor
  uploadedBy: string
  checked: CheckedFile
  name: string
}

const tenantOf = (actor: Actor) => (actor as { tenantId: string }).tenantId

/** The row comes first: what the disk holds is counted, and a content that was never written is swept with its row. */
async function store({ units, files, urls, isBots }: TakingOptions, { actor, uploadedBy, checked, name }: Upload) {
  const scope = { tenantId: tenantOf(actor), actor }
  const { content, mediaType, width, height, thumbnail } = checked
  const id = newId()
  const storageKey = `${scope.tenantId}/${id}`
  const size = content.length
  const now = await units.tenant(scope, async unit => {
    await reserveAttachment(unit, { id, uploadedBy, name, mediaType, size, width, height, storageKey, hasThumbnail: !!thumbnail, isBots })
    return unit.now
  })
  await keepFile(files, storageKey, checked).catch(async error => {
    await units.tenant(scope, unit => removeAttachment(unit, id))
    throw error
  })
  const place = { tenantId: scope.tenantId, id, now }
  const thumbnailUrl = thumbnail && urls.sign({ ...place, size: 'small' })
  return { id, name, mediaType, size, width, height, url: urls.sign(place), thumbnailUrl }
}
