import type { Language } from '../contract/graphql.ts'

export const LANGUAGES: Language[] = ['ES', 'EN']
