import { type Kind, type RecogniseOptions, type Recognised, type Values, recognise } from './index.ts'

/** A Thursday, ten in the morning in Santo Domingo. */
export const THURSDAY = new Date('2026-11-26T14:00:00Z')

export const inSpanish: RecogniseOptions = { language: 'es', now: THURSDAY, zone: 'America/Santo_Domingo' }
export const inEnglish: RecogniseOptions = { ...inSpanish, language: 'en' }

/** The values of one kind found in a text, in order. */
export function valuesOf<K extends Kind>(kind: K, text: string, options: RecogniseOptions): Values[K][] {
  return recognise(text, options).filter(one => one.kind === kind).map(one => one.value as Values[K])
}

/** What was found as `kind: characters`, to compare spans at a glance. */
export const spansOf = (text: string, options: RecogniseOptions): string[] =>
  recognise(text, options).map((one: Recognised) => `${one.kind}: ${one.text}`)
