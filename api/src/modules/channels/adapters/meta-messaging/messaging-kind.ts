import type { Line, Settings } from '../adapter.ts'

/** In what Messenger and Instagram differ; everything else they share. */
export interface MessagingKind {
  kind: 'MESSENGER' | 'INSTAGRAM'
  /** As what webhooks and the Conversations API name it. */
  platform: 'messenger' | 'instagram'
  /** The setting that holds the account's id: its own id in `entry`, `sender` and `recipient`. */
  accountField: string
  /** What is asked about the account, and about a person. */
  accountFields: string
  personFields: string
}

/** What the two need to know of a line to read what came. */
export type ReadLine = Pick<Line, 'settings' | 'profile'> & { kind: MessagingKind }

export const accountIdOf = (settings: Settings, { accountField }: MessagingKind): string => settings[accountField] ?? ''
