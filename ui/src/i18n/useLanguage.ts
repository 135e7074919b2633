import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangeMyLanguageDocument, type Language } from '../contract/graphql.ts'
import { useChange } from '../graphql/useChange.ts'
import { useViewer } from '../session/useViewer.ts'
import { languageOf, localeOf, rememberLocale } from './i18n.ts'

export const LANGUAGES: { value: Language; label: string }[] = [
  { value: 'ES', label: 'Español' },
  { value: 'EN', label: 'English' },
]

/** The language of the screen; for a signed-in person it is kept with the account, too. */
export function useLanguage() {
  const { locale } = useI18n()
  const { viewer } = useViewer()
  const { change } = useChange(ChangeMyLanguageDocument)
  const language = computed(() => languageOf(locale.value))
  async function speak(next: Language) {
    locale.value = localeOf(next)
    rememberLocale(localeOf(next))
    if (viewer.value && viewer.value.user.language !== next) await change({ language: next })
  }
  return { language, speak }
}
