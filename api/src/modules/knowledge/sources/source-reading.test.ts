import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { newWorld } from '../../../../test/world.ts'
import { pdfOf } from '../documents/documents.fixture.ts'
import { listDocuments, loadPassages } from './document.queries.ts'
import { keepKnowledgeFile } from './knowledge-file.store.ts'
import { Site } from './site.fixture.ts'
import { tidySources } from './source.tidy.ts'
import { add, addSite, admin, countsOf, database, documentsOf, html, page, passagesOf, paths, patience, queued, read, readAgain, revision, send, service, site, source, sourceOf, textsOf, useSources, world } from './sources.fixture.ts'

useSources()

describe('a site', () => {
  test('is read page by page, two at once, and its passages can be looked at', async () => {
    site.fill(paths(12))
    // The first is answered when the second has been asked for.
    site.pages.set('/pagina-1', (_request, response) => void expect.poll(() => site.asked, patience).toContain('/pagina-0').then(() => html(response, page('Lo que hay en la segunda.'))))
    site.pages.set('/pagina-0', (_request, response) => void expect.poll(() => site.asked, patience).toContain('/pagina-1').then(() => html(response, page('Lo que hay en la primera.'))))
    const id = await addSite()
    expect(await sourceOf(id)).toMatchObject({ state: 'WAITING', name: '127.0.0.1', kind: 'SITEMAP', readAt: null })
    expect(await queued(id)).toBe(1)
    await read(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'READY', problem: null, progress: 1, readAt: expect.any(Date), nextReadAt: null })
    expect(await countsOf(id)).toMatchObject({ documents: 12, problems: 0, passages: 12 })
    expect(site.mostAtOnce).toBe(2)
    expect(site.asked.filter(path => path === '/robots.txt')).toHaveLength(1)
    const documents = await documentsOf(id)
    expect(documents.map(({ title }) => title)).toEqual(['Una', 'Una', ...paths(12).slice(2).map(path => `Sobre ${path}`)])
    const [passage] = await passagesOf(documents[3]!.id)
    expect(passage).toMatchObject({ headings: ['Título'], language: 'ES', text: expect.stringContaining('/pagina-3') })
    expect(await world.as(admin, unit => loadPassages(unit, [passage!.id]))).toMatchObject([{ documentId: documents[3]!.id }])
    const pages = await world.as(admin, unit => listDocuments(unit, id, { first: 5 }))
    expect((await world.as(admin, unit => listDocuments(unit, id, { first: 5, after: pages.pageInfo.endCursor }))).edges.map(({ node }) => node.position)).toEqual([5, 6, 7, 8, 9])
    expect((await documentsOf(id, { search: 'SOBRE /página-11' })).map(({ position }) => position)).toEqual([11])
  })

  test('is read again: what is as before is not touched, what changed is, what went goes, what cannot be reached stays', async () => {
    site.fill(paths(6))
    const id = await addSite()
    await read(id)
    const before = await documentsOf(id)
    const ids = await Promise.all(before.map(async document => (await passagesOf(document.id))[0]!.id))
    const untouched = await revision()
    await readAgain(id)
    expect(await revision()).toBe(untouched)

    site.pages.set('/pagina-1', page('Algo muy distinto de lo que había.'))
    site.pages.delete('/pagina-2')
    site.pages.set('/pagina-3', (_request, response) => response.writeHead(500).end())
    site.pages.set('/pagina-4', page('Ya no', '<meta name="robots" content="noindex">'))
    site.name(paths(5))
    await readAgain(id)
    const after = await documentsOf(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'READY', problem: null })
    expect(after.map(({ url, problem, passageCount }) => [url, problem?.code, passageCount])).toEqual([
      [site.url('/pagina-0'), undefined, 1], [site.url('/pagina-1'), undefined, 1], [site.url('/pagina-3'), 'UNREACHABLE', 1], [site.url('/pagina-4'), 'NOT_ALLOWED', 0],
    ])
    expect((await passagesOf(after[0]!.id))[0]!.id).toBe(ids[0])
    expect((await passagesOf(after[1]!.id))[0]).toMatchObject({ text: 'Algo muy distinto de lo que había.' })
    expect((await passagesOf(after[2]!.id))[0]!.id).toBe(ids[3])
    expect(await revision()).toBeGreaterThan(untouched)
    expect((await documentsOf(id, { withProblems: true }))).toHaveLength(2)
  })

  test('that is down keeps all that was read, says why, and is not asked for every page', async () => {
    site.fill(paths(30))
    const id = await addSite()
    await read(id)
    for (const path of paths(30)) site.pages.set(path, (_request, response) => response.writeHead(503).end())
    site.asked = []
    await readAgain(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'FAILED', problem: { code: 'UNREACHABLE' } })
    expect(await countsOf(id)).toMatchObject({ documents: 30, passages: 30 })
    expect(site.asked.length).toBeLessThan(20)
    site.pages.set('/sitemap.xml', (_request, response) => response.writeHead(404).end())
    await readAgain(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'FAILED', problem: { code: 'NOT_FOUND' } })
    expect(await countsOf(id)).toMatchObject({ passages: 30 })
  })

  test('says what of it may be read, and is read no further', async () => {
    site.fill(['/publico', '/privado/uno', '/otro'])
    site.pages.set('/robots.txt', 'User-agent: *\nDisallow: /privado/\nUser-agent: BotPro\nDisallow: /privado/\nDisallow: /otro')
    const id = await addSite()
    await read(id)
    expect((await documentsOf(id)).map(({ problem }) => problem?.code)).toEqual([undefined, 'NOT_ALLOWED', 'NOT_ALLOWED'])
    expect(site.asked).not.toContain('/privado/uno')
  })

  test('may have an index of sitemaps, packed or not; other hosts are not its own, and a page under two addresses is read once', async () => {
    site.fill(['/a', '/b'])
    site.pages.set('/paginas.xml.gz', (_request, response) => response.writeHead(200, { 'content-type': 'application/x-gzip' }).end(gzipSync(
      `<urlset><url><loc> ${site.url('/a')} </loc></url><url><loc><![CDATA[${site.url('/b?x=1&y=2')}]]></loc></url><url><loc>${site.url('/b')}#abajo</loc><image:image><image:loc>${site.url('/foto.png')}</image:loc></image:image></url><url><loc>http://otro.example/c</loc></url><url><loc>file:///etc/passwd</loc></url><url><loc>no es</loc></url></urlset>`)))
    site.pages.set('/sitemap.xml', `<sitemapindex><sitemap><loc>${site.url('/paginas.xml.gz')}</loc></sitemap><sitemap><loc>${site.url('/falta.xml')}</loc></sitemap></sitemapindex>`)
    site.pages.set('/b?x=1&y=2', page('La misma.', '<link rel="canonical" href="/b">'))
    const id = await addSite()
    await read(id)
    expect((await documentsOf(id)).map(({ url }) => url)).toEqual([site.url('/a'), site.url('/b')])
    expect(await sourceOf(id)).toMatchObject({ state: 'READY', problem: { code: 'CUT_SHORT' } })
    expect(site.asked).not.toContain('/foto.png')
  })

  test.each<[string, string | ((site: Site) => string), string]>([
    ['that is a page is none', '<html><body>Hola</body></html>', 'WRONG_KIND'],
    ['without pages is empty', '<urlset></urlset>', 'EMPTY'],
    ['of another host is empty', '<urlset><url><loc>http://otro.example/a</loc></url></urlset>', 'EMPTY'],
    ['whose pages are all gone is not found', own => `<urlset><url><loc>${own.url('/nada')}</loc></url></urlset>`, 'NOT_FOUND'],
  ])('%s', async (_what, sitemap, code) => {
    site.pages.set('/sitemap.xml', typeof sitemap === 'string' ? sitemap : sitemap(site))
    const id = await addSite()
    await read(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'FAILED', problem: { code } })
  })

  test('of more than 500 pages is cut short', { timeout: 60_000 }, async () => {
    site.fill(paths(510))
    const id = await addSite()
    await read(id)
    expect(await countsOf(id)).toMatchObject({ documents: 500 })
    expect(await sourceOf(id)).toMatchObject({ state: 'READY', problem: { code: 'CUT_SHORT' } })
  })

  test('has room for what the tenant may keep, and what was read stays', async () => {
    site.fill(paths(3))
    const id = await addSite()
    const other = await add({ url: site.url('/otra.xml') })
    await database.owner.query(`insert into knowledge_document (tenant_id, id, source_id, position, key, title, passage_count) values ($1, gen_random_uuid(), $2, 0, 'x', 'x', 19998)`, [world.tenantId, other])
    await read(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'READY', problem: { code: 'TOO_MANY' } })
    expect((await countsOf(id)).passages).toBe(2)
  })
})

