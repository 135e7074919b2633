import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach } from 'vitest'
import { useDatabase, type TestDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import type { Actor } from '../../../platform/actor.ts'
import { Outside } from '../../../platform/outside/outside.ts'
import { listDocuments, listPassages } from './document.queries.ts'
import { keepKnowledgeFile } from './knowledge-file.store.ts'
import { ReadingRuns } from './reading.run.ts'
import { Site } from './site.fixture.ts'
import { loadSourceCounts, loadSources } from './source.queries.ts'
import { KnowledgeSourceService, type NewSource } from './source.service.ts'

export const database = {} as TestDatabase
export const service = new KnowledgeSourceService()

export let world: World
export let admin: Actor
export let site: Site

/** For tests of what is read: a tenant, her administrator, and a site of their own for each test. */
export function useSources() {
  useDatabase({ entities }, database)
  beforeEach(async () => {
    world = await newWorld(database)
    admin = await world.member('ADMIN')
    site = await Site.open()
  })
  afterEach(() => site[Symbol.asyncDispose]())
}

export const runsWith = (atOnce = 4) => new ReadingRuns({ units: database.units, outside: new Outside({ allow: ['127.0.0.1'] }), atOnce, pauseMs: 1 })
export const attempt = (more: object = {}) => ({ attempt: 1, lastAttempt: false, signal: new AbortController().signal, ...more })
export const source = (more: Partial<NewSource>): NewSource =>
  ({ kind: 'SITEMAP', name: null, url: null, knowledgeFileId: null, language: 'ES', rhythm: 'NEVER', validFrom: null, validUntil: null, ...more })
export const add = (more: Partial<NewSource>) => world.as(admin, unit => service.add(unit, source(more))) as Promise<string>
export const addSite = () => add({ url: site.url('/sitemap.xml') })
export const send = (name: string, content: string | Buffer) => world.as(admin, unit => keepKnowledgeFile(unit, { name, content: Buffer.from(content) }))
export const read = (sourceId: string, more: object = {}, runs = runsWith()) => runs.run({ tenantId: world.tenantId, sourceId }, attempt(more))
export const readAgain = async (sourceId: string) => {
  await world.as(admin, unit => service.read(unit, sourceId))
  await read(sourceId)
}
export const sourceOf = async (id: string) => (await world.as(admin, unit => loadSources(unit, [id])))[0]!
export const countsOf = async (id: string) => (await world.as(admin, unit => loadSourceCounts(unit, [id])))[0]!
export const documentsOf = async (id: string, more: object = {}) => (await world.as(admin, unit => listDocuments(unit, id, { first: 100, ...more }))).edges.map(({ node }) => node)
export const passagesOf = async (documentId: string) => (await world.as(admin, unit => listPassages(unit, documentId, { first: 100 }))).edges.map(({ node }) => node)
export const textsOf = async (id: string) => (await Promise.all((await documentsOf(id)).map(({ id: documentId }) => passagesOf(documentId)))).flat().map(({ text }) => text)
export const revision = async () => Number((await database.owner.query('select revision from knowledge_state where tenant_id = $1', [world.tenantId])).rows[0]?.revision ?? 0)
export const queued = async (id: string) => (await database.owner.query('select count(*)::int as count from graphile_worker.jobs where key = $1', [`knowledge.read:${id}`])).rows[0].count as number
export const paths = (count: number) => Array.from({ length: count }, (_, at) => `/pagina-${at}`)
export const patience = { timeout: 15_000 }
export const html = (response: ServerResponse, content: string) => response.writeHead(200, { 'content-type': 'text/html' }).end(content)
export const page = (text: string, head = '') => `<html lang="es"><head><title>Una</title>${head}</head><p>${text}</p></html>`
