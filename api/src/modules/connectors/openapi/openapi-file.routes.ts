import type { FastifyInstance } from 'fastify'
import { mountFileUpload, type Uploading } from '../../../platform/http/file-upload.ts'
import { mayConfigureConnectors } from '../connector.policy.ts'
import { openApiIn } from './openapi-file.ts'
import { keepOpenApiFile } from './openapi-file.store.ts'

/** Files of OpenAPI, which are too large for an operation. */
export function openApiFileRoutes(server: FastifyInstance, uploading: Uploading): Promise<void> {
  return mountFileUpload(server, {
    ...uploading, path: '/connectors/files', maySend: mayConfigureConnectors,
    take({ content }) {
      const json = openApiIn(content)
      return unit => keepOpenApiFile(unit, json)
    },
  })
}
