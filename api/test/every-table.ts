import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { newId } from '../src/platform/ids.ts'
import { newLinkToken } from '../src/modules/channels/links/link-token.ts'
import { trainElena } from '../src/modules/elena/engine.ts'
import { ContactService } from '../src/modules/contacts/index.ts'
import { newContent } from '../src/modules/flows/bots/new-bot.ts'
import { MenuBot } from '../src/modules/conversations/index.ts'
import { VisitorMessageService } from '../src/modules/conversations/visitor/visitor-message.service.ts'
import { Sealer } from '../src/platform/crypto.ts'
import { sealSecrets } from '../src/modules/channels/provider/channel-secrets.ts'
import { SECRET } from './harness-server.ts'
import type { TestDatabase } from './harness.ts'
import { newWorld, type World } from './world.ts'

/** Seals as the app of the tests does. */
const testSealer = new Sealer([{ id: 'k1', secret: SECRET }])

export interface Filled {
  world: World
  tenantId: string
  /** A word that stands in every text of this tenant and in no other's. */
  canary: string
  ids: Record<'conversation' | 'contact' | 'identity' | 'message' | 'member' | 'attachment' | 'apiKey' | 'session' |
    'intent' | 'phrase' | 'entityType' | 'training' | 'model' | 'misunderstood' | 'trainingFile' | 'faq' |
    'knowledgeSource' | 'knowledgeDocument' | 'knowledgePassage' | 'knowledgeFile' | 'predictiveModel' |
    'providerChannel' | 'quarantinedUpdate' | 'messageTemplate' | 'channelLink' | 'suggestion' | 'merge' | 'appToken' |
    'bot' | 'flow' | 'test' | 'version' | 'connector' | 'connectorOperation' | 'connectorCall' | 'connectorFile' | 'service' | 'resource' | 'appointment' |
    'serviceRequest' | 'serviceRequestType' | 'payment', string>
}

/** A tenant with at least one row in every table that knows tenants. */
export async function fillEveryTable(database: TestDatabase): Promise<Filled> {
  const world = await newWorld(database)
  const { tenantId } = world
  const canary = `canario${randomUUID().replace(/-/g, '')}`
  const member = await world.member('AGENT', canary)
  const service = new VisitorMessageService({ contacts: new ContactService(), bot: new MenuBot() })
  await world.as(world.visitor(), unit => service.receive(unit, {
    clientId: randomUUID(), text: `${canary} quiero hablar con una persona`, attachmentIds: [], language: 'ES',
  }))
  const ids = { attachment: newId(), apiKey: newId(), session: newId(), member: member.memberId }
  const { owner } = database
  await owner.query(`update contact set name = $2, email = $3 where tenant_id = $1`, [tenantId, canary, `${canary}@example.com`])
  await owner.query(`insert into bot_settings (tenant_id, texts) values ($1, '[]')`, [tenantId])
  await owner.query(`insert into attachment (tenant_id, id, uploaded_by, name, media_type, size, storage_key, created_at)
    values ($1, $2, 'member:x', $3, 'image/png', 1, 'x/y', now())`, [tenantId, ids.attachment, canary])
  await owner.query(`insert into api_key (tenant_id, id, name, hash, last_four, scopes, created_at)
    values ($1, $2, $3::text, sha256($3::text::bytea), 'abcd', '{CONTACTS_READ}', now())`, [tenantId, ids.apiKey, canary])
  await owner.query(`insert into session (id, user_id, token_hash, tenant_id, created_at, last_used_at, expires_at, device, address)
    values ($1, $2, sha256($3::text::bytea), $4, now(), now(), now() + interval '1 day', 'x', 'x')`, [ids.session, member.userId, canary, tenantId])
  await owner.query(`insert into two_factor_challenge (token_hash, user_id, tenant_id, expires_at)
    values (sha256($1::text::bytea), $2, $3, now() + interval '1 day')`, [canary, member.userId, tenantId])
  const taught = await fillElena(owner, { tenantId, canary })
  const faq = await fillFaq(owner, { tenantId, canary })
  const read = await fillSources(owner, { tenantId, canary })
  const predictiveModel = await fillPredictive(owner, { tenantId, canary })
  const connected = await fillConnectors(owner, { tenantId, canary })
  const provided = await fillProviderChannel(owner, { tenantId, canary, memberId: member.memberId })
  await fillMetering(owner, { tenantId, canary })
  const channelLink = await fillLinks(owner, { tenantId, canary })
  const appToken = await fillApp(owner, { tenantId, canary })
  const bot = await fillBots(owner, { tenantId, canary, memberId: member.memberId, channelAccountId: world.channelAccountId })
  await fillRuns(owner, { tenantId, canary, version: bot.version })
  const joined = await fillJoined(owner, { tenantId, canary })
  const asked = await fillRequests(owner, { tenantId, canary, memberId: member.memberId })
  const payment = await fillPayments(owner, { tenantId, canary, memberId: member.memberId })
  await fillSorting(owner, { tenantId, canary, memberId: member.memberId })
  const booked = await fillAppointments(owner, { tenantId, canary })
  await world.as(member, async unit => unit.audit({ action: `test.${canary}`, targetType: 'test' }))
  // Not due yet, or it would be answered while the tests look.
  await owner.query(`insert into owed_answer (tenant_id, message_id, conversation_id, at)
    select tenant_id, id, conversation_id, now() + interval '1 day' from message where tenant_id = $1 and author = 'CONTACT' limit 1`, [tenantId])
  const one = async (table: string) =>
    (await owner.query(`select id from ${table} where tenant_id = $1 limit 1`, [tenantId])).rows[0].id as string
  return {
    world, tenantId, canary,
    ids: { ...ids, ...taught, faq, ...read, ...provided, ...joined, ...bot, ...connected, ...booked, ...asked, payment, predictiveModel, channelLink, appToken, conversation: await one('conversation'), identity: await one('contact_identity'), message: await one('message') },
  }
}

