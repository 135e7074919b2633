import type { Json } from '@botpro/graphql/flows'
import { useI18n } from 'vue-i18n'
import { isUnchosen, type Finding } from './finding.ts'

/** Facts that people know by other words, and where those stand. */
const WORDS: Record<string, string> = { language: 'language', channels: 'channelKind', exit: 'studio.exit' }

/** What was found, in words; a code without words of its own is told as it is. */
export function useFindingWords() {
  const { t, te } = useI18n()
  const wordOf = (name: string, value: Json) => {
    const key = `${WORDS[name]}.${String(value)}`
    return name in WORDS && te(key) ? t(key) : String(value)
  }
  function textOf(finding: Finding): string {
    const { code, field, facts } = finding
    if (isUnchosen(finding)) return te(`studio.findings.choose.${code}`) ? t(`studio.findings.choose.${code}`) : t('studio.findings.choose.ANYTHING')
    const key = `studio.finding.${code}`
    const named = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, [value].flat().map(one => wordOf(name, one as Json)).join(', ')]))
    return te(key) ? t(key, { field: field ?? '', ...named }) : t('studio.findings.unknown', { code, field: field ?? '' })
  }
  return { textOf }
}
