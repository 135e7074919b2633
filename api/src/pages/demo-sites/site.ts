import type { Language } from '../../platform/language.ts'
import { documentOf, speaker, type Speaker } from '../document.ts'
import { html, raw, type Html } from '../html.ts'
import { siteStyle } from './site.style.ts'

/** The web site of an invented company. */
export interface Site {
  name: string
  color: string
  style: string
  description(say: Speaker): string
  body(say: Speaker): Html
}

export interface Visit {
  language: Language
  siteKey: string
}

/** The site as its visitors see it: below the bar that says what it is, with the snippet that every customer pastes. */
export function siteView(site: Site, { language, siteKey }: Visit): Html {
  const say = speaker(language)
  return documentOf({
    language, title: site.name, description: site.description(say), color: site.color, style: siteStyle + site.style,
    body: html`${demoBar(say)}${site.body(say)}
<script async src="/widget/loader.js" data-site-key="${siteKey}" data-language="${language.toLowerCase()}"></script>`,
  })
}

const demoBar = (say: Speaker) => html`
<aside class="demo-bar">
  <a href="/?lang=${say('es', 'en')}">← BotPro</a>
  <span>${say('Sitio de demostración de una entidad inventada', 'Demo site of an invented organisation')}</span>
  <a href="?lang=${say('en', 'es')}" lang="${say('en', 'es')}" hreflang="${say('en', 'es')}">${say('English', 'Español')}</a>
</aside>`

/** A drawing of lines, 24 by 24. */
export const icon = (path: string): Html => raw(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`)

export const links = (items: [label: string, href: string][]): Html =>
  html`${items.map(([label, href]) => html`<a href="${href}">${label}</a>`)}`
