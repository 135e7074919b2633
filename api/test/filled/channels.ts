import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { sealSecrets } from '../../src/modules/channels/provider/channel-secrets.ts'
import { newLinkToken } from '../../src/modules/channels/links/link-token.ts'
import { newId } from '../../src/platform/ids.ts'
import { testSealer } from '../test-sealer.ts'

/** A link of a campaign that the conversation began with, opened once, and the picture for its code. */
export async function fillLinks(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }): Promise<string> {
  const link = newId()
  await owner.query(`insert into channel_link (tenant_id, id, channel_account_id, name, token, text, state, created_at)
    select tenant_id, $2, id, $3, $4, $3, 'ACTIVE', now() from channel_account where tenant_id = $1 and kind = 'WEB' limit 1`, [tenantId, link, canary, newLinkToken()])
  await owner.query('insert into channel_link_day (tenant_id, link_id, day, opened) values ($1, $2, current_date, 1)', [tenantId, link])
  await owner.query(`insert into link_logo (tenant_id, picture, changed_at) values ($1, 'x', now())`, [tenantId])
  await owner.query('update conversation set link_id = $2, referral = $3 where tenant_id = $1', [tenantId, link, JSON.stringify({ headline: canary })])
  return link
}

export async function fillApp(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }): Promise<string> {
  const [account, token] = [newId(), newId()]
  await owner.query(`insert into channel_account (tenant_id, id, kind, name, created_at) values ($1, $2, 'APP', $3, now())`, [tenantId, account, canary])
  await owner.query(`insert into web_channel (tenant_id, channel_account_id, site_key, allowed_origins, color, side, bot_name, texts, note)
    values ($1, $2, $3, '{}', '#123456', 'RIGHT', $4, '[]', $4)`, [tenantId, account, `app_${randomUUID()}`, canary])
  await owner.query(`insert into app_token (tenant_id, id, channel_account_id, hash, last_four, created_at)
    values ($1, $2, $3, sha256($4::text::bytea), 'abcd', now())`, [tenantId, token, account, canary])
  return token
}

/** A line of a provider's that is paused, so that nobody works for it while the tests look. */
export async function fillProviderChannel(owner: pg.Pool, { tenantId, canary, memberId }: { tenantId: string; canary: string; memberId: string }) {
  const [account, delivery, update, template] = [newId(), newId(), newId(), newId()]
  await owner.query(`insert into channel_account (tenant_id, id, kind, name, state, created_at) values ($1, $2, 'TELEGRAM', $3, 'PAUSED', now())`, [tenantId, account, canary])
  await owner.query(`insert into provider_channel (tenant_id, channel_account_id, kind, account_key, hook_key, settings, sealed, last_four, texts, provider_name, address, quality)
    values ($1, $2, 'TELEGRAM', $3::text, $3::text, $4, $5, $6, $7, $3::text, $3::text, $3::text)`,
  [tenantId, account, canary, JSON.stringify({ botUsername: canary }),
    sealSecrets(testSealer, account, { settings: { botToken: canary }, verifyToken: canary }), JSON.stringify({ botToken: '····' }),
    JSON.stringify([{ language: 'ES', greeting: canary, outOfHours: canary }])])
  await owner.query(`insert into policy_acceptance (tenant_id, id, channel_account_id, text_version, member_id, member_name, at)
    values ($1, $2, $3, $4, $5, $4, now())`, [tenantId, newId(), account, canary, memberId])
  await owner.query(`insert into channel_delivery (tenant_id, id, channel_account_id, received_at, headers, body, processed_at)
    values ($1, $2, $3, now(), '{}', $4, now())`, [tenantId, delivery, account, Buffer.from(canary)])
  await owner.query(`insert into quarantined_update (tenant_id, id, channel_account_id, delivery_id, position, reason, raw, received_at)
    values ($1, $2, $3, $4, 0, $5, $6, now())`, [tenantId, update, account, delivery, canary, JSON.stringify({ text: canary })])
  await owner.query(`insert into channel_alarm (tenant_id, id, channel_account_id, kind, problem, raised_at)
    values ($1, $2, $3, 'QUARANTINE', $4, now())`, [tenantId, newId(), account, JSON.stringify({ code: 'X', message: canary })])
  await owner.query(`insert into channel_lease (tenant_id, channel_account_id, holder, until) values ($1, $2, $3, now() + interval '1 day')`, [tenantId, account, newId()])
  await owner.query(`insert into message_template (tenant_id, id, channel_account_id, external_id, name, language, category, status, quality, reason, components, synced_at)
    values ($1, $2, $3, $4, $4, 'es', 'UTILITY', 'APPROVED', $4, $4, $5, now())`, [tenantId, template, account, canary, JSON.stringify([{ type: 'BODY', text: canary }])])
  await owner.query(`insert into channel_message (tenant_id, channel_account_id, external_id, message_id)
    select tenant_id, $2, $3, id from message where tenant_id = $1 limit 1`, [tenantId, account, canary])
  await owner.query(`insert into mail_name (tenant_id, channel_account_id, name, message_id, subject)
    select tenant_id, $2, $3, id, $3 from message where tenant_id = $1 limit 1`, [tenantId, account, canary])
  await owner.query(`insert into parked_update (tenant_id, channel_account_id, external_id, id, update, at)
    values ($1, $2, $3, $4, $5, now())`, [tenantId, account, canary, newId(), JSON.stringify({ kind: 'EDIT', text: canary })])
  await owner.query(`insert into outbound_message (tenant_id, message_id, channel_account_id, identity_id, position, state, message, due_at, created_at, queued_at)
    select tenant_id, id, $2, identity_id, position, 'DONE', $3, now(), now(), now() from message where tenant_id = $1 and author = 'BOT' limit 1`,
  [tenantId, account, JSON.stringify({ text: canary })])
  return { providerChannel: account, quarantinedUpdate: update, messageTemplate: template }
}

/** The visitor's session is counted already; beside it what a provider charged, and a month long closed. */
export async function fillMetering(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  await owner.query(`insert into provider_charge (tenant_id, channel_account_id, external_id, channel_kind, model, type, category, is_billable, market, quantity, at, month)
    select $1, id, $2, 'WEB', 'PMP', 'regular', 'utility', true, $2, 1, now(), '2099-01-01' from channel_account where tenant_id = $1`, [tenantId, canary])
  await owner.query(`insert into metered_session (tenant_id, id, identity_id, conversation_id, channel_account_id, channel_kind, message_id, initiator, opened_at, month, units)
    select tenant_id, $2, identity_id, conversation_id, channel_account_id, channel_kind, message_id, initiator, opened_at, '2099-01-01', -1 from metered_session where tenant_id = $1`, [tenantId, newId()])
  await owner.query(`insert into metering_close (tenant_id, closed_before, closed_at) values ($1, '2020-01-01', now())`, [tenantId])
}
