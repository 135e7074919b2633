import type { WebForm_WebChannelFragment as WebChannel, Language, WidgetSide } from '../../../contract/graphql.ts'
import { LANGUAGES } from '../../../shell/languages.ts'

export interface WebTexts { language: Language; title: string; subtitle: string; greeting: string; outOfHours: string }
export interface ChannelDraft {
  version: number
  name: string
  allowedOrigins: string[]
  color: string
  side: WidgetSide
  botName: string
  texts: WebTexts[]
}
const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i
const COLOR = /^#[0-9a-f]{6}$/i

export const isOrigin = (origin: string) => ORIGIN.test(origin)
/** As people type an address: a slash at the end, or without `https://`. */
export function tidyOrigin(typed: string) {
  const origin = typed.trim().replace(/\/+$/, '')
  return origin.includes('://') || !origin.includes('.') ? origin : `https://${origin}`
}
export const isColor = (color: string) => COLOR.test(color)

/** The words in both languages, those that are missing empty. */
export const textsOf = (texts: readonly WebTexts[]): WebTexts[] => LANGUAGES.map(language => textsIn(texts, language))

function textsIn(all: readonly WebTexts[], language: Language): WebTexts {
  const found = all.find(texts => texts.language === language)
  const { title = '', subtitle = '', greeting = '', outOfHours = '' } = found ?? {}
  return { language, title, subtitle, greeting, outOfHours }
}

export const draftOf = (name: string, web: WebChannel): ChannelDraft => ({
  version: web.version,
  name,
  allowedOrigins: [...web.allowedOrigins],
  color: web.look.color,
  side: web.look.side,
  botName: web.look.botName,
  texts: textsOf(web.texts),
})

export const isComplete = ({ title, greeting, outOfHours }: WebTexts) =>
  [title, greeting, outOfHours].every(text => text.trim())

export const canBeSaved = ({ name, allowedOrigins, color, botName, texts }: ChannelDraft) =>
  Boolean(name.trim() && botName.trim()) && isColor(color) && allowedOrigins.every(isOrigin) && texts.every(isComplete)

const channelOf = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** Black or white, whichever reads better on a colour (WCAG contrast). */
export function textOn(color: string) {
  const part = (at: number) => channelOf(Number.parseInt(color.slice(at, at + 2), 16) / 255)
  const luminance = 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000'
}
