import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Site } from '../src/modules/knowledge/sources/site.fixture.ts'
import { ANONYMOUS, ask, type Caller } from './client.ts'
import { Company } from './company.ts'
import { useStand } from './stand.ts'

const stand = useStand({ OUTSIDE_ALLOW: '127.0.0.1' })
let company: Company
let owner: Caller
let site: Site

beforeAll(async () => {
  company = await Company.found(stand.database, stand.app)
  owner = await company.caller('OWNER')
  site = await Site.open()
})
afterAll(() => site[Symbol.asyncDispose]())

const by = (caller: Caller, document: string, variables: object = {}) => ask(stand.url, caller, document, { ...variables })
const act = async (mutation: string, input: object, selection: string, caller = owner) =>
  (await by(caller, `mutation($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename ${selection} } }`, { input }))[mutation]
const ADDED = '... on KnowledgeSource { id state name } ... on InvalidInput { field }'

const READ = `query($id: ID!) { knowledgeSource(id: $id) { state problem { code message } progress readAt nextReadAt documentCount problemCount passageCount version
  documents(first: 10) { totalCount edges { node { id title url problem { code } passageCount source { id } passages(first: 10) { totalCount edges { node { id headings text language document { title } } } } } } } } }`
const sourceOf = async (id: string, caller = owner) => (await by(caller, READ, { id })).knowledgeSource
const read = async (id: string) => {
  await expect.poll(async () => (await sourceOf(id)).state, { timeout: 60_000, interval: 200 }).toMatch(/^(READY|FAILED)$/)
  return sourceOf(id)
}

function send(caller: Caller, content: string | Uint8Array<ArrayBuffer>, name = '../../preguntas.md') {
  const form = new FormData()
  form.set('file', new Blob([content]), name)
  return fetch(`${stand.url}/knowledge/files`, { method: 'POST', body: form, headers: caller.headers })
}

test('a site is read in the background, looked at, read again, deleted and brought back', { timeout: 120_000 }, async () => {
  site.fill(['/uno', '/dos'])
  const added = await act('addKnowledgeSource', { kind: 'SITEMAP', url: site.url('/sitemap.xml'), language: 'ES', rhythm: 'DAILY' }, ADDED)
  expect(added).toMatchObject({ __typename: 'KnowledgeSource', name: '127.0.0.1' })
  const { id } = added
  const first = await read(id)
  expect(first).toMatchObject({ state: 'READY', problem: null, progress: 1, nextReadAt: expect.any(String), documentCount: 2, problemCount: 0, passageCount: 2 })
  const [document] = first.documents.edges.map((edge: any) => edge.node)
  expect(document).toMatchObject({ title: 'Sobre /uno', source: { id }, passages: { totalCount: 1, edges: [{ node: { headings: ['Título'], language: 'ES', document: { title: 'Sobre /uno' } } }] } })
  expect((await by(owner, 'query($id: ID!) { knowledgeDocument(id: $id) { title } }', { id: document.id })).knowledgeDocument).toEqual({ title: 'Sobre /uno' })

  site.fill(['/uno', '/tres'])
  const supervisor = await company.caller('SUPERVISOR')
  expect(await act('readKnowledgeSource', { knowledgeSourceId: id }, '... on KnowledgeSource { __typename }', supervisor)).toEqual({ __typename: 'KnowledgeSource' })
  expect((await read(id)).documents.edges.map((edge: any) => edge.node.title)).toEqual(['Sobre /uno', 'Sobre /tres'])

  expect(await act('deleteKnowledgeSource', { knowledgeSourceId: id }, '... on KnowledgeSourceDeleted { knowledgeSourceId }')).toMatchObject({ knowledgeSourceId: id })
  await expect(sourceOf(id)).rejects.toThrow('NOT_FOUND')
  expect(await act('restoreKnowledgeSource', { knowledgeSourceId: id }, '... on KnowledgeSource { state passageCount }')).toMatchObject({ state: 'READY', passageCount: 2 })
  const { version } = await sourceOf(id)
  expect(await act('changeKnowledgeSource', { knowledgeSourceId: id, version: version - 1, name: 'x', language: 'ES', rhythm: 'NEVER' }, '')).toEqual({ __typename: 'ChangedMeanwhile' })
  expect(await act('changeKnowledgeSource', { knowledgeSourceId: id, version, name: 'La casa', language: 'ES', rhythm: 'NEVER' }, '... on KnowledgeSource { name nextReadAt }')).toMatchObject({ name: 'La casa', nextReadAt: null })
  expect((await by(owner, '{ knowledgeSources { name } }')).knowledgeSources.map((each: any) => each.name)).toContain('La casa')
})

test('a page of our own network is refused in words that tell nothing of it', { timeout: 60_000 }, async () => {
  const { id } = await act('addKnowledgeSource', { kind: 'PAGE', url: 'http://127.0.0.2:80/admin', language: 'ES' }, ADDED)
  expect((await read(id)).problem).toEqual({ code: 'ADDRESS_REFUSED', message: 'The address is none of the open internet.' })
})

describe('a file', () => {
  test('goes up beside the contract, by the name alone, and is read by its id, by its tenant alone', { timeout: 60_000 }, async () => {
    const sent = await send(owner, '# Pagos\nSe paga con tarjeta.')
    expect(sent.status).toBe(201)
    const { id: knowledgeFileId } = await sent.json() as { id: string }
    const stranger = await (await Company.found(stand.database, stand.app)).caller('OWNER')
    await expect(act('addKnowledgeSource', { kind: 'MARKDOWN', knowledgeFileId, language: 'ES' }, ADDED, stranger)).rejects.toThrow('NOT_FOUND')
    const added = await act('addKnowledgeSource', { kind: 'MARKDOWN', knowledgeFileId, language: 'ES' }, ADDED)
    expect(added).toMatchObject({ name: 'preguntas.md' })
    expect(await read(added.id)).toMatchObject({ state: 'READY', passageCount: 1 })
    expect(await act('readKnowledgeSource', { knowledgeSourceId: added.id }, '... on NothingToRead { code }')).toEqual({ __typename: 'NothingToRead', code: 'NOTHING_TO_READ' })
  })

  test('goes up for those who may change the Q&A, and for nobody else', async () => {
    const status = async (caller: Caller) => (await send(caller, 'x')).status
    expect(await status(await company.key(['KNOWLEDGE_WRITE']))).toBe(201)
    for (const caller of [await company.key(['KNOWLEDGE_READ']), await company.caller('SUPERVISOR'), await company.caller('SUPPORT'), await company.visitor()]) expect(await status(caller)).toBe(403)
    expect(await status(ANONYMOUS)).toBe(401)
    expect((await send(owner, '')).status).toBe(400)
    expect((await send(owner, new Uint8Array(20_000_001))).status).toBe(400)
  })
})
