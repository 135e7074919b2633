import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../platform/actor.ts'
import { decodedText } from '../../platform/decoded-text.ts'
import { BadInput, Forbidden, Unauthenticated } from '../../platform/errors.ts'
import { Busy, type Turns } from '../../platform/turns.ts'
import type { Units } from '../../platform/units.ts'
import { mayTeach } from './elena.policy.ts'
import { keepTrainingFile } from './training-file.store.ts'

export interface TrainingFileRoutesOptions {
  units: Units
  /** All that this process reads at a time: each lies in memory whole. */
  uploads: Turns
  identify(request: FastifyRequest): Promise<Actor>
  /** Takes the upload from the actor's allowance. */
  charge(actor: Actor, request: FastifyRequest): Promise<void>
}

const MAX_FILE_BYTES = 20_000_000

/** Training sets that are too large for an operation go up by plain HTTP, beside the contract. */
export async function trainingFileRoutes(server: FastifyInstance, options: TrainingFileRoutesOptions) {
  await server.register(async scope => {
    await scope.register(multipart, { limits: { files: 1, fields: 4, fileSize: MAX_FILE_BYTES } })
    scope.post('/elena/files', (request, reply) => take(options, request, reply))
  })
}

async function take({ units, uploads, identify, charge }: TrainingFileRoutesOptions, request: FastifyRequest, reply: FastifyReply) {
  const actor = await identify(request)
  if (actor.kind === 'ANONYMOUS') throw new Unauthenticated()
  if (!mayTeach(actor) || !('tenantId' in actor) || !actor.tenantId) throw new Forbidden()
  await charge(actor, request)
  const scope = { tenantId: actor.tenantId, actor }
  try {
    const id = await uploads.run(async () => {
      const content = textOf(await received(request))
      return units.tenant(scope, unit => keepTrainingFile(unit, content))
    })
    return await reply.code(201).send({ id })
  } catch (error) {
    if (!(error instanceof Busy)) throw error
    return reply.code(503).header('retry-after', '2').send({ code: 'BUSY', message: error.message })
  }
}

async function received(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new BadInput('file', 'Send one file in the field “file” of a form.')
  const part = await request.file()
  if (!part) throw new BadInput('file', 'Send one file in the field “file”.')
  return part.toBuffer().catch(() => {
    throw new BadInput('file', `At most ${MAX_FILE_BYTES / 1e6} MB.`)
  })
}

/** An archive in Base64, all else as text: in UTF-8, or as Windows writes tables where it is not. Throws for what is neither. */
export function textOf(content: Buffer): string {
  if (content.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return content.toString('base64')
  const text = decodedText(content)
  if (text.includes('\0')) throw new BadInput('file', 'The file is no text.')
  return text
}
