import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { apiFolder } from '../../../platform/api-folder.ts'
import { languages, type Language } from '../language/language.ts'

interface Pack { nlu: { intent: string, examples: string }[] }

let read: { text: string, language: Language }[] | undefined

/** Sentences that are none of a company's intents, of our own writing: what a confidence learns strangeness from. */
export function strangers(): readonly { text: string, language: Language }[] {
  return read ??= languages.flatMap(language => sentencesOf(language).map(text => ({ text, language })))
}

function sentencesOf(language: Language): string[] {
  const file = join(apiFolder, 'src/modules/elena/packs', `out-of-scope.${language}.yml`)
  const { nlu } = parse(readFileSync(file, 'utf8')) as Pack
  return nlu.flatMap(({ examples }) => examples.split('\n').map(line => line.replace(/^\s*-\s*/, '').trim()).filter(Boolean))
}
