/** Kinds of channels. The first two are ours: their messages come and go by the contract, not by a provider. */
export const channelKinds = ['WEB', 'APP', 'WHATSAPP', 'MESSENGER', 'INSTAGRAM', 'TELEGRAM', 'SMS', 'EMAIL'] as const
export type ChannelKind = (typeof channelKinds)[number]
/** Kinds behind which a provider stands. */
export type ProviderKind = Exclude<ChannelKind, 'WEB' | 'APP'>

export const isProviderKind = (kind: ChannelKind): kind is ProviderKind => kind !== 'WEB' && kind !== 'APP'
