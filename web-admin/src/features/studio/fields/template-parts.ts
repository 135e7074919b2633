export interface TemplatePart { text: string; isVariable: boolean }

/** A template in pieces: words, and what is put in. */
export function parts(template: string): TemplatePart[] {
  return template.split(/(\{\{.*?\}\}|\{%.*?%\})/s).filter(Boolean).map(text => ({ text, isVariable: /^\{[{%]/.test(text) && /[%}]\}$/.test(text) }))
}

/** What is put in, by the name alone: without braces, and without how it is shown. */
export const nameInBraces = (piece: string): string => (piece.startsWith('{{') ? piece.replaceAll(/^\{\{-?\s*|\s*-?\}\}$/g, '').split('|')[0]!.trim() : piece)

/** The names that a template puts in: the first of each pair of braces, before its filters. */
export const namesIn = (template: string): string[] =>
  [...template.matchAll(/\{\{-?\s*([A-Za-z_][\w.[\]]*)/g)].map(found => found[1]!)