/** What a customer asked for, of a type of the tenant's. */
async function fillRequests(owner: pg.Pool, { tenantId, canary, memberId }: { tenantId: string; canary: string; memberId: string }) {
  const [serviceRequestType, serviceRequest] = [newId(), newId()]
  const name = { es: canary, en: canary }
  await owner.query(`insert into request_type (tenant_id, id, key, name, fields, states, created_at, changed_at) values ($1, $2, 'claim', $3, $4, $5, now(), now())`,
    [tenantId, serviceRequestType, JSON.stringify(name), JSON.stringify([{ name: 'amount', label: name }]), JSON.stringify([{ key: 'new', name, isFinal: false }, { key: 'done', name, isFinal: true }])])
  await owner.query(`insert into request_counter (tenant_id, year, last) values ($1, 2020, 1)`, [tenantId])
  await owner.query(`insert into request (tenant_id, id, number, type_key, type_id, title, plain, fields, contact_id, conversation_id, priority, state, assignee_id, opened_at, changed_at, idempotency_key)
    select $1, $2, $3, 'claim', $4, $3, $3, $5, contact_id, id, 'NORMAL', 'new', $6, now(), now(), $3 from conversation where tenant_id = $1 limit 1`,
  [tenantId, serviceRequest, canary, serviceRequestType, JSON.stringify({ amount: canary }), memberId])
  await owner.query(`insert into request_event (tenant_id, id, request_id, at, kind, to_state, note, member_id) values ($1, $2, $3, now(), 'OPENED', 'new', $4, $5)`,
    [tenantId, newId(), serviceRequest, canary, memberId])
  return { serviceRequest, serviceRequestType }
}

/** What a customer was asked to pay: it is over, so that no round of ours touches it while the tests look. */
async function fillPayments(owner: pg.Pool, { tenantId, canary, memberId }: { tenantId: string; canary: string; memberId: string }): Promise<string> {
  const [payment, settings] = [newId(), newId()]
  await owner.query(`insert into payment_settings (tenant_id, id, connector, callback_key, sealed_secret, secret_last_four) values ($1, $2, 'bank', $3, $4, 'abcd')`,
    [tenantId, settings, canary, testSealer.seal(canary, `payment callbacks:${settings}`)])
  await owner.query(`insert into payment (tenant_id, id, amount, currency, reference, description, plain, state, reason, url, external_id, contact_id, conversation_id, requested_by, created_at, expires_at, changed_at, idempotency_key)
    select $1, $2, '10.00', 'DOP', $3, $3, $3, 'EXPIRED', $3, 'https://pay.example/' || $3, $3, contact_id, id, $4, now(), now(), now(), $3 from conversation where tenant_id = $1 limit 1`,
  [tenantId, payment, canary, memberId])
  await owner.query(`insert into payment_event (tenant_id, id, payment_id, at, state, reason, member_id) values ($1, $2, $3, now(), 'CREATED', $4, $5)`, [tenantId, newId(), payment, canary, memberId])
  await owner.query(`insert into payment_callback (tenant_id, id, digest, body, received_at, processed_at) values ($1, $2, sha256($3), $3, now(), now())`, [tenantId, newId(), Buffer.from(canary)])
  return payment
}

