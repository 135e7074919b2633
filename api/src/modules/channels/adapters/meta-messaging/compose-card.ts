import type { Card } from '../content.ts'
import type { OutgoingMenu, OutgoingMessage } from '../outgoing.ts'
import { shortened } from '../shortened.ts'
import type { ChannelProfile } from '../profile.ts'
import { areButtons, buttonsOf, isPayload } from './compose-menu.ts'
import { filePiece, textPieces } from './compose-text.ts'
import { fileKindOf, limit } from './messaging-limits.ts'
import type { Piece } from './messaging-request.ts'

/** The card as the channel's own, after other words and files; nothing where it does not fit into one. */
export function cardPieces({ text, files, menu }: Pick<OutgoingMessage, 'text' | 'files' | 'menu'>, card: Card, profile: ChannelProfile): Piece[] | undefined {
  const element = elementOf(card, menu, profile)
  const image = files.find(({ id, mediaType }) => id === card.imageId && fileKindOf(mediaType, profile) === 'image')
  // A card of nothing but a title is refused.
  if (!element || (!image && Object.keys(element).length < 2)) return undefined
  const others = files.filter(file => file !== image)
  const words = text.trim() === card.title.trim() ? '' : text
  const message = { attachment: { type: 'template', payload: { template_type: 'generic', elements: [element] } } }
  return [...others.map(file => filePiece(file, profile)), ...textPieces(words, profile), { message, ...(image && { file: image, fileAs: 'CARD_IMAGE' as const }) }]
}

function elementOf({ title, subtitle, url, urlTitle }: Card, menu: OutgoingMenu | null, profile: ChannelProfile): Record<string, unknown> | undefined {
  const options = menu?.options ?? []
  const [name, below] = [title.trim(), subtitle?.trim() ?? '']
  const hasRoom = name !== '' && name.length <= limit(profile, 'cardTitleMax') && below.length <= limit(profile, 'cardSubtitleMax') && (!url || isWeb(url))
  if (!hasRoom || !areButtons(options, '', profile) || !options.every(isButton(profile))) return undefined
  const link = url && urlTitle?.trim() && options.length < limit(profile, 'buttonsMost') ? [{ type: 'web_url', title: shortened(urlTitle.trim(), limit(profile, 'buttonTitleMax')), url }] : []
  const buttons = [...link, ...buttonsOf(options)]
  return { title: name, ...(below && { subtitle: below }), ...(url && { default_action: { type: 'web_url', url } }), ...(buttons.length > 0 && { buttons }) }
}

const isButton = (profile: ChannelProfile) => ({ id, title, description }: OutgoingMenu['options'][number]): boolean =>
  title.trim() !== '' && isPayload(id, profile) && !description

const isWeb = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
