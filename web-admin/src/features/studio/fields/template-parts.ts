export interface TemplatePart { text: string; isVariable: boolean }

/** A template in pieces: words, and what is put in. */
export function parts(template: string): TemplatePart[] {
  return template.split(/(\{\{.*?\}\}|\{%.*?%\})/s).filter(Boolean).map(text => ({ text, isVariable: /^\{[{%]/.test(text) && /[%}]\}$/.test(text) }))
}

/** The names that a template puts in: the first of each pair of braces, before its filters. */
export const namesIn = (template: string): string[] =>
  [...template.matchAll(/\{\{-?\s*([A-Za-z_][\w.[\]]*)/g)].map(found => found[1]!)
