import type { Language } from '../contract/graphql.ts'
import { en } from './en.ts'
import { es, type Words } from './es.ts'

export const WORDS: Record<Language, Words> = { ES: es, EN: en }

/** `es-DO` and `ES` are Spanish; a language that we do not speak is nothing. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const language = (tag ?? '').slice(0, 2).toUpperCase()
  return language in WORDS ? (language as Language) : undefined
}

const LOCALES: Record<Language, string> = { ES: 'es-DO', EN: 'en-US' }

export const timeOf = (at: string, language: Language) =>
  new Intl.DateTimeFormat(LOCALES[language], { hour: 'numeric', minute: '2-digit' }).format(new Date(at))

export function dayOf(at: string, language: Language, now = new Date()) {
  const day = new Date(at)
  const nights = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(day).setHours(0, 0, 0, 0)) / 86_400_000)
  if (nights === 0) return WORDS[language].today
  if (nights === 1) return WORDS[language].yesterday
  const year = day.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  const style = { weekday: 'long', day: 'numeric', month: 'long', year } as const
  return new Intl.DateTimeFormat(LOCALES[language], style).format(day)
}

export const sizeOf = (bytes: number, language: Language) => {
  const [value, unit] = bytes < 1e6 ? [Math.max(1, bytes / 1e3), 'kilobyte'] : [bytes / 1e6, 'megabyte']
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'unit', unit: unit as string, maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(value as number)
}
