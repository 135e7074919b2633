import { useI18n } from 'vue-i18n'
import { useScreenLanguage } from '../../connectors/useScreenLanguage.ts'
import { findingText, type FoundIn } from './finding-text.ts'
import type { Finding } from './finding.ts'

/** What was found, in the words of whoever reads it. */
export function useFindingWords() {
  const { t, te } = useI18n()
  const language = useScreenLanguage()
  const textOf = (finding: Finding, step?: FoundIn): string => findingText(finding, { t, te, language: language.value, step })
  return { textOf }
}
