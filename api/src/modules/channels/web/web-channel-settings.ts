import { InvalidInput } from '../../../platform/refusal.ts'
import type { WebChannelSettings, WidgetTexts } from '../account/channel-account.entity.ts'
import { normalizeOrigin } from './origin.ts'

const LIMITS = { title: 60, subtitle: 120, greeting: 1000, outOfHours: 1000 } as const

/** What an administrator sent, brought to its stored form, or the first thing that is wrong with it. */
export function webChannelSettings(input: WebChannelSettings): WebChannelSettings | InvalidInput {
  const origins = allowedOrigins(input.allowedOrigins)
  if (origins instanceof InvalidInput) return origins
  if (!/^#[0-9a-f]{6}$/i.test(input.color)) return new InvalidInput('color', 'A colour is written #rrggbb.')
  const botName = input.botName.trim()
  if (!botName || botName.length > 40) return new InvalidInput('botName', 'Between 1 and 40 characters.')
  const texts = widgetTexts(input.texts)
  if (texts instanceof InvalidInput) return texts
  return { allowedOrigins: origins, color: input.color.toLowerCase(), side: input.side, botName, texts }
}

export function allowedOrigins(typed: string[]): string[] | InvalidInput {
  if (typed.length > 50) return new InvalidInput('allowedOrigins', 'At most 50 origins.')
  const origins = new Set<string>()
  for (const [index, value] of typed.entries()) {
    const origin = normalizeOrigin(value)
    if (!origin) return new InvalidInput(`allowedOrigins.${index}`, `“${value}” is not an origin such as https://www.example.com.`)
    origins.add(origin)
  }
  return [...origins]
}

/** The words of a chat, brought to their stored form. */
export function widgetTexts(typed: WidgetTexts[]): WidgetTexts[] | InvalidInput {
  if (new Set(typed.map(texts => texts.language)).size !== typed.length || typed.length === 0) {
    return new InvalidInput('texts', 'One set of texts for each language.')
  }
  for (const [index, texts] of typed.entries()) {
    for (const [name, limit] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) {
      const length = texts[name].trim().length
      if ((length === 0 && name !== 'subtitle') || length > limit) return new InvalidInput(`texts.${index}.${name}`, `Between 1 and ${limit} characters.`)
    }
  }
  return typed.map(({ language, title, subtitle, greeting, outOfHours }) => ({
    language, title: title.trim(), subtitle: subtitle.trim(), greeting: greeting.trim(), outOfHours: outOfHours.trim(),
  }))
}
