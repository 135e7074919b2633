export { channelKinds, isProviderKind, type ChannelKind, type ProviderKind } from '../contacts/index.ts'