/** How the conversation is sorted, and what its contact answered to a survey. */
async function fillSorting(owner: pg.Pool, { tenantId, canary, memberId }: { tenantId: string; canary: string; memberId: string }) {
  await owner.query('update conversation set tags = array[$2], queue = $2 where tenant_id = $1', [tenantId, canary])
  await owner.query(`insert into survey_answer (tenant_id, id, conversation_id, survey, question, type, text, agent_id, at)
    select tenant_id, $2, id, $3, $3, 'TEXT', $3, $4, now() from conversation where tenant_id = $1 limit 1`, [tenantId, newId(), canary, memberId])
}

/** One run of the bot's, that has asked a system and sent a code. */
async function fillRuns(owner: pg.Pool, { tenantId, canary, version }: { tenantId: string; canary: string; version: string }) {
  const run = newId()
  await owner.query(`insert into flow_run (tenant_id, id, conversation_id, contact_id, bot_version_id, place, state, rested_at, started_at)
    select $1, $2, id, contact_id, $3, 'BACKGROUND', $4, now(), now() from conversation where tenant_id = $1 limit 1`, [tenantId, run, version, JSON.stringify({ frames: [], shared: { note: canary } })])
  await owner.query(`insert into flow_request (tenant_id, run_id, id, request, created_at, claimed_until) values ($1, $2, 'r0', $3, now(), now() + interval '1 hour')`, [tenantId, run, JSON.stringify({ kind: 'CALL', input: { note: canary } })])
  await owner.query(`insert into flow_code_sending (tenant_id, id, contact_id, address_hash, at) select tenant_id, $2, contact_id, $3, now() from flow_run where tenant_id = $1 and id = $4`, [tenantId, newId(), Buffer.from(canary), run])
  await owner.query(`insert into flow_code (tenant_id, run_id, hash, expires_at, tries_left) values ($1, $2, $3, now(), 1)`, [tenantId, run, Buffer.from(canary)])
  await owner.query(`insert into flow_visit (tenant_id, id, bot_version_id, run_id, conversation_id, flow, step, arrived, at) select $1, $2, $3, $4, id, $5, 'say1', true, now() from conversation where tenant_id = $1 limit 1`,
    [tenantId, newId(), version, run, canary])
}

/** A bot that is being drawn, so that it answers nobody while the tests look. */
async function fillBots(owner: pg.Pool, { tenantId, canary, memberId, channelAccountId }: { tenantId: string; canary: string; memberId: string; channelAccountId: string }) {
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
  await owner.query(`insert into bot_approval (tenant_id, id, bot_id, kind, item, version_id, side, by_name, at, note)
    values ($1, $2, $3, 'ITEM_APPROVED', 'CONTENT_APPROVED', $4, 'TENANT', $5, now(), $5)`, [tenantId, newId(), bot, version, canary])
  await owner.query(`insert into bot_channel (tenant_id, id, bot_id, channel_account_id, hours, changed_at) values ($1, $2, $3, $4, 'ALWAYS', now())`,
    [tenantId, newId(), bot, channelAccountId])
  return { bot, flow, test, version }
}

