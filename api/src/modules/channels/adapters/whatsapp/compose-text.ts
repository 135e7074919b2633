import type { ChannelProfile } from '../profile.ts'
import { splitText } from '../split-text.ts'
import { limit } from './whatsapp-limits.ts'
import type { Piece } from './whatsapp-request.ts'

/** As many messages as the words need. */
export const textPieces = (text: string, profile: ChannelProfile): Piece[] =>
  splitText(text, limit(profile, 'textMax')).map(body => ({ type: 'text', value: { preview_url: /https?:\/\//.test(body), body } }))
