import type { Language } from '../../platform/language.ts'
import { InvalidInput } from '../../platform/refusal.ts'

/** A text in each language; where the English one is empty, the Spanish one is said. */
export interface LocalText {
  es: string
  en: string | null
}

export interface TypedText {
  es: string
  en?: string | null
}

export const inLanguage = ({ es, en }: LocalText, language: Language): string => (language === 'EN' && en ? en : es)

export const trimmed = ({ es, en }: TypedText): LocalText => ({ es: es.trim(), en: en?.trim() || null })

export function textProblem(field: string, { es, en }: LocalText, longest: number): InvalidInput | undefined {
  if (!es || [es, en ?? ''].some(text => [...text].length > longest)) return new InvalidInput(field, `In Spanish at least, and at most ${longest} characters.`)
}
