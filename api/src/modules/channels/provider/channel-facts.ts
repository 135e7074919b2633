import type { Capabilities, ChannelAdapter } from '../adapters/adapter.ts'
import { isProviderKind, type ChannelKind } from '../channel-kind.ts'
import type { Lines } from './lines.ts'
import { policiesVersionOf } from './policies.ts'

/** A kind of channel as it is connected. */
export const factsOf = ({ kind, fields, webhook, receive }: ChannelAdapter) => ({
  kind,
  fields: fields.map(({ name, isSecret = false, isOptional = false, pattern, default: preset }) =>
    ({ name, isSecret, isRequired: !isOptional && preset === undefined, pattern: pattern?.source ?? null, default: preset ?? null })),
  hasWebhook: webhook !== undefined && !receive,
  policiesVersion: policiesVersionOf(kind),
})

/** Chats of our own carry what our widget shows. */
const OURS: Capabilities = {
  text: { max: 4096 }, buttons: { most: 10, titleMax: 60 }, list: { most: 30, titleMax: 60, descriptionMax: 200 },
  files: [{ types: ['image/*', 'application/pdf'], maxBytes: 10 * 1024 ** 2 }],
  canLocate: false, canReact: false, hasTemplates: false, hasReadReceipts: true, hasTyping: true, windowHours: null, humanWindowHours: null, mayStart: false,
}

export function capabilitiesAt(lines: Lines, kind: ChannelKind, now: Date): Capabilities {
  const adapter = isProviderKind(kind) ? lines.adapterOf(kind) : undefined
  if (!adapter) return OURS
  return adapter.capabilities({ ...lines.at({ channelAccountId: '', kind: adapter.kind, settings: {}, hookKey: '' }, now) })
}

export function capabilitiesOf(lines: Lines, kind: ChannelKind, now: Date) {
  const { text, buttons, list, files, hasTemplates, hasReadReceipts, windowHours, humanWindowHours } = capabilitiesAt(lines, kind, now)
  return {
    textMax: text.max, buttons: buttons.most, listRows: list.most, fileMax: Math.max(0, ...files.map(file => file.maxBytes)),
    fileTypes: [...new Set(files.flatMap(file => file.types))], hasTemplates, hasReadReceipts, windowHours, humanWindowHours,
  }
}
