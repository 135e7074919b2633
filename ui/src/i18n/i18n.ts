import type { Plugin } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Language } from '../contract/graphql.ts'

export type Locale = 'es' | 'en'
export interface MessageTree { [key: string]: string | MessageTree }
export type Messages = Record<Locale, MessageTree>
/** Where the texts of a language come from, when it is shown. */
export type MessageSources = Record<Locale, () => Promise<{ default: MessageTree }>>

const STORED = 'botpro-language'

export const localeOf = (language: Language): Locale => (language === 'EN' ? 'en' : 'es')
export const languageOf = (locale: string): Language => (locale === 'en' ? 'EN' : 'ES')

function firstLocale(): Locale {
  const stored = localStorage.getItem(STORED)
  if (stored === 'es' || stored === 'en') return stored
  return navigator.language.startsWith('en') ? 'en' : 'es'
}

export function rememberLocale(locale: Locale) {
  localStorage.setItem(STORED, locale)
  document.documentElement.lang = locale
}

const CHOSEN = 'botpro-language-chosen'

/** What somebody chose before it was known who she is. It waits, in this browser, for whoever signs in next. */
export function chosenLocale(): Locale | undefined {
  const chosen = localStorage.getItem(CHOSEN)
  return chosen === 'es' || chosen === 'en' ? chosen : undefined
}
export const chooseLocale = (locale: Locale) => localStorage.setItem(CHOSEN, locale)
export const forgetChosenLocale = () => localStorage.removeItem(CHOSEN)

/** What the shell needs of vue-i18n; its own type is too deep for messages that are not literal. */
interface Composer {
  availableLocales: string[]
  t(key: string, named?: Record<string, unknown>): string
  setLocaleMessage(locale: string, messages: MessageTree): void
}
export type Texts = Plugin & { global: Composer & { locale: { value: string } } }

export async function bringTexts({ availableLocales, setLocaleMessage }: Composer, sources: MessageSources, locale: Locale) {
  if (!availableLocales.includes(locale)) setLocaleMessage(locale, (await sources[locale]()).default)
}

export function createTexts(messages: Partial<Messages> = {}): Texts {
  const locale = firstLocale()
  rememberLocale(locale)
  return createI18n({ legacy: false, locale, messages: messages as never }) as unknown as Texts
}
