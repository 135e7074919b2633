import type { ChannelKind, ChannelState } from '../../contract/graphql.ts'

/** Drawings of no brand: what one does there. */
export const KIND_ICONS: Record<ChannelKind, string> = {
  WEB: 'i-lucide-globe', APP: 'i-lucide-smartphone', WHATSAPP: 'i-lucide-phone', MESSENGER: 'i-lucide-message-circle', INSTAGRAM: 'i-lucide-camera',
  TELEGRAM: 'i-lucide-send', SMS: 'i-lucide-message-square-text', EMAIL: 'i-lucide-mail',
}
export const STATE_COLORS = { DRAFT: 'warning', LIVE: 'success', PAUSED: 'neutral', REMOVED: 'neutral' } as const satisfies Record<ChannelState, string>

/** An account as far as what can be done with it depends on it. */
export interface ChannelBasics { id: string; kind: ChannelKind; name: string; state: ChannelState }

export const isOurs = (kind: ChannelKind) => kind === 'WEB' || kind === 'APP'
/** One that is not connected yet is taken up again where it was left. */
export const addressOf = ({ id, kind, state }: Pick<ChannelBasics, 'id' | 'kind' | 'state'>) =>
  (state === 'DRAFT' && !isOurs(kind) ? `/channels/${id}/connect` : `/channels/${id}`)
