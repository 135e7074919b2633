import type pg from 'pg'
import { newContent } from '../../src/modules/flows/bots/new-bot.ts'
import { newId } from '../../src/platform/ids.ts'
import { testSealer } from '../test-sealer.ts'

/** A bot that is being drawn, so that it answers nobody while the tests look. */
export async function fillBots(owner: pg.Pool, { tenantId, canary, memberId, channelAccountId }: { tenantId: string; canary: string; memberId: string; channelAccountId: string }) {
  const [bot, flow, test, version] = [newId(), newId(), newId(), newId()]
  const { settings, flows: [welcome] } = newContent('ES')
  const drawn = { ...welcome!, name: canary }
  const tried = { key: 'saludo', name: canary, channel: 'WEB', language: 'ES', lines: [{ kind: 'CONTACT', text: canary }], recordings: [] }
  const named = { ...settings, texts: { ...settings.texts, help: { ES: canary } } }
  await owner.query(`insert into bot (tenant_id, id, name, description, settings, settings_changed_at, settings_changed_by, draft_changed_at, stage, last_number, created_at)
    values ($1, $2, $3, $3, $4, now(), $5, now(), 'BUILD', 1, now())`, [tenantId, bot, canary, JSON.stringify(named), memberId])
  await owner.query(`insert into bot_flow (tenant_id, id, bot_id, key, name, document, position, changed_at, changed_by)
    values ($1, $2, $3, $4, $5, $6, 1, now(), $7)`, [tenantId, flow, bot, drawn.key, canary, JSON.stringify(drawn), memberId])
  await owner.query(`insert into bot_test (tenant_id, id, bot_id, key, name, document, changed_at) values ($1, $2, $3, 'saludo', $4, $5, now())`,
    [tenantId, test, bot, canary, JSON.stringify(tried)])
  await owner.query(`insert into bot_version (tenant_id, id, bot_id, number, note, author_id, at, content, digest, flow_count, test_count, failed_tests)
    values ($1, $2, $3, 1, $4, $5, now(), $6, 'x', 1, 1, $7)`, [tenantId, version, bot, canary, memberId,
    JSON.stringify({ settings: named, flows: [drawn], tests: [tried] }), JSON.stringify([{ key: 'saludo', name: canary, message: canary }])])
  await owner.query('update bot set latest_version_id = $3 where tenant_id = $1 and id = $2', [tenantId, bot, version])
  await owner.query(`insert into bot_test_run (tenant_id, bot_id, draft_revision, passed_count, failed_count, outcomes, at) values ($1, $2, 1, 0, 1, $3, now())`,
    [tenantId, bot, JSON.stringify([{ key: 'saludo', name: canary, passed: false, line: 0, message: canary, difference: null, transcript: [{ who: 'CONTACT', text: canary, options: [], from: null, line: 0 }] }])])
  await owner.query(`insert into bot_approval (tenant_id, id, bot_id, kind, item, version_id, side, by_name, at, note)
    values ($1, $2, $3, 'ITEM_APPROVED', 'CONTENT_APPROVED', $4, 'TENANT', $5, now(), $5)`, [tenantId, newId(), bot, version, canary])
  await owner.query(`insert into bot_channel (tenant_id, id, bot_id, channel_account_id, hours, changed_at) values ($1, $2, $3, $4, 'ALWAYS', now())`,
    [tenantId, newId(), bot, channelAccountId])
  return { bot, flow, test, version }
}