describe('a page', () => {
  test('gives its source its title, and keeps the ids of passages that did not change', async () => {
    const text = (last: string) => page(`</p><h2>Uno</h2><p>Esto no cambia nunca.</p><h2>Dos</h2><p>${last}`)
    site.pages.set('/', text('Antes.'))
    const id = await add({ kind: 'PAGE', url: site.url('/#abajo') })
    await read(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'READY', name: 'Una', url: site.url('/') })
    const [document] = await documentsOf(id)
    const before = await passagesOf(document!.id)
    site.pages.set('/', text('Después.'))
    await readAgain(id)
    const after = await passagesOf(document!.id)
    expect(after.map(({ text: said }) => said)).toEqual(['Esto no cambia nunca.', 'Después.'])
    expect(after[0]!.id).toBe(before[0]!.id)
    expect(after[1]!.id).not.toBe(before[1]!.id)
  })

  test.each<[string, string]>([
    ['http://127.0.0.2/', 'ADDRESS_REFUSED'], ['http://[::1]/', 'ADDRESS_REFUSED'], ['http://169.254.169.254/latest/meta-data/', 'ADDRESS_REFUSED'], ['http://2130706434/', 'ADDRESS_REFUSED'],
  ])('%s is never asked for', async (url, code) => {
    const id = await add({ kind: 'PAGE', url })
    await read(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'FAILED', problem: { code } })
  })

  test.each<[string, (request: unknown, response: ServerResponse) => void, string]>([
    ['of another kind', (_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'), 'WRONG_KIND'],
    ['of more than five megabytes', (_request, response) => html(response, 'a'.repeat(6_000_000)), 'TOO_LARGE'],
    ['that sends round in a circle', (_request, response) => response.writeHead(302, { location: '/' }).end(), 'UNREACHABLE'],
    ['that robots shall not read', (_request, response) => response.writeHead(200, { 'content-type': 'text/html', 'x-robots-tag': 'noindex' }).end('<p>Hola'), 'NOT_ALLOWED'],
    ['without words', (_request, response) => html(response, '<script>x</script>'), 'EMPTY'],
  ])('%s fails with a reason', async (_what, answer, code) => {
    site.pages.set('/', answer)
    const id = await add({ kind: 'PAGE', url: site.url('/') })
    await read(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'FAILED', problem: { code } })
  })
})

