import type { Json, LocalText } from '@botpro/graphql/flows'
import type { Language } from '../../../contract/graphql.ts'
import { said } from '../steps/preview.ts'
import { isUnchosen, type Finding } from './finding.ts'

/** As much of a step as its findings speak of. */
export interface FoundIn { id: string; options?: readonly { id: string; title: LocalText }[] }

interface Words {
  t: (key: string, named?: Record<string, unknown>) => string
  te: (key: string) => boolean
  language: Language
  /** Where it was found, as far as that is known. */
  step?: FoundIn | undefined
}

/** Facts that people know by other words, and where those stand. */
const WORDS: Record<string, string> = { language: 'language', channels: 'channelKind', exit: 'studio.exit' }
/** Of several parts that are alike, the one that a field is of: `options.0.title`. */
const PARTS: Record<string, string> = { options: 'studio.menu.option', messages: 'studio.say.message' }

/** What was found, in words; a code without words of its own is told as it is. */
export function findingText(finding: Finding, words: Words): string {
  const { t, te } = words
  const { code, field, facts } = finding
  if (isUnchosen(finding)) return te(`studio.findings.choose.${code}`) ? t(`studio.findings.choose.${code}`) : t('studio.findings.choose.ANYTHING')
  const key = `studio.finding.${code}`
  if (!te(key)) return t('studio.findings.unknown', { code, field: field ?? '' })
  const named = Object.entries(facts).map(([name, value]) => [name, [value].flat().map(one => wordOf(name, one as Json, words)).join(', ')])
  return partOf(field, words) + t(key, { field: field ?? '', ...Object.fromEntries(named) as Record<string, string> })
}

/** An exit of a menu goes by what stands on its button. */
function wordOf(name: string, value: Json, { t, te, language, step }: Words): string {
  const at = name === 'exit' ? step?.options?.findIndex(({ id }) => id === value) ?? -1 : -1
  if (at >= 0) return said(step!.options![at]!.title, language) || t('studio.menu.option', { n: at + 1 })
  const key = `${WORDS[name]}.${String(value)}`
  return name in WORDS && te(key) ? t(key) : String(value)
}

function partOf(field: string | null, { t }: Words): string {
  const [, part = '', at = ''] = /^(\w+)\.(\d+)\./.exec(field ?? '') ?? []
  return part in PARTS ? `${t(PARTS[part]!, { n: Number(at) + 1 })}: ` : ''
}
