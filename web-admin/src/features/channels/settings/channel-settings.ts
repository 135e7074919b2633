import type { ChannelPage_ChannelAccountFragment as Channel, ConnectForm_ChannelKindFactsFragment as KindFacts, Language } from '../../../contract/graphql.ts'
import { LANGUAGES } from '../../../shell/languages.ts'

export type Field = Omit<KindFacts['fields'][number], '__typename'>
export interface TextsDraft { language: Language; greeting: string; outOfHours: string }
/** What is filled in by name; an empty secret stays what it is. */
export type Values = Record<string, string>
export type FieldProblem = 'required' | 'pattern'

export interface SettingsDraft { version: number; name: string; values: Values; texts: TextsDraft[] }

const CHOICES = /^\^?\((?:\?:)?([\w-]+(?:\|[\w-]+)+)\)\$?$/

/** A pattern that is nothing but a few words is a choice between them. */
export const choicesOf = ({ pattern }: Pick<Field, 'pattern'>): string[] => pattern?.match(CHOICES)?.[1]?.split('|') ?? []

export const newValues = (fields: readonly Field[]): Values => Object.fromEntries(fields.map(field => [field.name, field.default ?? '']))

export function draftOf({ name, provider }: Channel, fields: readonly Field[]): SettingsDraft {
  const { settings, texts, version } = provider!
  const kept = Object.fromEntries(settings.filter(({ isSecret }) => !isSecret).map(setting => [setting.name, setting.value ?? '']))
  const textsIn = (language: Language): TextsDraft => {
    const { greeting = '', outOfHours = '' } = texts.find(one => one.language === language) ?? {}
    return { language, greeting, outOfHours }
  }
  return { version, name, values: Object.fromEntries(fields.map(field => [field.name, kept[field.name] ?? ''])), texts: LANGUAGES.map(textsIn) }
}

/** What is wrong with each field, as far as it can be told here. `kept` are secrets that are set already. */
export function problemsOf(fields: readonly Field[], values: Values, kept: ReadonlySet<string> = new Set()): Record<string, FieldProblem> {
  const problem = ({ name, isRequired, pattern }: Field): FieldProblem | undefined => {
    const value = values[name]?.trim() ?? ''
    if (!value) return isRequired && !kept.has(name) ? 'required' : undefined
    return pattern && !looksLike(pattern, value) ? 'pattern' : undefined
  }
  return Object.fromEntries(fields.flatMap(field => {
    const found = problem(field)
    return found ? [[field.name, found]] : []
  }))
}

/** Capital letters are left to the server, who also knows the flags of the pattern. */
const looksLike = (pattern: string, value: string) => new RegExp(`^(?:${pattern})$`, 'i').test(value)

/** What is sent: a secret only where a new one was typed. */
export const settingsInput = (fields: readonly Field[], values: Values) =>
  fields.map(({ name, isSecret }) => ({ name, isSecret, value: values[name]?.trim() ?? '' }))
    .filter(({ isSecret, value }) => value || !isSecret)
    .map(({ name, value }) => ({ name, value }))

/** `settings.accessToken`, as a refusal names it. */
export const settingIn = (field: string) => (field.startsWith('settings.') ? field.slice('settings.'.length) : undefined)
