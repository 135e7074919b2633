import { useI18n } from 'vue-i18n'
import type { Finding } from './finding.ts'

/** What was found, in words; a code without words of its own is told as it is. */
export function useFindingWords() {
  const { t, te } = useI18n()
  function textOf({ code, field, facts }: Finding): string {
    const key = `studio.finding.${code}`
    const named = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]))
    return te(key) ? t(key, { field: field ?? '', ...named }) : t('studio.findings.unknown', { code, field: field ?? '' })
  }
  return { textOf }
}
