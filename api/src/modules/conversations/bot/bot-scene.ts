import type { Language } from '../../../platform/language.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { WidgetTexts } from '../../channels/index.ts'
import { businessCalendarOf } from '../../tenancy/index.ts'
import type { BotScene, BotTexts } from './bot.ts'
import { defaultBotTexts } from './bot-settings.ts'

const SCENE = `
  select c.texts as "channelTexts", b.texts as "botTexts"
  from (
    select tenant_id, texts from web_channel where tenant_id = $1 and channel_account_id = $2
    union all select tenant_id, texts from provider_channel where tenant_id = $1 and channel_account_id = $2
  ) c left join bot_settings b on b.tenant_id = c.tenant_id`

interface Row {
  channelTexts: Pick<WidgetTexts, 'language' | 'greeting' | 'outOfHours'>[]
  botTexts: BotTexts[] | null
}

/** Everything that the bot needs to know for its next word. */
export async function sceneFor(unit: ReadUnit, channelAccountId: string, language: Language): Promise<BotScene> {
  const [[row], calendar] = await Promise.all([
    unit.sql<Row>('bot-scene', SCENE, [unit.tenantId, channelAccountId]),
    businessCalendarOf(unit),
  ])
  const channel = inLanguage(row!.channelTexts, language)
  const texts = inLanguage(row!.botTexts ?? defaultBotTexts, language)
  const { greeting, outOfHours } = channel
  return { now: unit.now, language, greeting, outOfHours, texts, calendar }
}

const TEXTS = 'select texts from bot_settings where tenant_id = $1'

/** For words that come through no channel: nobody is greeted there. */
export async function sceneWithoutChannel(unit: ReadUnit, language: Language): Promise<BotScene> {
  const [[row], calendar] = await Promise.all([unit.sql<{ texts: BotTexts[] }>('bot-texts', TEXTS, [unit.tenantId]), businessCalendarOf(unit)])
  return { now: unit.now, language, greeting: '', outOfHours: '', texts: inLanguage(row?.texts ?? defaultBotTexts, language), calendar }
}

const inLanguage = <T extends { language: Language }>(all: T[], language: Language): T =>
  all.find(texts => texts.language === language) ?? all[0]!
