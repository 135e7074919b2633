import type { BotAction, BotPage_BotSettingsFragment as BotSettings, Language } from '../../contract/graphql.ts'
import { LANGUAGES } from '../../shell/languages.ts'

export interface OptionDraft { id: string; title: string; answer: string; action: BotAction }
export interface BotTextsDraft { language: Language; menuText: string; notUnderstood: string; options: OptionDraft[] }
export interface BotDraft { version: number; idleHours: number; texts: BotTextsDraft[] }

export const MOST_OPTIONS = 10
export const MOST_IDLE_HOURS = 720
export const ACTIONS: BotAction[] = ['ANSWER', 'OPENING_HOURS', 'TALK_TO_A_PERSON']

const textsIn = ({ texts }: BotSettings, language: Language): BotTextsDraft => {
  const found = texts.find(one => one.language === language)
  return {
    language,
    menuText: found?.menuText ?? '',
    notUnderstood: found?.notUnderstood ?? '',
    options: found?.options.map(({ id, title, answer, action }) => ({ id, title, answer: answer ?? '', action })) ?? [],
  }
}
export const draftOf = (settings: BotSettings): BotDraft =>
  ({ version: settings.version, idleHours: settings.idleHours, texts: LANGUAGES.map(language => textsIn(settings, language)) })

const inputOfOption = ({ id, title, answer, action }: OptionDraft) =>
  ({ id, title: title.trim(), answer: action === 'ANSWER' ? answer.trim() : null, action })
export const inputOf = ({ version, idleHours, texts }: BotDraft) => ({
  version, idleHours,
  texts: texts.map(({ language, menuText, notUnderstood, options }) => ({
    language, menuText: menuText.trim(), notUnderstood: notUnderstood.trim(), options: options.map(inputOfOption),
  })),
})

export const isOptionComplete = ({ title, answer, action }: OptionDraft) =>
  Boolean(title.trim()) && (action !== 'ANSWER' || Boolean(answer.trim()))
export const isComplete = ({ menuText, notUnderstood, options }: BotTextsDraft) =>
  Boolean(menuText.trim() && notUnderstood.trim()) && options.every(isOptionComplete)

/** Which option was refused for its id. The ids of options are not typed here, so it can only be one of the bot's own words. */
export function refusedOption(field: string, { texts }: BotDraft): { title: string; language: Language } | undefined {
  const [, at, index] = /^texts\.(\d+)\.options\.(\d+)\.id$/.exec(field) ?? []
  const chosen = texts[Number(at)]
  const option = chosen?.options[Number(index)]
  return option && { title: option.title.trim(), language: chosen!.language }
}

export function moved<Item>(items: Item[], from: number, to: number): Item[] {
  if (to < 0 || to >= items.length) return items
  const next = [...items]
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}
export const newOption = (): OptionDraft =>
  ({ id: crypto.randomUUID().slice(0, 8), title: '', answer: '', action: 'ANSWER' })
