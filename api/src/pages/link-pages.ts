import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isOpenedByPerson, type ChannelLinks, type Followed } from '../modules/channels/index.ts'
import { languageOf, type Language } from '../platform/language.ts'
import { documentOf, speaker } from './document.ts'
import { html, type Html } from './html.ts'

export interface LinkPagesOptions {
  links: Pick<ChannelLinks, 'follow'>
  /** Takes the request from what its address may take. */
  charge(request: FastifyRequest): Promise<void>
}

/**
 * `/l/:token`: what links and QR codes of tenants' say. It leads to where their channel is, and nowhere else: nothing of
 * the request is part of the address. It counts, and keeps nothing of who asked.
 */
export function linkPages(server: FastifyInstance, { links, charge }: LinkPagesOptions) {
  server.get<{ Params: { '*': string } }>('/l/*', { config: { page: 'page', quiet: true } }, async (request, reply) => {
    await charge(request)
    const followed = await links.follow(request.params['*'], isOpenedByPerson(request))
    // Each opening is to come by here, and what it leads to may change at any time.
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' })
    if (followed.kind === 'LEADS') return reply.redirect(followed.to, 302)
    if (followed.kind === 'TROUBLE') request.log.error({ err: followed.because }, 'a link could not be made by its channel')
    return told(reply, followed, request)
  })
}

type Told = Exclude<Followed, { kind: 'LEADS' }>

const STATUS = { UNKNOWN: 404, ENDED: 410, TROUBLE: 503 } as const
const AGAIN_SECONDS = 60

function told(reply: FastifyReply, followed: Told, request: FastifyRequest) {
  if (followed.kind === 'TROUBLE') reply.header('retry-after', AGAIN_SECONDS)
  const accepted = request.headers['accept-language']
  const language = accepted || followed.kind === 'UNKNOWN' ? languageOf(accepted) : followed.tenantLanguage
  return reply.code(STATUS[followed.kind]).type('text/html; charset=utf-8').header('vary', 'accept-language').send(page(followed, language).text)
}

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:1.05rem/1.55 system-ui,sans-serif;background:light-dark(#f8fafc,#0b1120);color:light-dark(#0f172a,#e2e8f0)}
main{max-width:28rem;padding:2rem;text-align:center}
svg{width:4.5rem;height:4.5rem;color:light-dark(#4f46e5,#a5b4fc)}
h1{margin:1rem 0 .5rem;font-size:1.4rem;line-height:1.3}
p{margin:.5rem 0;color:light-dark(#475569,#a3b1c6)}`

const ICON = html`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M9 17H7A5 5 0 0 1 7 7h2m6 0h2a5 5 0 0 1 4.5 7.1M8 12h4M3 3l18 18m-6.5-4H15"/></svg>`

function page(followed: Told, language: Language): Html {
  const [title, text] = wordsOf(followed, speaker(language))
  return documentOf({
    language, title, description: text, color: '#4f46e5', style: STYLE,
    body: html`<main>${ICON}<h1>${title}</h1><p>${text}</p></main>`,
  })
}

function wordsOf(followed: Told, say: ReturnType<typeof speaker>): [title: string, text: string] {
  switch (followed.kind) {
    case 'UNKNOWN': return [
      say('No encontramos este enlace', 'We cannot find this link'),
      say('Revise que la dirección esté completa o vuelva a escanear el código.', 'Check that the address is complete, or scan the code again.'),
    ]
    case 'ENDED': return [
      say(`${followed.tenantName} ya no usa este enlace`, `${followed.tenantName} no longer uses this link`),
      say('Puede que la campaña haya terminado o esté en pausa. Busque otro medio de contacto en el sitio de la empresa.', 'The campaign may have ended or be paused. Look for another way to get in touch on the company’s site.'),
    ]
    case 'TROUBLE': return [
      say(`Ahora mismo no podemos llevarle al chat de ${followed.tenantName}`, `We cannot take you to the chat of ${followed.tenantName} right now`),
      say('Es un problema pasajero. Vuelva a abrir el enlace en unos minutos.', 'This will pass. Open the link again in a few minutes.'),
    ]
  }
}
