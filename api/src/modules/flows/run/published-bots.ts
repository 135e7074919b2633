import type { ReadUnit } from '../../../platform/unit.ts'
import type { CompiledBot } from '../engine/compiled.ts'

/** RESTS: it is not in its hours. GONE: it is live there no more. */
export type BotStanding = 'SERVES' | 'RESTS' | 'GONE'

/** What runs need to know of the tenant's bots. */
export interface PublishedBots {
  /** The version that answers on an account at this moment; nothing: the menu of the settings does. */
  serving(unit: ReadUnit, channelAccountId: string): Promise<{ botId: string; versionId: string } | null>
  /** Of the bot of a version, whether it answers on an account at this moment. */
  standing(unit: ReadUnit, at: { channelAccountId: string; versionId: string }): Promise<BotStanding>
  /** A version never changes. */
  compiled(unit: ReadUnit, versionId: string): Promise<CompiledBot | undefined>
}
