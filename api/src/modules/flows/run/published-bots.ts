import type { ReadUnit } from '../../../platform/unit.ts'
import type { CompiledBot } from '../engine/compiled.ts'

/** What runs need to know of the tenant's bots. */
export interface PublishedBots {
  /** The version that answers on an account at this moment; nothing: the menu of the settings does. */
  serving(unit: ReadUnit, channelAccountId: string): Promise<{ botId: string; versionId: string } | null>
  /** A version never changes. */
  compiled(unit: ReadUnit, versionId: string): Promise<CompiledBot | undefined>
}
