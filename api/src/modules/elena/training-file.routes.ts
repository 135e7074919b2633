import type { FastifyInstance } from 'fastify'
import { decodedText } from '../../platform/decoded-text.ts'
import { BadInput } from '../../platform/errors.ts'
import { mountFileUpload, type Uploading } from '../../platform/http/file-upload.ts'
import { mayTeach } from './elena.policy.ts'
import { keepTrainingFile } from './training-file.store.ts'

/** Training sets that are too large for an operation. */
export function trainingFileRoutes(server: FastifyInstance, uploading: Uploading): Promise<void> {
  return mountFileUpload(server, {
    ...uploading, path: '/elena/files', maySend: mayTeach,
    take({ content }) {
      const text = textOf(content)
      return unit => keepTrainingFile(unit, text)
    },
  })
}

/** An archive in Base64, all else as text: in UTF-8, or as Windows writes tables where it is not. Throws for what is neither. */
export function textOf(content: Buffer): string {
  if (content.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return content.toString('base64')
  const text = decodedText(content)
  if (text.includes('\0')) throw new BadInput('file', 'The file is no text.')
  return text
}
