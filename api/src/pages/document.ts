import type { FastifyReply, FastifyRequest } from 'fastify'
import { languageOf, type Language } from '../platform/language.ts'
import { html, raw, type Html } from './html.ts'

export interface Document {
  language: Language
  title: string
  description: string
  /** `currentColor` of the icon in the browser's tab. */
  color: string
  style: string
  body: Html
}

/** A whole page: its styles travel with it, so that nothing else has to be fetched. */
export const documentOf = ({ language, title, description, color, style, body }: Document): Html => html`<!doctype html>
<html lang="${language.toLowerCase()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(iconOf(color))}">
<style>${raw(style)}</style>
</head>
<body>${body}</body>
</html>
`

const iconOf = (color: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${color}"/><path d="M8 10.5A2.5 2.5 0 0 1 10.5 8h11a2.5 2.5 0 0 1 2.5 2.5v7a2.5 2.5 0 0 1-2.5 2.5H15l-5.5 4.3V20A2.5 2.5 0 0 1 8 17.5z" fill="#fff"/></svg>`

/** As the address asks (`?lang=en`), or else as the browser does. */
export function pageLanguage(request: FastifyRequest): Language {
  const { lang } = request.query as { lang?: unknown }
  return languageOf(typeof lang === 'string' ? lang : request.headers['accept-language'])
}

/** Written anew each time and different by language: whoever stands between may keep neither for the other. */
export const sendPage = (reply: FastifyReply, page: Html) => reply
  .type('text/html; charset=utf-8').header('cache-control', 'no-cache').header('vary', 'accept-language').send(page.text)

/** Spanish and English side by side, where the words are used. */
export const speaker = (language: Language) => (es: string, en: string): string => (language === 'EN' ? en : es)

export type Speaker = ReturnType<typeof speaker>
