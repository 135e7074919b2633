import { Forbidden } from '../../../platform/errors.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { BotTexts } from './bot.ts'
import { botTexts, defaultBotTexts } from './bot-settings.ts'
import { isAdministering, mayReadSettings } from '../conversation.policy.ts'

export interface BotSettings {
  texts: BotTexts[]
  version: number
}

const READ = `select texts, version from bot_settings where tenant_id = $1`
const WRITE = `
  insert into bot_settings (tenant_id, texts, version) values ($1, $2, 2)
  on conflict (tenant_id) do update set texts = excluded.texts, version = bot_settings.version + 1
    where bot_settings.version = $3
  returning texts, version`

export class BotSettingsService {
  async read(unit: ReadUnit): Promise<BotSettings> {
    if (!mayReadSettings(unit.actor)) throw new Forbidden()
    const [stored] = await unit.sql<BotSettings>('bot-settings-read', READ, [unit.tenantId])
    return stored ?? { texts: defaultBotTexts, version: 1 }
  }

  async change(unit: Unit, { version, texts }: BotSettings): Promise<BotSettings | ChangedMeanwhile | InvalidInput> {
    if (!isAdministering(unit.actor)) throw new Forbidden()
    const checked = botTexts(texts)
    if (checked instanceof InvalidInput) return checked
    const [changed] = await unit.sql<BotSettings>('bot-settings-write', WRITE, [unit.tenantId, JSON.stringify(checked), version])
    if (!changed) return new ChangedMeanwhile()
    unit.audit({ action: 'bot.changed', targetType: 'bot_settings', targetId: unit.tenantId })
    return changed
  }
}
