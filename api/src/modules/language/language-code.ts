import type { Language } from '../../platform/language.ts'
import type { Language as Code } from './language.ts'

/** The cores of ELENA and Q&A call languages by their codes, the house by its own names. */
export const codeOf = (language: Language): Code => (language === 'ES' ? 'es' : 'en')

export const languageOfCode = (code: Code): Language => (code === 'es' ? 'ES' : 'EN')