/** One run of the bot's, that has asked a system and sent a code. */
export async function fillRuns(owner: pg.Pool, { tenantId, canary, version }: { tenantId: string; canary: string; version: string }) {
  const run = newId()
  await owner.query(`insert into flow_run (tenant_id, id, conversation_id, contact_id, bot_version_id, place, state, rested_at, started_at)
    select $1, $2, id, contact_id, $3, 'BACKGROUND', $4, now(), now() from conversation where tenant_id = $1 limit 1`, [tenantId, run, version, JSON.stringify({ frames: [], shared: { note: canary } })])
  await owner.query(`insert into flow_request (tenant_id, run_id, id, request, created_at, claimed_until) values ($1, $2, 'r0', $3, now(), now() + interval '1 hour')`, [tenantId, run, JSON.stringify({ kind: 'CALL', input: { note: canary } })])
  await owner.query(`insert into flow_code_sending (tenant_id, id, contact_id, address_hash, at) select tenant_id, $2, contact_id, $3, now() from flow_run where tenant_id = $1 and id = $4`, [tenantId, newId(), Buffer.from(canary), run])
  await owner.query(`insert into flow_event_heard (tenant_id, event_id, run_id, at) values ($1, $2, $3, now())`, [tenantId, newId(), run])
  await owner.query(`insert into flow_wrong_answer (tenant_id, id, contact_id, expected_hash, at) select tenant_id, $2, contact_id, $3, now() from flow_run where tenant_id = $1 and id = $4`, [tenantId, newId(), Buffer.from(canary), run])
  await owner.query(`insert into flow_code (tenant_id, run_id, hash, expires_at, tries_left) values ($1, $2, $3, now(), 1)`, [tenantId, run, Buffer.from(canary)])
  const sealed = testSealer.seal(canary, 'flow-recording')
  await owner.query(`insert into flow_recording (tenant_id, id, conversation_id, sealed, at) select tenant_id, $2, conversation_id, $3, now() from flow_run where tenant_id = $1 and id = $4`, [tenantId, newId(), sealed, run])
  await owner.query(`insert into flow_visit (tenant_id, id, bot_version_id, run_id, conversation_id, flow, step, arrived, at) select $1, $2, $3, $4, id, $5, 'say1', true, now() from conversation where tenant_id = $1 limit 1`,
    [tenantId, newId(), version, run, canary])
}

/** A system of the company's that no request of ours may reach, what it is asked, and how that went. */
export async function fillConnectors(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  const [connector, connectorOperation, connectorCall, connectorFile] = [newId(), newId(), newId(), newId()]
  await owner.query(`insert into connector (tenant_id, id, key, name, description, kind, base_url, headers, auth, created_at, changed_at)
    values ($1, $2, 'erp', $3, $3, 'REST', 'https://127.0.0.1:9/v1', $4, $5, now(), now())`,
  [tenantId, connector, canary, JSON.stringify([{ name: 'x-company', value: canary }]), JSON.stringify({ kind: 'BASIC', username: canary, secrets: [] })])
  await owner.query(`insert into connector_operation (tenant_id, id, connector_id, key, definition, created_at, changed_at) values ($1, $2, $3, 'read', $4, now(), now())`,
    [tenantId, connectorOperation, connector, JSON.stringify({
      name: canary, description: canary, method: 'GET', path: '/things', query: [{ name: 'q', value: canary }], headers: [], bodyKind: 'NONE', body: [],
      inputs: [{ name: 'text', type: 'TEXT', isRequired: false, description: canary }], outputs: [{ name: 'all', path: '', type: 'OBJECT', isRequired: false }],
      isIdempotent: true, idempotencyHeader: null, notFoundStatuses: [404], timeoutMs: 1000, retries: 0, cacheSeconds: 0, maxBytes: 1000, sample: { canary },
    })])
  await owner.query(`insert into connector_call (tenant_id, id, connector_id, operation, at, code, ms, attempts) values ($1, $2, $3, $4, now(), 'OK', 1, 1)`, [tenantId, connectorCall, connector, canary])
  await owner.query('insert into connector_file (tenant_id, id, content, created_at) values ($1, $2, $3, now())',
    [tenantId, connectorFile, JSON.stringify({ openapi: '3.1.0', info: { title: canary, version: '1' }, paths: { '/other': { get: { summary: canary } } } })])
  return { connector, connectorOperation, connectorCall, connectorFile }
}