/** Who was joined with the contact, and who may be the same as she; the latter's row is the older, so nobody takes it for hers. */
async function fillJoined(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  const [absorbed, other, merge, suggestion] = [newId(), newId(), newId(), newId()]
  const { rows: [identity] } = await owner.query<{ id: string; contact: string }>('select id, contact_id as contact from contact_identity where tenant_id = $1', [tenantId])
  await owner.query(`insert into contact (tenant_id, id, name, language, created_at, last_seen_at, merged_into)
    values ($1, $2, $4, 'ES', now(), now(), $5), ($1, $3, $4, 'ES', now(), now(), null)`, [tenantId, absorbed, other, canary, identity!.contact])
  await owner.query(`insert into contact_identity_alias (tenant_id, channel_account_id, alias, identity_id)
    select tenant_id, channel_account_id, $2, id from contact_identity where tenant_id = $1`, [tenantId, canary])
  await owner.query(`insert into contact_merge (tenant_id, id, kept_id, absorbed_id, identity_ids, taken, evidence, evidence_value, merged_at)
    values ($1, $2, $3, $4, '{}', '{}', 'PHONE', $5, now())`, [tenantId, merge, identity!.contact, absorbed, canary])
  await owner.query(`insert into contact_suggestion (tenant_id, id, contact_id, other_id, evidence, value, created_at)
    values ($1, $2, least($3::uuid, $4::uuid), greatest($3::uuid, $4::uuid), 'PHONE', $5, now())`, [tenantId, suggestion, identity!.contact, other, canary])
  return { merge, suggestion, contact: identity!.contact }
}

/** Something that is offered, by whom, and booked for a day that is far away. */
async function fillAppointments(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  const [service, resource, appointment] = [newId(), newId(), newId()]
  const text = JSON.stringify({ es: canary, en: canary })
  await owner.query(`insert into appointment_service (tenant_id, id, key, name, instructions, minutes, minutes_before, minutes_after, notice_minutes, horizon_days,
      cancel_minutes, is_active, reminders, template_name, created_at)
    values ($1, $2, $3, $4, $4, 30, 0, 0, 0, 60, 0, true, $5, $3, now())`,
  [tenantId, service, canary, text, JSON.stringify([{ minutesBefore: 60, text: { es: canary, en: canary } }])])
  await owner.query(`insert into appointment_resource (tenant_id, id, key, name, kind, place, is_active, hours, exceptions, created_at)
    values ($1, $2, $3, $3, 'PERSON', $3, true, $4, $5, now())`, [tenantId, resource, canary,
    JSON.stringify([{ weekday: 'MONDAY', opens: '09:00', closes: '18:00' }]), JSON.stringify([{ date: '2030-01-01', hours: [], note: canary }])])
  await owner.query('insert into appointment_resource_service (tenant_id, resource_id, service_id) values ($1, $2, $3)', [tenantId, resource, service])
  await owner.query(`insert into appointment (tenant_id, id, service_id, resource_id, contact_id, starts_at, ends_at, busy_from, busy_until, state, note, origin, booked_at, idempotency_key)
    select $1, $2, $3, $4, id, '2099-01-05T13:00Z', '2099-01-05T13:30Z', '2099-01-05T13:00Z', '2099-01-05T13:30Z', 'BOOKED', $5, 'BOT', now(), $5
    from contact where tenant_id = $1 order by id limit 1`, [tenantId, appointment, service, resource, canary])
  await owner.query(`insert into appointment_change (tenant_id, id, appointment_id, kind, at, origin, to_starts_at, to_resource_id, note)
    values ($1, $2, $3, 'BOOKED', now(), 'BOT', '2099-01-05T13:00Z', $4, $5)`, [tenantId, newId(), appointment, resource, canary])
  await owner.query(`insert into appointment_reminder (tenant_id, id, appointment_id, minutes_before, due_at, state)
    values ($1, $2, $3, 60, '2099-01-05T12:00Z', 'WAITING')`, [tenantId, newId(), appointment])
  return { service, resource, appointment }
}

