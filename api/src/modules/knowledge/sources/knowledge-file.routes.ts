import type { FastifyInstance } from 'fastify'
import { BadInput } from '../../../platform/errors.ts'
import { mountFileUpload, type Uploading } from '../../../platform/http/file-upload.ts'
import { keepKnowledgeFile } from './knowledge-file.store.ts'
import { mayChangeSources } from './source.policy.ts'

const MAX_NAME = 200

/** Files that the bot is to answer from. */
export function knowledgeFileRoutes(server: FastifyInstance, uploading: Uploading): Promise<void> {
  return mountFileUpload(server, {
    ...uploading, path: '/knowledge/files', maySend: mayChangeSources,
    take({ name, content }) {
      if (content.length === 0) throw new BadInput('file', 'The file is empty.')
      return unit => keepKnowledgeFile(unit, { name: shownName(name), content })
    },
  })
}

/** The name alone, without what only looks like one. */
const shownName = (name: string) =>
  name.split(/[\\/]/).at(-1)!.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim().slice(0, MAX_NAME) || 'archivo'
