import type { Answer, Condition, Json, Language, LocalText, Saying, Step, StepKind, StepOf, Value } from '@botpro/graphql/flows'
import { UNCHOSEN } from '../document/new-step.ts'

/** What the words for a step are made with: the language that is drawn, and the texts of the screen. */
export interface Wording { language: Language; t: (key: string, named?: Record<string, unknown>) => string; name?: (path: string) => string; operation?: (connector: string, operation: string) => string | undefined; flow?: (key: string) => string | undefined }

const other = (language: Language): Language => (language === 'ES' ? 'EN' : 'ES')

/** The text in the language, or in the other where it is not translated yet. */
export const said = (text: LocalText | undefined, language: Language): string => text?.[language]?.trim() || text?.[other(language)]?.trim() || ''

export const isTranslated = (text: LocalText | undefined, languages: readonly Language[]): boolean =>
  languages.every(language => text?.[language]?.trim()) || languages.every(language => !text?.[language]?.trim())

export function valueWords(value: Value | undefined): string {
  if (!value) return ''
  if ('path' in value) return value.path
  if ('template' in value) return value.template
  return typeof value.literal === 'string' ? `“${value.literal}”` : JSON.stringify(value.literal)
}

/** What is compared with, as people say it: channels and languages by their names, sums with their currency. */
function literalWords(left: string, literal: Json, t: Wording['t']): string {
  if (Array.isArray(literal)) return literal.map(one => literalWords(left, one, t)).join(', ')
  if (left === 'channel.kind') return t(`channelKind.${String(literal)}`)
  if (left === 'language') return t(`language.${String(literal)}`)
  if (typeof literal === 'object' && literal && 'amount' in literal) return `${String(literal.amount)} ${String(literal.currency)}`
  return typeof literal === 'string' ? `“${literal}”` : JSON.stringify(literal)
}

export function conditionWords(condition: Condition, words: Wording): string {
  const { t } = words
  const nameOfPath = words.name ?? (path => path)
  if ('left' in condition) {
    const { left, operator, right } = condition
    const value = right ? ('path' in right ? nameOfPath(right.path) : literalWords(left, right.literal, t)) : ''
    return `${nameOfPath(left)} ${t(`studio.operator.${operator}`)} ${value}`.trim()
  }
  const [kind, parts] = Object.entries(condition)[0] as ['all' | 'any' | 'none', Condition[]]
  const said = parts.map(part => conditionWords(part, words)).join(t(`studio.condition.joined.${kind}`))
  return kind === 'none' ? t('studio.condition.not', { words: said }) : said
}

const sayingWords = (saying: Saying, { language, t }: Wording): string => {
  if (saying.kind === 'TEXT') return said(saying.text, language)
  if (saying.kind === 'CARD') return said(saying.title, language) || t('studio.saying.CARD')
  if (saying.kind === 'LOCATION') return said(saying.name, language) || t('studio.saying.LOCATION')
  const source = saying.source[language] ?? saying.source[other(language)]
  return said(saying.caption, language) || source?.name || t(`studio.media.${saying.type}`)
}

const answerWords = (answer: Answer, { t }: Wording) => t(`studio.answer.${answer.type}`)
const named = (key: string, words: Wording) => (key === UNCHOSEN ? words.t('studio.unchosen') : key)
const minutesWords = (minutes: number, { t }: Wording) =>
  (minutes % 1440 === 0 ? t('studio.duration.days', { n: minutes / 1440 }) : minutes % 60 === 0 ? t('studio.duration.hours', { n: minutes / 60 }) : t('studio.duration.minutes', { n: minutes }))

const PREVIEWS: { [Kind in StepKind]: (step: StepOf<Kind>, words: Wording) => string } = {
  SAY: ({ messages }, words) => messages.map(saying => sayingWords(saying, words)).filter(Boolean).join(' · '),
  MENU: ({ text }, { language }) => said(text, language),
  ASK: ({ text, answer, saveAs }, words) => said(text, words.language) || `${answerWords(answer, words)} → ${saveAs}`,
  BRANCH: ({ rules }, words) => conditionWords(rules[0]!.when, words),
  SET: ({ assignments }, words) => assignments.filter(({ to }) => to !== UNCHOSEN).map(({ to, value }) => `${words.name?.(to) ?? to} = ${valueWords(value)}`).join(', '),
  CALL: ({ connector, operation }, words) => (connector === UNCHOSEN ? '' : words.operation?.(connector, operation) ?? `${connector} · ${named(operation, words)}`),
  LOOK_UP: ({ table, saveAs }, words) => `${named(table, words)} → ${saveAs}`,
  VERIFY: ({ method }, { t }) => (method.kind === 'CODE' ? t(`studio.verify.via.${method.via}`) : t('studio.verify.knownData', { n: method.questions.length })),
  ANSWER: ({ question }, { t }) => (question ? valueWords(question) : t('studio.answerStep.lastMessage')),
  SUB_FLOW: ({ flow }, words) => words.flow?.(flow) ?? named(flow, words),
  JUMP: ({ step, flow }, words) => (flow ? words.flow?.(flow) ?? named(flow, words) : step ?? ''),
  WAIT: ({ minutes, until, event }, words) => [...(minutes ? [minutesWords(minutes, words)] : []), ...(until ? [until] : []), ...(event ? [words.t('studio.wait.forEvent', { event })] : [])].join(' · '),
  HAND_OFF: ({ text, queue }, { language, t }) => said(text, language) || (queue ? t('studio.handOff.toQueue', { queue }) : t('studio.handOff.toAnybody')),
  REQUEST: ({ type, title }, words) => said(title, words.language) || named(type, words),
  SURVEY: ({ questions }, { language }) => questions.map(({ text }) => said(text, language)).filter(Boolean).join(' · '),
  TAG: ({ add, remove }) => [...add.map(tag => `+ ${tag}`), ...remove.map(tag => `− ${tag}`)].join('  '),
  APPOINTMENT: ({ action }, { t }) => t(`studio.appointment.${action}`),
  PAYMENT: ({ amount, description }, { language }) => said(description, language) || valueWords(amount),
  END: ({ outcome, closes }, { t }) => outcome || (closes ? t('studio.end.closesShort') : t('studio.end.plain')),
}

/** What a step says, asks or does, on two lines. */
export const previewOf = (step: Step, words: Wording): string => (PREVIEWS[step.kind] as (step: Step, words: Wording) => string)(step, words)

export const nameOf = (step: Step, { t }: Pick<Wording, 't'>): string => step.name || t(`studio.kind.${step.kind}`)

/** What an exit is called: by an option's title, a rule's name, or the kind's own word for it. */
export function exitName(step: Step, exit: string, words: Wording): string {
  if (step.kind === 'MENU') {
    const option = step.options.find(({ id }) => id === exit)
    if (option) return said(option.title, words.language) || words.t('studio.menu.untitled')
  }
  if (step.kind === 'BRANCH') {
    const rule = step.rules.find(({ id }) => id === exit)
    if (rule) return rule.name || conditionWords(rule.when, words)
  }
  return words.t(`studio.exit.${exit}`)
}

/** Every text of a step, for what is looked for and what is not translated yet. */
export function textsOf(part: unknown): LocalText[] {
  if (Array.isArray(part)) return part.flatMap(textsOf)
  if (typeof part !== 'object' || part === null) return []
  const names = Object.keys(part)
  const isText = names.length > 0 && names.every(name => name === 'ES' || name === 'EN') && Object.values(part).every(value => typeof value === 'string')
  return isText ? [part as LocalText] : Object.values(part).flatMap(textsOf)
}
