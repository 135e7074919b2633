import type { BotContent, Flow } from '@botpro/graphql/flows'
import type { Client, Pool } from 'pg'
import { newId } from '../platform/ids.ts'

/** A published bot that serves a channel at every hour, put straight into the database by its owner. */
export async function insertLiveBot(owner: Client | Pool, { tenantId, channelAccountId }: { tenantId: string; channelAccountId: string }, content: BotContent): Promise<void> {
  const [botId, versionId] = [await insertBot(owner, tenantId, content.settings), newId()]
  await owner.query(`insert into bot_version (tenant_id, id, bot_id, number, note, at, content, digest, flow_count, test_count) values ($1, $2, $3, 1, '', now(), $4, '', $5, $6)`,
    [tenantId, versionId, botId, JSON.stringify(content), content.flows.length, content.tests.length])
  await owner.query(`update bot set stage = 'LIVE', last_number = 1, latest_version_id = $3, live_version_id = $3 where tenant_id = $1 and id = $2`, [tenantId, botId, versionId])
  await owner.query(`insert into bot_channel (tenant_id, id, bot_id, channel_account_id, hours, changed_at) values ($1, $2, $3, $4, 'ALWAYS', now())`, [tenantId, newId(), botId, channelAccountId])
}

/** A bot that is being drawn, with one flow; its path in the administration. */
export async function insertDraftBot(owner: Client | Pool, tenantId: string, { settings, flow }: { settings: BotContent['settings']; flow: Flow }): Promise<string> {
  const [botId, flowId] = [await insertBot(owner, tenantId, settings), newId()]
  await owner.query(`insert into bot_flow (tenant_id, id, bot_id, key, name, document, position, changed_at) values ($1, $2, $3, $4, $5, $6, 1, now())`,
    [tenantId, flowId, botId, flow.key, flow.name, JSON.stringify(flow)])
  return `/admin/bots/${botId}`
}

async function insertBot(owner: Client | Pool, tenantId: string, settings: BotContent['settings']): Promise<string> {
  const id = newId()
  await owner.query(`insert into bot (tenant_id, id, name, settings, settings_changed_at, draft_changed_at, stage, created_at) values ($1, $2, 'Bot', $3, now(), now(), 'BUILD', now())`,
    [tenantId, id, JSON.stringify(settings)])
  return id
}
