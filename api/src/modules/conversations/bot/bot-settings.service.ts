import { Forbidden } from '../../../platform/errors.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { BotTexts } from './bot.ts'
import { botTexts, DEFAULT_IDLE_HOURS, defaultBotTexts, idleHoursProblem } from './bot-settings.ts'
import { isAdministering, mayReadSettings } from '../conversation.policy.ts'

export interface BotSettings {
  texts: BotTexts[]
  /** Without a word in so many hours, what the bot alone has is closed. */
  idleHours: number
  version: number
}

const COLUMNS = 'texts, idle_hours as "idleHours", version'
const READ = `select ${COLUMNS} from bot_settings where tenant_id = $1`
const WRITE = `
  insert into bot_settings (tenant_id, texts, idle_hours, version) values ($1, $2, coalesce($4, ${DEFAULT_IDLE_HOURS}), 2)
  on conflict (tenant_id) do update set texts = excluded.texts, idle_hours = coalesce($4, bot_settings.idle_hours), version = bot_settings.version + 1
    where bot_settings.version = $3
  returning ${COLUMNS}`

/** Hours that are not given are left as they are. */
type BotSettingsChange = Omit<BotSettings, 'idleHours'> & { idleHours?: number | null }

export class BotSettingsService {
  async read(unit: ReadUnit): Promise<BotSettings> {
    if (!mayReadSettings(unit.actor)) throw new Forbidden()
    const [stored] = await unit.sql<BotSettings>('bot-settings-read', READ, [unit.tenantId])
    return stored ?? { texts: defaultBotTexts, idleHours: DEFAULT_IDLE_HOURS, version: 1 }
  }

  async change(unit: Unit, { version, texts, idleHours }: BotSettingsChange): Promise<BotSettings | ChangedMeanwhile | InvalidInput> {
    if (!isAdministering(unit.actor)) throw new Forbidden()
    const checked = botTexts(texts)
    if (checked instanceof InvalidInput) return checked
    const wrong = idleHours == null ? undefined : idleHoursProblem(idleHours)
    if (wrong) return wrong
    const [changed] = await unit.sql<BotSettings>('bot-settings-write', WRITE, [unit.tenantId, JSON.stringify(checked), version, idleHours ?? null])
    if (!changed) return new ChangedMeanwhile()
    unit.audit({ action: 'bot.changed', targetType: 'bot_settings', targetId: unit.tenantId })
    return changed
  }
}
