import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { ChangeMyLanguageDocument, type Language } from '../contract/graphql.ts'
import { useChange } from '../graphql/useChange.ts'
import { useViewer } from '../session/useViewer.ts'
import { useBotProApp } from '../shell/useBotProApp.ts'
import { bringTexts, chooseLocale, chosenLocale, forgetChosenLocale, languageOf, localeOf, rememberLocale, type Locale } from './i18n.ts'

export const LANGUAGES: { value: Language; label: string }[] = [
  { value: 'ES', label: 'Español' },
  { value: 'EN', label: 'English' },
]

/** The language of the screen; for a signed-in person it is kept with the account, too. */
export function useLanguage() {
  const texts = useI18n()
  const { messages } = useBotProApp()
  const { viewer } = useViewer()
  const { change } = useChange(ChangeMyLanguageDocument)
  const language = computed(() => languageOf(texts.locale.value))
  let asked: Locale
  async function show(next: Locale) {
    asked = next
    await bringTexts(texts, messages, next)
    if (asked !== next) return
    texts.locale.value = next
    rememberLocale(next)
  }
  async function speak(next: Language) {
    await show(localeOf(next))
    if (!viewer.value) chooseLocale(localeOf(next))
    else if (viewer.value.user.language !== next) await change({ language: next })
  }
  /** With one who just signed in: what she chose at the door becomes hers; else the screen takes on hers. */
  async function greet(own: Language) {
    const chosen = chosenLocale()
    await show(chosen ?? localeOf(own))
    const isNew = chosen && languageOf(chosen) !== own
    if (!isNew || await change({ language: languageOf(chosen) })) forgetChosenLocale()
  }
  return { language, speak, greet }
}
