import Fastify from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../test/harness.ts'
import { companies, DEMO_PASSWORD } from '../demo/sign-ins.ts'
import { newId } from '../platform/ids.ts'
import { demoPages } from './demo-pages.ts'
import { escaped, html, raw } from './html.ts'
import { startPage } from './start-page.ts'

const database = useDatabase()
const SLUG = companies[0]!.profile.slug
const open = (demo: boolean) => {
  const server = Fastify()
  startPage(server, { demo })
  if (demo) demoPages(server, { units: database.units })
  return server
}
const page = async (url: string, language = 'es-DO', demo = true) => {
  const answer = await open(demo).inject({ url, headers: { 'accept-language': language } })
  return { ...answer, text: answer.body }
}

beforeAll(async () => {
  const [tenantId, channelId] = [newId(), newId()]
  const { owner } = database
  await owner.query(`insert into tenant (id, name, slug, sector, institution, time_zone, language, currency, created_at)
    values ($1, 'Banco', $2, 'FINANCIAL', 'PRIVATE', 'America/Santo_Domingo', 'ES', 'USD', now())`, [tenantId, SLUG])
  await owner.query(`insert into channel_account (tenant_id, id, kind, name, created_at) values ($1, $2, 'WEB', 'Web', now())`, [tenantId, channelId])
  await owner.query(`insert into web_channel (tenant_id, channel_account_id, site_key, allowed_origins, color, side, bot_name, texts)
    values ($1, $2, 'web_"><b>', '{}', '#123456', 'RIGHT', 'ELENA', '[]')`, [tenantId, channelId])
})

test('what is put into a page is escaped, and what is HTML already is not', () => {
  expect(escaped(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;')
  expect(html`<p>${'<script>'}${raw('<br>')}${[html`<i>${'&'}</i>`, 2]}${false}${null}</p>`.text).toBe('<p>&lt;script&gt;<br><i>&amp;</i>2</p>')
})

test('a demo site carries the chat by its install snippet, with its key escaped', async () => {
  const { text, statusCode } = await page(`/demo/${SLUG}?lang=en`)
  expect(statusCode).toBe(200)
  expect(text).toContain('<script async src="/widget/loader.js" data-site-key="web_&quot;&gt;&lt;b&gt;" data-language="en"></script>')
})

test('pages hold no inline scripts and fetch nothing from outside', async () => {
  for (const url of ['/', `/demo/${SLUG}`]) {
    const { text } = await page(url)
    expect(text.match(/<script(?![^>]*src="\/)/)).toBeNull()
    expect(text).not.toMatch(/\son[a-z]+=/)
    expect(text.replaceAll('http://www.w3.org', '').replaceAll(/"data:[^"]*"/g, '')).not.toMatch(/https?:\/\//)
  }
})

test('a page speaks the language that the address or the browser asks for', async () => {
  expect((await page('/', 'en-US')).text).toContain('<html lang="en">')
  expect((await page('/', 'es')).text).toContain('<html lang="es">')
  expect((await page('/?lang=en', 'es')).text).toContain('<html lang="en">')
  expect((await page('/?lang=en&lang=es', 'es')).statusCode).toBe(200)
})

test('a demo site that is not there is not found, whatever it is called', async () => {
  for (const slug of ['nobody', 'constructor', '__proto__', '%3Cscript%3E', companies[1]!.profile.slug]) {
    const { statusCode, text } = await page(`/demo/${slug}`)
    expect(statusCode).toBe(404)
    expect(text).not.toContain('<script')
  }
})

test('the start page tells the demo sign-ins in the demo only', async () => {
  expect((await page('/')).text).toContain(DEMO_PASSWORD)
  const production = (await page('/', 'es', false)).text
  expect(production).not.toContain(DEMO_PASSWORD)
  expect(production).not.toMatch(/example\.com|\/demo\/|\/explorer/)
  expect(production).toContain('href="/agent/"')
})
