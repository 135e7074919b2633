import type { Answer, AnswerType } from '@botpro/graphql/flows'
import { UNCHOSEN } from '../document/new-step.ts'

export const ANSWERS: AnswerType[] = ['TEXT', 'CHOICE', 'YES_NO', 'NUMBER', 'MONEY', 'DATE', 'TIME', 'CEDULA', 'RNC', 'DOCUMENT', 'PHONE', 'EMAIL', 'FILE', 'LOCATION', 'ENTITY']

export const ANSWER_ICONS: Record<AnswerType, string> = {
  TEXT: 'i-lucide-text', CHOICE: 'i-lucide-list', YES_NO: 'i-lucide-toggle-left', NUMBER: 'i-lucide-hash', MONEY: 'i-lucide-banknote', DATE: 'i-lucide-calendar', TIME: 'i-lucide-clock',
  CEDULA: 'i-lucide-id-card', RNC: 'i-lucide-building', DOCUMENT: 'i-lucide-file-badge', PHONE: 'i-lucide-phone', EMAIL: 'i-lucide-mail', FILE: 'i-lucide-paperclip', LOCATION: 'i-lucide-map-pin', ENTITY: 'i-lucide-tags',
}

/** An answer of another type, with the options of the old one where both have some. */
export function answerOf(type: AnswerType, old: Answer): Answer {
  if (type === old.type) return old
  if (type === 'MONEY') return { type, currency: 'DOP' }
  if (type === 'CHOICE') return { type, options: [{ id: 'option_1', title: {} }, { id: 'option_2', title: {} }] }
  if (type === 'ENTITY') return { type, entity: UNCHOSEN }
  return { type } as Answer
}
