import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import { BadInput, Forbidden, Unauthenticated } from '../errors.ts'
import { Busy, type Turns } from '../turns.ts'
import { notDuringSuspension, type Identify } from './identify.ts'
import type { Unit } from '../unit.ts'
import type { Units } from '../units.ts'

export interface Uploading {
  units: Units
  /** All that this process reads at a time: each lies in memory whole. */
  uploads: Turns
  identify: Identify
  /** Takes the upload from the actor's allowance. */
  charge(actor: Actor, request: FastifyRequest): Promise<void>
}

export interface UploadedFile {
  /** As the sender calls it. */
  name: string
  content: Buffer
}

type Keep = (unit: Unit) => Promise<string>

export interface FileUpload extends Uploading {
  path: string
  maySend(actor: Actor): boolean
  /** Outside of any unit. Throws `BadInput` for what is not wanted; answers with what keeps the file and tells its id. */
  take(file: UploadedFile): Keep | Promise<Keep>
}

const MAX_FILE_BYTES = 20_000_000

/** What is too large for an operation goes up by plain HTTP, beside the contract: one file of at most 20 MB, in the field `file` of a form. */
export async function mountFileUpload(server: FastifyInstance, upload: FileUpload): Promise<void> {
  await server.register(async scope => {
    await scope.register(multipart, { limits: { files: 1, fields: 4, fileSize: MAX_FILE_BYTES } })
    scope.post(upload.path, (request, reply) => receive(upload, request, reply))
  })
}

async function receive({ units, uploads, identify, charge, maySend, take }: FileUpload, request: FastifyRequest, reply: FastifyReply) {
  const actor = await identify(request, notDuringSuspension)
  if (actor.kind === 'ANONYMOUS') throw new Unauthenticated()
  if (!maySend(actor) || !('tenantId' in actor) || !actor.tenantId) throw new Forbidden()
  await charge(actor, request)
  const scope = { tenantId: actor.tenantId, actor }
  try {
    const id = await uploads.run(async () => {
      const keep = await take(await fileIn(request))
      return units.tenant(scope, keep)
    })
    return await reply.code(201).send({ id })
  } catch (error) {
    if (!(error instanceof Busy)) throw error
    return reply.code(503).header('retry-after', '2').send({ code: 'BUSY', message: error.message })
  }
}

async function fileIn(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) throw new BadInput('file', 'Send one file in the field “file” of a form.')
  const part = await request.file()
  if (!part) throw new BadInput('file', 'Send one file in the field “file”.')
  const content = await part.toBuffer().catch(() => {
    throw new BadInput('file', `At most ${MAX_FILE_BYTES / 1e6} MB.`)
  })
  return { name: part.filename, content }
}
