import multipart from '@fastify/multipart'
import { fileTypeFromBuffer } from 'file-type'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Readable } from 'node:stream'
import type { Actor } from '../../../platform/actor.ts'
import { BadInput, Forbidden, NotFound, Unauthenticated } from '../../../platform/errors.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { readDuringSuspension, type Identify } from '../../../platform/http/identify.ts'
import { isId, newId } from '../../../platform/ids.ts'
import { Busy, type Turns } from '../../../platform/turns.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { tenantMeant } from '../../tenancy/index.ts'
import { isSelling, mayReadContracts } from '../contract/contract.policy.ts'
import { letterById } from '../letters/letter.queries.ts'
import { isAttached, keepFile, loadContractFiles } from './contract-file.store.ts'

export interface ContractFileRoutesOptions {
  units: Units
  files: FileStore
  uploads: Turns
  identify: Identify
  charge(actor: Actor, request: FastifyRequest): Promise<void>
}

const MAX_BYTES = 20_000_000
const TYPES = ['application/pdf', 'image/png', 'image/jpeg']

/** Papers go up and come down by plain HTTP: what was signed, what the customer wrote, and the letters. */
export async function contractFileRoutes(server: FastifyInstance, options: ContractFileRoutesOptions): Promise<void> {
  await server.register(async scope => {
    await scope.register(multipart, { limits: { files: 1, fields: 4, fileSize: MAX_BYTES } })
    scope.post('/contracts/files', (request, reply) => receive(options, request, reply))
    scope.get('/contracts/files/:id', (request, reply) => download(options, { request, reply }, fileOf))
    scope.get('/letters/:id', (request, reply) => download(options, { request, reply }, letterOf))
  })
}

async function receive({ units, files, uploads, identify, charge }: ContractFileRoutesOptions, request: FastifyRequest, reply: FastifyReply) {
  const actor = await identify(request, readDuringSuspension)
  if (actor.kind === 'ANONYMOUS') throw new Unauthenticated()
  if (!isSelling(actor)) throw new Forbidden()
  const tenantId = await meant(units, actor, (request.query as { tenantId?: string }).tenantId)
  await charge(actor, request)
  try {
    return await reply.code(201).send({ id: await uploads.run(async () => keep({ units, files }, { actor, tenantId, ...await paperIn(request) })) })
  } catch (error) {
    if (!(error instanceof Busy)) throw error
    return reply.code(503).header('retry-after', '2').send({ code: 'BUSY', message: error.message })
  }
}

async function meant(units: Units, actor: Actor, tenantId: string | undefined): Promise<string> {
  if (!tenantId || !isId(tenantId)) throw new NotFound('The tenant')
  await using unit = units.readPlatform({ actor })
  return (await tenantMeant(unit, tenantId)).id
}

interface Paper { name: string; mediaType: string; content: Buffer }

async function paperIn(request: FastifyRequest): Promise<Paper> {
  if (!request.isMultipart()) throw new BadInput('file', 'Send one file in the field “file” of a form.')
  const part = await request.file()
  if (!part) throw new BadInput('file', 'Send one file in the field “file”.')
  const content = await part.toBuffer().catch(() => {
    throw new BadInput('file', `At most ${MAX_BYTES / 1e6} MB.`)
  })
  // What it is, not what it is called.
  const type = await fileTypeFromBuffer(content)
  if (!type || !TYPES.includes(type.mime)) throw new BadInput('file', 'A PDF or a picture (PNG, JPEG).')
  return { content, mediaType: type.mime, name: part.filename.replace(/[\p{Cc}/\\]/gu, '').trim().slice(0, 200) || `file.${type.ext}` }
}

async function keep({ units, files }: { units: Units; files: FileStore }, { actor, tenantId, name, mediaType, content }: Paper & { actor: Actor; tenantId: string }): Promise<string> {
  const id = newId()
  const storageKey = `${tenantId}/contract-${id}`
  const { size, sha256 } = await files.put(storageKey, Readable.from(content))
  await units.platform({ actor, tenantId }, unit => keepFile(unit, { id, tenantId, name, mediaType, size, sha256, storageKey }))
  return id
}

interface Found { name: string; mediaType: string; size: number; storageKey: string }
type Find = (unit: ReadUnit, id: string) => Promise<Found | undefined>

async function download({ units, files, identify }: ContractFileRoutesOptions, { request, reply }: { request: FastifyRequest; reply: FastifyReply }, find: Find) {
  const actor = await identify(request, readDuringSuspension)
  if (actor.kind === 'ANONYMOUS') throw new Unauthenticated()
  if (!mayReadContracts(actor)) throw new Forbidden()
  const { id } = request.params as { id: string }
  if (!isId(id)) throw new NotFound('The file')
  await using unit = isSelling(actor) ? units.readPlatform({ actor }) : units.read({ actor, tenantId: (actor as { tenantId: string }).tenantId })
  const found = await find(unit, id)
  if (!found) throw new NotFound('The file')
  return reply
    .header('content-type', found.mediaType)
    .header('content-length', found.size)
    .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(found.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    .header('cache-control', 'private, max-age=3600, immutable')
    .send(await files.get(found.storageKey))
}

const fileOf: Find = async (unit, id) => {
  const [file] = await loadContractFiles(unit, [id])
  if (!file || !await reaches(unit, file.tenantId)) return undefined
  return isSelling(unit.actor) || await isAttached(unit, file) ? file : undefined
}

const letterOf: Find = async (unit, id) => {
  const letter = await letterById(unit, id)
  if (!letter?.storageKey || !await reaches(unit, letter.tenantId)) return undefined
  return { name: `${letter.fileName}.pdf`, mediaType: 'application/pdf', size: letter.size!, storageKey: letter.storageKey }
}

const reaches = (unit: ReadUnit, tenantId: string): Promise<boolean> => tenantMeant(unit, tenantId).then(() => true, () => false)
