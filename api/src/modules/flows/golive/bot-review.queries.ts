import { Forbidden } from '../../../platform/errors.ts'
import { decodePageKey, pageOf, rowsFor, type Page, type PageArgs } from '../../../platform/paging.ts'
import { isId } from '../../../platform/ids.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { BotStage } from '../bots/bot.entity.ts'
import { mayReviewBots } from '../bots/bot.policy.ts'

export interface BotReviewRow {
  tenantId: string
  botId: string
  name: string
  stage: BotStage
  latestVersionId: string | null
  versionNumber: number | null
  /** Whether it answers on a WhatsApp line. */
  hasLine: boolean
}

const COLUMNS = `b.tenant_id as "tenantId", b.id as "botId", b.name, b.stage, b.latest_version_id as "latestVersionId", nullif(b.last_number, 0) as "versionNumber",
  exists (select from bot_channel c join channel_account a on a.tenant_id = c.tenant_id and a.id = c.channel_account_id
    where c.tenant_id = b.tenant_id and c.bot_id = b.id and a.kind = 'WHATSAPP' and a.state <> 'REMOVED') as "hasLine"`
const UP = `b.archived_at is null and b.stage in ('REVIEW', 'LIVE')`
const APPROVED = `
  (select count(*) from (
    select distinct on (a.item) a.kind from bot_approval a
    where a.tenant_id = b.tenant_id and a.bot_id = b.id and a.side = 'BOTPRO' and a.item is not null order by a.item, a.at desc, a.id desc
  ) latest where latest.kind = 'ITEM_APPROVED')`

/** Ids of bots follow time: those made first come first. */
export async function listReviews(unit: ReadUnit, args: PageArgs, itemCount: number): Promise<Page<BotReviewRow>> {
  assertMayReview(unit)
  const [after] = args.after ? decodePageKey(args.after, ['']) : ['00000000-0000-0000-0000-000000000000']
  const text = `select ${COLUMNS} from bot b where ${UP} and b.id > $1 and ${APPROVED} < $2 order by b.id limit $3`
  const rows = await unit.sql<BotReviewRow>('bot-reviews', text, [after, itemCount, rowsFor(args)])
  return pageOf(rows, args, ({ botId }) => [botId])
}

/** A bot that is up for review, of the tenant that is named with it. */
export async function reviewOf(unit: ReadUnit, { tenantId, botId }: { tenantId: string; botId: string }): Promise<BotReviewRow | undefined> {
  assertMayReview(unit)
  if (!isId(tenantId) || !isId(botId)) return undefined
  return (await unit.sql<BotReviewRow>('bot-review', `select ${COLUMNS} from bot b where ${UP} and b.tenant_id = $1 and b.id = $2`, [tenantId, botId]))[0]
}

function assertMayReview({ actor }: ReadUnit) {
  if (!mayReviewBots(actor)) throw new Forbidden()
}
