import type { ChannelKind, ChannelState } from '../../contract/graphql.ts'

export { KIND_ICONS } from '@botpro/ui/channel/channel-kind.ts'
export const STATE_COLORS = { DRAFT: 'warning', LIVE: 'success', PAUSED: 'neutral', REMOVED: 'neutral' } as const satisfies Record<ChannelState, string>

/** An account as far as what can be done with it depends on it. */
export interface ChannelBasics { id: string; kind: ChannelKind; name: string; state: ChannelState }

export const isOurs = (kind: ChannelKind) => kind === 'WEB' || kind === 'APP'
/** One that is not connected yet is taken up again where it was left. */
export const addressOf = ({ id, kind, state }: Pick<ChannelBasics, 'id' | 'kind' | 'state'>) =>
  (state === 'DRAFT' && !isOurs(kind) ? `/channels/${id}/connect` : `/channels/${id}`)