/** What is taught, learnt and not understood; the words are the tenant's own. */
async function fillElena(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  const [intent, phrase, entityType, training, model, trainingFile] = [newId(), newId(), newId(), newId(), newId(), newId()]
  await owner.query('insert into training_file (tenant_id, id, content, created_at) values ($1, $2, $3, now())', [tenantId, trainingFile, JSON.stringify({ text: canary, intent: canary })])
  const report = {
    ...NO_REPORT, intents: [{ intent: canary, examples: 1, precision: 1, recall: 1, f1: 1 }],
    advice: [{ kind: 'ADD_PHRASES', intent: canary, otherIntent: null, language: null, count: 1, phrases: [canary] }],
  }
  await owner.query(`insert into intent (tenant_id, id, name, description, action, answers, created_at)
    values ($1, $2, $3, $3, 'ANSWER', $4, now())`, [tenantId, intent, canary, JSON.stringify([{ language: 'ES', text: canary }])])
  await owner.query(`insert into phrase (tenant_id, id, intent_id, language, text, plain, entities, origin, created_at)
    values ($1, $2, $3, 'ES', $4, $4, $5, 'WRITTEN', now())`, [tenantId, phrase, intent, canary, JSON.stringify([{ start: 0, end: 5, entity: canary }])])
  await owner.query(`insert into entity_type (tenant_id, id, name, description, kind, "values", created_at)
    values ($1, $2, $3, $3, 'LIST', $4, now())`, [tenantId, entityType, canary, JSON.stringify([{ value: canary, synonyms: [canary] }])])
  await owner.query(`insert into model_training (tenant_id, id, state, requested_at, heard_at, finished_at, error)
    values ($1, $2, 'FAILED', now(), now(), now(), $3)`, [tenantId, training, canary])
  await owner.query(`insert into elena_model (tenant_id, id, training_id, number, state, trained_at, override_reason, intent_count, phrase_count,
      languages, accuracy, macro_f1, size_bytes, training_seconds, report)
    values ($1, $2, $3, 1, 'TRAINED', now(), $4, 1, 1, '{ES}', 1, 1, 1, 1, $5)`, [tenantId, model, training, canary, JSON.stringify(report)])
  await owner.query(`insert into elena_model_content (tenant_id, model_id, content) values ($1, $2, $3)`, [tenantId, model, smallModel()])
  const { rows } = await owner.query<{ id: string }>(`
    insert into misunderstood_message (tenant_id, id, contact_id, conversation_id, reason, language, likeness, confidence, guesses, at, state)
    select m.tenant_id, m.id, c.contact_id, c.id, 'LOW_CONFIDENCE', 'ES', $2, 0.1, $3, m.sent_at, 'WAITING'
    from message m join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
    where m.tenant_id = $1 and m.author = 'CONTACT' limit 1 returning id`, [tenantId, canary, JSON.stringify([{ intent: canary, probability: 0.1 }])])
  return { intent, phrase, entityType, training, model, trainingFile, misunderstood: rows[0]!.id }
}

/** A server that is asked for help: one that no request of ours may reach, and off, or the bot would answer later than tests expect. */
async function fillPredictive(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }): Promise<string> {
  const [model, call] = [newId(), newId()]
  await owner.query(`insert into predictive_model (tenant_id, id, name, base_url, sealed_key, key_last_four, uses, is_on, monthly_calls, timeout_ms, created_at, changed_at)
    values ($1, $2, $3, 'https://127.0.0.1:9/v1', null, 'abcd', $4, false, 100, 1000, now(), now())`,
  [tenantId, model, canary, JSON.stringify([{ purpose: 'GENERATE', model: canary }])])
  await owner.query(`insert into predictive_month (tenant_id, model_id, month, calls) values ($1, $2, '2026-01-01', 1)`, [tenantId, model])
  await owner.query(`insert into predictive_call (tenant_id, id, model_id, purpose, key, at, outcome) values ($1, $2, $3, 'GENERATE', $4, now(), 'ANSWERED')`,
    [tenantId, call, model, canary])
  return model
}

/** A system of the company's that no request of ours may reach, what it is asked, and how that went. */
async function fillConnectors(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
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

/** A link of a campaign that the conversation began with, opened once, and the picture for its code. */
async function fillLinks(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }): Promise<string> {
  const link = newId()
  await owner.query(`insert into channel_link (tenant_id, id, channel_account_id, name, token, text, state, created_at)
    select tenant_id, $2, id, $3, $4, $3, 'ACTIVE', now() from channel_account where tenant_id = $1 and kind = 'WEB' limit 1`, [tenantId, link, canary, newLinkToken()])
  await owner.query('insert into channel_link_day (tenant_id, link_id, day, opened) values ($1, $2, current_date, 1)', [tenantId, link])
  await owner.query(`insert into link_logo (tenant_id, picture, changed_at) values ($1, 'x', now())`, [tenantId])
  await owner.query('update conversation set link_id = $2, referral = $3 where tenant_id = $1', [tenantId, link, JSON.stringify({ headline: canary })])
  return link
}

