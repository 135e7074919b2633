import { InvalidInput } from '../../../platform/refusal.ts'
import { MENU, PERSON, UNHELPFUL, type BotOption, type BotTexts } from './bot.ts'
import { MAX_OPTION_ID } from '../messages/message.ts'

const limits = { menuText: 1000, notUnderstood: 1000, title: 60, answer: 2000 }

/** After how many hours without a word a conversation of the bot's is closed, and how many may be chosen. */
export const DEFAULT_IDLE_HOURS = 24
const MOST_IDLE_HOURS = 720

export const idleHoursProblem = (hours: number): InvalidInput | undefined =>
  (hours >= 1 && hours <= MOST_IDLE_HOURS ? undefined : new InvalidInput('idleHours', `Between 1 and ${MOST_IDLE_HOURS}.`))

/** What a new tenant's bot offers until somebody finds better words. */
export const defaultBotTexts: BotTexts[] = [
  {
    language: 'ES',
    menuText: '¿Qué desea hacer?',
    notUnderstood: 'Disculpe, no le entendí. Puede elegir una de estas opciones o pedir que le atienda una persona.',
    options: [
      { id: 'hours', title: 'Horarios de atención', answer: null, action: 'OPENING_HOURS' },
      { id: 'person', title: 'Hablar con una persona', answer: null, action: 'TALK_TO_A_PERSON' },
    ],
  },
  {
    language: 'EN',
    menuText: 'What would you like to do?',
    notUnderstood: 'Sorry, I did not understand that. Choose one of these options, or ask for a person.',
    options: [
      { id: 'hours', title: 'Opening hours', answer: null, action: 'OPENING_HOURS' },
      { id: 'person', title: 'Talk to a person', answer: null, action: 'TALK_TO_A_PERSON' },
    ],
  },
]

/** What an administrator sent, trimmed, or the first thing that is wrong with it. */
export function botTexts(typed: BotTexts[]): BotTexts[] | InvalidInput {
  const languages = new Set(typed.map(texts => texts.language))
  if (typed.length === 0 || languages.size !== typed.length) return new InvalidInput('texts', 'One set of texts for each language.')
  for (const [index, texts] of typed.entries()) {
    const wrong = firstWrong(texts, `texts.${index}`)
    if (wrong) return wrong
  }
  return typed.map(trimmed)
}

function firstWrong(texts: BotTexts, at: string): InvalidInput | undefined {
  const ids = new Set(texts.options.map(option => option.id))
  if (texts.options.length === 0 || texts.options.length > 10) return new InvalidInput(`${at}.options`, 'Between 1 and 10 options.')
  if (ids.size !== texts.options.length) return new InvalidInput(`${at}.options`, 'Each option needs an id of its own.')
  if (isOutside(texts.menuText, limits.menuText)) return new InvalidInput(`${at}.menuText`, `Between 1 and ${limits.menuText} characters.`)
  if (isOutside(texts.notUnderstood, limits.notUnderstood)) return new InvalidInput(`${at}.notUnderstood`, `Between 1 and ${limits.notUnderstood} characters.`)
  for (const [index, option] of texts.options.entries()) {
    if (isOutside(option.id, MAX_OPTION_ID)) return new InvalidInput(`${at}.options.${index}.id`, `Between 1 and ${MAX_OPTION_ID} characters.`)
    if (isReserved(option)) return new InvalidInput(`${at}.options.${index}.id`, `“${option.id}” is a word of the bot’s own.`)
    if (isOutside(option.title, limits.title)) return new InvalidInput(`${at}.options.${index}.title`, `Between 1 and ${limits.title} characters.`)
    if (option.action === 'ANSWER' && isOutside(option.answer ?? '', limits.answer)) {
      return new InvalidInput(`${at}.options.${index}.answer`, `Between 1 and ${limits.answer} characters.`)
    }
  }
  return undefined
}

/** It would take the place of the bot's own button; one that calls a person, as that button does, may bear its name. */
const isReserved = ({ id, action }: BotOption) => id === MENU || id === UNHELPFUL || (id === PERSON && action !== 'TALK_TO_A_PERSON')

const isOutside = (text: string, limit: number) => text.trim().length === 0 || text.trim().length > limit

const trimmed = (texts: BotTexts): BotTexts => ({
  language: texts.language, menuText: texts.menuText.trim(), notUnderstood: texts.notUnderstood.trim(),
  options: texts.options.map(({ id, title, answer, action }) =>
    ({ id, title: title.trim(), answer: action === 'ANSWER' ? answer!.trim() : null, action })),
})
