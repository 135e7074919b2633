import type { FastifyInstance } from 'fastify'
import { systemActor } from '../platform/actor.ts'
import type { Units } from '../platform/units.ts'
import { bankSite } from './demo-sites/bank.ts'
import { clinicSite } from './demo-sites/clinic.ts'
import { officeSite } from './demo-sites/office.ts'
import { siteView, type Site } from './demo-sites/site.ts'
import { storeSite } from './demo-sites/store.ts'
import { documentOf, pageLanguage, sendPage, speaker } from './document.ts'
import { html } from './html.ts'

const SITES: Record<string, Site> = {
  'banco-guayacan': bankSite, 'casa-flamboyan': storeSite, 'centro-arrecife': clinicSite, licencias: officeSite,
}

/** `/demo/:slug`: what the web sites of the demo's companies could look like, with their chat. */
export function demoPages(server: FastifyInstance, { units }: { units: Units }) {
  server.get<{ Params: { slug: string } }>('/demo/:slug', { config: { page: 'page', quiet: true } }, async (request, reply) => {
    const language = pageLanguage(request)
    const { slug } = request.params
    const site = Object.hasOwn(SITES, slug) ? SITES[slug] : undefined
    const siteKey = site && await siteKeyOf(units, slug)
    if (!site || !siteKey) return sendPage(reply.code(404), notFound(language))
    return sendPage(reply, siteView(site, { language, siteKey }))
  })
}

const SITE_KEY = `
  select w.site_key as "siteKey" from tenant t
  join channel_account a on a.tenant_id = t.id join web_channel w on w.tenant_id = t.id and w.channel_account_id = a.id
  where t.slug = $1 and a.kind = 'WEB' order by a.created_at, a.id limit 1`

async function siteKeyOf(units: Units, slug: string): Promise<string | undefined> {
  await using unit = units.readPlatform({ actor: systemActor() })
  const [row] = await unit.sql<{ siteKey: string }>('demo-site-key', SITE_KEY, [slug])
  return row?.siteKey
}

function notFound(language: 'ES' | 'EN') {
  const say = speaker(language)
  const title = say('Esta página no existe', 'There is no such page')
  return documentOf({
    language, title, description: title, color: '#4f46e5',
    style: 'body{font:1.1rem/1.5 system-ui,sans-serif;display:grid;place-content:center;min-height:90vh;text-align:center;color-scheme:light dark}',
    body: html`<h1>${title}</h1><p><a href="/">${say('Volver al inicio', 'Back to the start')}</a></p>`,
  })
}
