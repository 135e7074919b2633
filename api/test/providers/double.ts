import type { ProviderKind } from '../../src/modules/channels/channel-kind.ts'
import type { ChannelProfile } from '../../src/modules/channels/adapters/profile.ts'

/**
 * A provider that behaves as the real one does, on this machine: signs, batches, repeats, mixes up, limits, refuses, and
 * now and then accepts without saying so. It keeps a ledger of what really happened, against which we are reconciled.
 */
export interface ProviderDouble<Faults extends object = object> {
  readonly kind: ProviderKind
  /** Where it listens, without a slash at the end. */
  readonly url: string
  /** What an administrator fills in to connect to it. */
  readonly settings: Record<string, string>
  /** Laid over the shipped profile, so that calls come here: `baseUrl`, hosts of media, and times that tests can wait for. */
  readonly profile: Partial<ChannelProfile>
  /** May be changed while it runs. */
  readonly faults: Faults
  readonly ledger: DoubleLedger
  /** Tells it where our webhook is, as the administrator would: with its question first, where the provider asks one. */
  subscribe(webhook: { url: string; secret: string }): Promise<void>
  /** Somebody with this channel in her hand; the same id is the same person. */
  customer(id?: string): DoubleCustomer
  /** Resolves when every update was delivered or given up. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** A customer, as her phone shows and does things. */
export interface DoubleCustomer {
  readonly id: string
  /** What she was sent, in the order in which it arrived. */
  readonly inbox: readonly DoubleMessage[]
  /** Each returns the provider's id of what was sent. */
  writes(text: string): string
  /** Taps a button or a row of the message shown last, by its title. */
  taps(title: string): string
  sends(file: { name: string; mediaType: string; content: Buffer; caption?: string }): string
  /** Opens the chat: what she was sent counts as read, where the channel tells. */
  reads(): void
}

/** A message of ours as it arrived. */
export interface DoubleMessage {
  id: string
  at: Date
  text: string
  buttons: readonly string[]
  files: readonly { name: string; mediaType: string; size: number }[]
  /** The request that brought it. */
  raw: unknown
}

/** What really happened, on the provider's side. */
export interface DoubleLedger {
  /** Every message that was accepted and reached the person, once for each time. */
  readonly accepted: readonly { id: string; to: string; text: string; at: Date; reference?: string }[]
  /** Every call that was refused, with the code that was answered. */
  readonly refused: readonly { code: string; at: Date }[]
  /** Ids of every update that was sent to us, each once. */
  readonly sent: ReadonlySet<string>
}
