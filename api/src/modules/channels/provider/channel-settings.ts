import { BadInput } from '../../../platform/errors.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { SettingField, Settings } from '../adapters/adapter.ts'
import type { ChannelTexts } from './provider-channel.entity.ts'

const MOST_CHARACTERS = 2000
const MOST_TEXT = 1000

/** What was filled in, trimmed and whole, or what is wrong with it; `before` stands for what was left out. */
export function channelSettings(
  fields: readonly SettingField[], typed: readonly { name: string; value: string }[], before: Settings = {},
): Settings | InvalidInput {
  const known = new Map(fields.map(field => [field.name, field]))
  const stranger = typed.find(({ name }) => !known.has(name))
  if (stranger) throw new BadInput('settings', `There is no setting “${stranger.name.slice(0, 60)}”.`)
  const given = Object.fromEntries(typed.map(({ name, value }) => [name, value.trim()]))
  const values: Record<string, string> = {}
  for (const field of fields) {
    const value = given[field.name] ?? before[field.name] ?? field.default ?? ''
    const problem = problemOf(field, value)
    if (problem) return new InvalidInput(`settings.${field.name}`, problem)
    if (value) values[field.name] = value
  }
  return values
}

function problemOf({ isOptional, pattern }: SettingField, value: string): string | undefined {
  if (!value) return isOptional ? undefined : 'Fill it in.'
  if (value.length > MOST_CHARACTERS) return `At most ${MOST_CHARACTERS} characters.`
  // A line break would begin another header, or another command, at the provider's.
  if (/[\p{Cc}]/u.test(value)) return 'It has characters that cannot be typed.'
  return pattern && !pattern.test(value) ? 'It does not look like one.' : undefined
}

/** What the bot says there, in every language that is given. */
export function channelTexts(typed: readonly ChannelTexts[]): ChannelTexts[] | InvalidInput {
  const texts = typed.map(({ language, greeting, outOfHours }) => ({ language, greeting: greeting.trim(), outOfHours: outOfHours.trim() }))
  if (new Set(texts.map(({ language }) => language)).size !== texts.length) throw new BadInput('texts', 'Each language once.')
  if (texts.length === 0) return new InvalidInput('texts', 'At least one language.')
  for (const [index, { greeting, outOfHours }] of texts.entries()) {
    if (!greeting || greeting.length > MOST_TEXT) return new InvalidInput(`texts.${index}.greeting`, `Between 1 and ${MOST_TEXT} characters.`)
    if (!outOfHours || outOfHours.length > MOST_TEXT) return new InvalidInput(`texts.${index}.outOfHours`, `Between 1 and ${MOST_TEXT} characters.`)
  }
  return texts
}
