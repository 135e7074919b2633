import type { EvaluationPage_EvaluationReportFragment as Report } from '../../contract/graphql.ts'

export type Advice = Report['advice'][number]
type Kind = Advice['kind']

const ICONS: Record<Kind, string> = {
  TELL_APART: 'i-lucide-split', ADD_PHRASES: 'i-lucide-list-plus', ADD_IN_LANGUAGE: 'i-lucide-languages',
  CHECK_PHRASES: 'i-lucide-search-check', TOO_LARGE: 'i-lucide-scale',
}

/** The sentence of an advice, by keys under `models`, and what to do about it. */
export const wordingOf = ({ kind, language }: Advice) => ({
  icon: ICONS[kind],
  sentence: `models.advice.sentence.${kind}`,
  deed: `models.advice.deed.${kind}`,
  languageKey: language ? `models.inLanguage.${language}` : undefined,
})

/** `bloquear_tarjeta` as it is read: the names of intents are words joined by `_`. */
export const readable = (intent: string) => intent.replaceAll('_', ' ')
