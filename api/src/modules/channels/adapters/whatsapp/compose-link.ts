import type { OutgoingFile } from '../outgoing.ts'
import type { ChannelProfile } from '../profile.ts'
import { shortened } from '../shortened.ts'
import { filePieces } from './compose-media.ts'
import { headerOf } from './compose-menu.ts'
import { limit } from './whatsapp-limits.ts'
import type { Piece } from './whatsapp-request.ts'

interface Linked {
  text: string
  files: readonly OutgoingFile[]
  url: string | undefined
  urlTitle: string | undefined
}

/** Words with a button that opens an address, under a picture; nothing where it does not fit into one. */
export function linkPieces({ text, files, url, urlTitle }: Linked, profile: ChannelProfile): Piece[] | undefined {
  const title = urlTitle?.replace(/\s+/g, ' ').trim()
  if (!url || !title || !text || text.length > limit(profile, 'menuBodyMax')) return undefined
  const [header, before] = headerOf(files, profile)
  const action = { name: 'cta_url', parameters: { display_text: shortened(title, limit(profile, 'buttonTitleMax')), url } }
  return [...filePieces({ text: '', files: before }, profile), { type: 'interactive', value: { type: 'cta_url', ...header?.value, body: { text }, action }, file: header?.file, mediaAt: header?.mediaAt }]
}
