import { useI18n } from 'vue-i18n'
import { findingText, type FoundIn } from './finding-text.ts'
import type { Finding } from './finding.ts'

/** What was found, in the words of whoever reads it. */
export function useFindingWords() {
  const { t, te, locale } = useI18n()
  const textOf = (finding: Finding, step?: FoundIn): string => findingText(finding, { t, te, language: locale.value === 'en' ? 'EN' : 'ES', step })
  return { textOf }
}
