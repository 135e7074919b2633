import type { ChannelKind, LinksRow_ChannelLinkFragment as Link } from '../../contract/graphql.ts'

/** A link as it is being written; what the account's kind has no use for stays empty. */
export interface LinkDraft { name: string; text: string; page: string }

export const newDraft = (): LinkDraft => ({ name: '', text: '', page: '' })
export const draftOf = ({ name, text, page }: Pick<Link, 'name' | 'text' | 'page'>): LinkDraft => ({ name, text: text ?? '', page: page ?? '' })

export function inputOf({ name, text, page }: LinkDraft) {
  return { name: name.trim(), text: text.trim() || null, page: page.trim() || null }
}

export type LinkField = keyof LinkDraft

/** The first field that cannot be sent as it is. */
export function problemOf(draft: LinkDraft, kind: ChannelKind): LinkField | undefined {
  const { name, page } = inputOf(draft)
  if (!name) return 'name'
  if (kind === 'WEB' && page && !URL.canParse(page)) return 'page'
}

/** How a code is to look. Each colour stands out from white by more than 4.5 to 1. */
export interface QrLook { color: string; hasLogo: boolean }
export const QR_COLORS = ['#000000', '#4f46e5', '#0f766e', '#0369a1', '#b91c1c', '#7e22ce']
export const lookOf = ({ color, logo }: Record<string, unknown>): QrLook =>
  ({ color: QR_COLORS.find(one => one === `#${String(color)}`) ?? QR_COLORS[0]!, hasLogo: logo === '1' })
export const queryOf = ({ color, hasLogo }: QrLook) => ({ color: color.slice(1), ...(hasLogo && { logo: '1' }) })

/** Where the server draws it. */
export const qrAddress = (id: string, format: 'svg' | 'png', look: QrLook, more: Record<string, string> = {}) =>
  `/links/${id}/qr.${format}?${new URLSearchParams({ ...queryOf(look), ...more })}`

/** An address as people read it aloud and type it. */
export const inLetters = (url: string) => url.replace(/^https?:\/\//, '')

const WIDTH = 96
const HEIGHT = 24

/** The bars of a count by day in a box of 96 by 24; a day with anything at all can be seen. */
export function barsOf(counts: readonly number[]) {
  const most = Math.max(1, ...counts)
  const step = WIDTH / Math.max(1, counts.length)
  return counts.map((count, at) => {
    const height = count ? Math.max(2, count / most * HEIGHT) : 1
    return { x: at * step, y: HEIGHT - height, width: step * 0.7, height, isEmpty: count === 0 }
  })
}

const ICONS: Record<string, string> = {
  WEB: 'i-lucide-globe', APP: 'i-lucide-smartphone', WHATSAPP: 'i-lucide-message-circle', MESSENGER: 'i-lucide-messages-square',
  INSTAGRAM: 'i-lucide-camera', TELEGRAM: 'i-lucide-send', SMS: 'i-lucide-message-square-text', EMAIL: 'i-lucide-mail',
}
export const iconOf = (kind: string) => ICONS[kind] ?? 'i-lucide-message-circle'
