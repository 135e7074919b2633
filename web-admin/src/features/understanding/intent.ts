import type { IntentAction, IntentForm_IntentFragment as Intent, Language } from '../../contract/graphql.ts'
import { finishedName, isName } from './training-name.ts'
import { LANGUAGES } from '../../shell/languages.ts'

export interface IntentDraft {
  version: number
  name: string
  description: string
  action: IntentAction
  answers: { language: Language; text: string }[]
}

export const ACTIONS: IntentAction[] = ['ANSWER', 'OPENING_HOURS', 'TALK_TO_A_PERSON', 'SHOW_MENU']
export const ACTION_ICONS: Record<IntentAction, string> = {
  ANSWER: 'i-lucide-message-square-text', OPENING_HOURS: 'i-lucide-clock', TALK_TO_A_PERSON: 'i-lucide-headset', SHOW_MENU: 'i-lucide-list',
}
export const MOST_ANSWER = 2000

export const draftOf = ({ version, name, description, action, answers }: Intent): IntentDraft => ({
  version, name, description: description ?? '', action,
  answers: LANGUAGES.map(language => ({ language, text: answers.find(answer => answer.language === language)?.text ?? '' })),
})

export const inputOf = ({ version, name, description, action, answers }: IntentDraft) => ({
  version, name: finishedName(name), description: description.trim() || null, action,
  answers: answers.map(({ language, text }) => ({ language, text: text.trim() })).filter(({ text }) => text),
})

export const canBeSaved = ({ name }: IntentDraft) => isName(finishedName(name))

/** Languages in which the bot should answer and has nothing to say. */
export const silentIn = ({ action, answers }: IntentDraft): Language[] =>
  (action === 'ANSWER' ? answers.filter(({ text }) => !text.trim()).map(({ language }) => language) : [])