async function fillApp(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }): Promise<string> {
  const [account, token] = [newId(), newId()]
  await owner.query(`insert into channel_account (tenant_id, id, kind, name, created_at) values ($1, $2, 'APP', $3, now())`, [tenantId, account, canary])
  await owner.query(`insert into web_channel (tenant_id, channel_account_id, site_key, allowed_origins, color, side, bot_name, texts, note)
    values ($1, $2, $3, '{}', '#123456', 'RIGHT', $4, '[]', $4)`, [tenantId, account, `app_${randomUUID()}`, canary])
  await owner.query(`insert into app_token (tenant_id, id, channel_account_id, hash, last_four, created_at)
    values ($1, $2, $3, sha256($4::text::bytea), 'abcd', now())`, [tenantId, token, account, canary])
  return token
}

/** A line of a provider's that is paused, so that nobody works for it while the tests look. */
async function fillProviderChannel(owner: pg.Pool, { tenantId, canary, memberId }: { tenantId: string; canary: string; memberId: string }) {
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
async function fillMetering(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  await owner.query(`insert into provider_charge (tenant_id, channel_account_id, external_id, channel_kind, model, type, category, is_billable, market, quantity, at, month)
    select $1, id, $2, 'WEB', 'PMP', 'regular', 'utility', true, $2, 1, now(), '2099-01-01' from channel_account where tenant_id = $1`, [tenantId, canary])
  await owner.query(`insert into metered_session (tenant_id, id, identity_id, conversation_id, channel_account_id, channel_kind, message_id, initiator, opened_at, month, units)
    select tenant_id, $2, identity_id, conversation_id, channel_account_id, channel_kind, message_id, initiator, opened_at, '2099-01-01', -1 from metered_session where tenant_id = $1`, [tenantId, newId()])
  await owner.query(`insert into metering_close (tenant_id, closed_before, closed_at) values ($1, '2020-01-01', now())`, [tenantId])
}

/** A question and its answer, in the tenant's own words. */
async function fillFaq(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }): Promise<string> {
  const faq = newId()
  await owner.query(`insert into faq (tenant_id, id, question, wordings, language, answer, variants, plain, idempotency_key, created_at, changed_at)
    values ($1, $2, $3, array[$3], 'ES', $3, $4, $3, $3, now(), now())`, [tenantId, faq, canary, JSON.stringify([{ channel: 'WEB', text: canary }])])
  await owner.query('insert into knowledge_state (tenant_id, revision) values ($1, 1) on conflict do nothing', [tenantId])
  return faq
}

/** A source of Q&A, read; it leads nowhere, so that nobody is asked when it is read again. */
async function fillSources(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  const [source, document, passage, file] = [newId(), newId(), newId(), newId()]
  const url = `http://127.0.0.1:1/${canary}`
  await owner.query(`insert into knowledge_source (tenant_id, id, kind, name, url, language, rhythm, state, problem, created_at)
    values ($1, $2, 'PAGE', $3, $4, 'ES', 'NEVER', 'READY', $5, now())`, [tenantId, source, canary, url, JSON.stringify({ code: 'CUT_SHORT', message: canary })])
  await owner.query(`insert into knowledge_document (tenant_id, id, source_id, position, key, title, url, problem, read_at, passage_count)
    values ($1, $2, $3, 0, $4, $5, $4, $6, now(), 1)`, [tenantId, document, source, url, canary, JSON.stringify({ code: 'TOO_SLOW', message: canary })])
  await owner.query(`insert into knowledge_passage (tenant_id, id, document_id, position, headings, text, language)
    values ($1, $2, $3, 0, $4, $5, 'ES')`, [tenantId, passage, document, [canary], canary])
  await owner.query('insert into knowledge_file (tenant_id, id, name, content, created_at) values ($1, $2, $3, $4, now())', [tenantId, file, `${canary}.md`, Buffer.from(canary)])
  return { knowledgeSource: source, knowledgeDocument: document, knowledgePassage: passage, knowledgeFile: file }
}

let small: Buffer | undefined

/** Learnt once, from hardly anything. */
function smallModel(): Buffer {
  const examples = ['hola', 'buenas'].map(text => ({ text, intent: 'saludo', language: 'es' as const }))
  return small ??= Buffer.from(trainElena({ examples: [...examples, { text: 'adiós', intent: 'despedida', language: 'es' }] }).write())
}

const NO_REPORT = {
  folds: 5, examples: 1, accuracy: 1, macroF1: 1, threshold: 0.5, calibrationError: 0, outOfScopeRate: 0, strangersRefused: 1,
  confusions: [], calibration: [], thresholds: [], languages: [], entities: [],
}
