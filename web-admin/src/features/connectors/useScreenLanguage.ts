import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language } from '../../contract/graphql.ts'

/** The language in which names are asked for. */
export function useScreenLanguage() {
  const { locale } = useI18n()
  return computed<Language>(() => (locale.value === 'en' ? 'EN' : 'ES'))
}
