import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../../platform/actor.ts'
import { BadInput, Forbidden, Unauthenticated } from '../../../platform/errors.ts'
import { Busy, type Turns } from '../../../platform/turns.ts'
import type { Units } from '../../../platform/units.ts'
import { keepKnowledgeFile, type KnowledgeFile } from './knowledge-file.store.ts'
import { mayChangeSources } from './source.policy.ts'

export interface KnowledgeFileRoutesOptions {
  units: Units
  /** All that this process reads at a time: each lies in memory whole. */
  uploads: Turns
  identify(request: FastifyRequest): Promise<Actor>
  /** Takes the upload from the actor's allowance. */
  charge(actor: Actor, request: FastifyRequest): Promise<void>
}

const MAX_FILE_BYTES = 20_000_000
const MAX_NAME = 200

/** Files that the bot is to answer from go up by plain HTTP, beside the contract. */
export async function knowledgeFileRoutes(server: FastifyInstance, options: KnowledgeFileRoutesOptions) {
  await server.register(async scope => {
    await scope.register(multipart, { limits: { files: 1, fields: 4, fileSize: MAX_FILE_BYTES } })
    scope.post('/knowledge/files', (request, reply) => take(options, request, reply))
  })
}

async function take({ units, uploads, identify, charge }: KnowledgeFileRoutesOptions, request: FastifyRequest, reply: FastifyReply) {
  const actor = await identify(request)
  if (actor.kind === 'ANONYMOUS') throw new Unauthenticated()
  if (!mayChangeSources(actor) || !('tenantId' in actor) || !actor.tenantId) throw new Forbidden()
  await charge(actor, request)
  const scope = { tenantId: actor.tenantId, actor }
  try {
    const id = await uploads.run(async () => {
      const file = await received(request)
      return units.tenant(scope, unit => keepKnowledgeFile(unit, file))
    })
    return await reply.code(201).send({ id })
  } catch (error) {
    if (!(error instanceof Busy)) throw error
    return reply.code(503).header('retry-after', '2').send({ code: 'BUSY', message: error.message })
  }
}

async function received(request: FastifyRequest): Promise<KnowledgeFile> {
  if (!request.isMultipart()) throw new BadInput('file', 'Send one file in the field “file” of a form.')
  const part = await request.file()
  if (!part) throw new BadInput('file', 'Send one file in the field “file”.')
  const content = await part.toBuffer().catch(() => {
    throw new BadInput('file', `At most ${MAX_FILE_BYTES / 1e6} MB.`)
  })
  if (content.length === 0) throw new BadInput('file', 'The file is empty.')
  return { name: shownName(part.filename), content }
}

/** The name alone, without what only looks like one. */
const shownName = (name: string) =>
  name.split(/[\\/]/).at(-1)!.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim().slice(0, MAX_NAME) || 'archivo'
