import type { Language } from '../../platform/language.ts'
import type { ReadUnit } from '../../platform/unit.ts'
import type { WidgetTexts } from '../channels/index.ts'
import { businessCalendarOf } from '../tenancy/index.ts'
import type { BotScene, BotTexts } from './bot.ts'
import { defaultBotTexts } from './bot-settings.ts'

const SCENE = `
  select w.texts as "widgetTexts", b.texts as "botTexts"
  from web_channel w left join bot_settings b on b.tenant_id = w.tenant_id
  where w.tenant_id = $1 and w.channel_account_id = $2`

interface Row {
  widgetTexts: WidgetTexts[]
  botTexts: BotTexts[] | null
}

/** Everything that the bot needs to know for its next word. */
export async function sceneFor(unit: ReadUnit, channelAccountId: string, language: Language): Promise<BotScene> {
  const [[row], calendar] = await Promise.all([
    unit.sql<Row>('bot-scene', SCENE, [unit.tenantId, channelAccountId]),
    businessCalendarOf(unit),
  ])
  const widget = inLanguage(row!.widgetTexts, language)
  const texts = inLanguage(row!.botTexts ?? defaultBotTexts, language)
  const { greeting, outOfHours } = widget
  return { now: unit.now, language, greeting, outOfHours, texts, calendar }
}

const inLanguage = <T extends { language: Language }>(all: T[], language: Language): T =>
  all.find(texts => texts.language === language) ?? all[0]!
