import type { ChannelKind } from '../channel-kind.ts'

/** The wording of Meta's policies that members accept on the screen; a new wording is to be accepted anew. */
export const POLICIES_VERSION = '2026-11'

export const policiesVersionOf = (kind: ChannelKind): string | null => (kind === 'WHATSAPP' ? POLICIES_VERSION : null)