describe('a file', () => {
  test('is read once, let go, and replaced by a newer one', async () => {
    const id = await add({ kind: 'MARKDOWN', knowledgeFileId: await send('preguntas.md', '# Envíos\nTardan tres días.\n# Pagos\nCon tarjeta.') })
    await read(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'READY', name: 'preguntas.md', fileName: 'preguntas.md', rhythm: 'NEVER' })
    expect(await textsOf(id)).toEqual(['Tardan tres días.', 'Con tarjeta.'])
    expect((await database.owner.query('select 1 from knowledge_file where tenant_id = $1', [world.tenantId])).rowCount).toBe(0)
    expect(await world.as(admin, unit => service.read(unit, id))).toMatchObject({ code: 'NOTHING_TO_READ' })
    const { version, name, language } = await sourceOf(id)
    const knowledgeFileId = await send('nuevas.md', '# Pagos\nCon tarjeta.')
    await world.as(admin, unit => service.change(unit, { ...source({}), knowledgeSourceId: id, version, name, language, knowledgeFileId }))
    expect(await textsOf(id)).toHaveLength(2)
    await read(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'READY', fileName: 'nuevas.md' })
    expect(await textsOf(id)).toEqual(['Con tarjeta.'])
  })

  test('of another kind, or taken by another source, or by another tenant, is refused', async () => {
    const file = await send('x.pdf', pdfOf([{ lines: [['Hola.']] }]))
    const id = await add({ kind: 'CSV', knowledgeFileId: file })
    await read(id)
    expect(await sourceOf(id)).toMatchObject({ state: 'FAILED', problem: { code: 'WRONG_KIND' } })
    await expect(add({ kind: 'PDF', knowledgeFileId: file })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const other = await newWorld(database)
    const theirs = await other.as(await other.member('ADMIN'), unit => keepKnowledgeFile(unit, { name: 'suyo.md', content: Buffer.from('x') }))
    await expect(add({ kind: 'MARKDOWN', knowledgeFileId: theirs })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await add({ kind: 'MARKDOWN' })).toMatchObject({ field: 'knowledgeFileId' })
  })

  test('is kept for a day, and of those that nobody took the newest five are', async () => {
    const ids: string[] = []
    for (let at = 0; at < 7; at++) ids.push(await send(`${at}.md`, 'x'))
    const names = async () => (await database.owner.query('select name from knowledge_file where tenant_id = $1 order by id', [world.tenantId])).rows.map(row => row.name as string)
    expect(await names()).toEqual(['2.md', '3.md', '4.md', '5.md', '6.md'])
    await add({ kind: 'MARKDOWN', knowledgeFileId: ids[6]! })
    await database.owner.query(`update knowledge_file set created_at = now() - interval '25 hours' where tenant_id = $1`, [world.tenantId])
    await database.units.platform({ actor: { kind: 'SYSTEM' } }, tidySources)
    expect(await names()).toEqual(['6.md'])
  })
})
