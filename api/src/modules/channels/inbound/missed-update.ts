import { sha256 } from '../../../platform/crypto.ts'
import type { ChannelUpdate, ReadUpdate } from '../adapters/update.ts'

/** An update that an adapter fetched afterwards, as it is stored. */
export interface MissedUpdate {
  key: string
  body: Buffer
}

/** Under the same key each time that it is fetched. */
export function missedUpdate(read: ReadUpdate): MissedUpdate {
  const text = JSON.stringify(read)
  return { key: `missed ${nameOf(read) ?? sha256(text).toString('hex')}`, body: Buffer.from(text) }
}

export function readMissed(body: Buffer): ReadUpdate {
  const read = JSON.parse(body.toString('utf8')) as ReadUpdate
  return read.ok ? { ...read, update: revived(read.update) } : read
}

/** Moments are text while it is stored. */
export function revived(update: ChannelUpdate): ChannelUpdate {
  const dated = { ...update, at: new Date(update.at) }
  return dated.kind === 'SEEN' ? { ...dated, upTo: new Date(dated.upTo) } : dated
}

/** Addresses of files change from one time to the next: what the provider names goes by its name. */
function nameOf(read: ReadUpdate): string | undefined {
  if (!read.ok || !('externalId' in read.update)) return undefined
  const { kind, externalId } = read.update
  if (kind === 'MESSAGE' || kind === 'ECHO') return `${kind} ${externalId}`
  return kind === 'STATUS' ? `${kind} ${externalId} ${read.update.status}` : undefined
}
