import type { Answer, MenuOption } from '@botpro/graphql/flows'
import type { Text } from './text.ts'

export const freeText = (minLength = 2, maxLength = 500): Answer => ({ type: 'TEXT', minLength, maxLength })
export const number = (min: number, max: number): Answer => ({ type: 'NUMBER', min, max })
export const wholeNumber = (min: number, max: number): Answer => ({ type: 'NUMBER', min, max, whole: true })
export const money = (min: string, max: string, currency = 'DOP'): Answer => ({ type: 'MONEY', currency, min, max })
export const date = (more: { from?: 'TODAY' | 'TOMORROW' | 'ANY'; until?: 'TODAY' | 'ANY' } = {}): Answer => ({ type: 'DATE', ...more })
export const email: Answer = { type: 'EMAIL' }
export const phone: Answer = { type: 'PHONE' }
export const cedula: Answer = { type: 'CEDULA' }
export const document: Answer = { type: 'DOCUMENT' }
export const rnc: Answer = { type: 'RNC' }
export const yesNo: Answer = { type: 'YES_NO' }
export const location: Answer = { type: 'LOCATION' }
export const photo: Answer = { type: 'FILE', accept: 'IMAGE' }
export const file: Answer = { type: 'FILE', accept: 'ANY' }

/** One of a few things; what is kept is the id. */
export const choice = (style: 'BUTTONS' | 'LIST', options: Record<string, Text | { title: Text; description: Text }>): Answer => ({
  type: 'CHOICE', style,
  options: Object.entries(options).map(([id, option]): MenuOption => ('title' in option ? { id, ...option } : { id, title: option })),
})
