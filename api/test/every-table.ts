import { randomUUID } from 'node:crypto'
import { newId } from '../src/platform/ids.ts'
import { ContactService } from '../src/modules/contacts/index.ts'
import { MenuBot } from '../src/modules/conversations/index.ts'
import { VisitorMessageService } from '../src/modules/conversations/visitor/visitor-message.service.ts'
import { fillBilling } from './filled/billing.ts'
import { fillBots, fillRuns, fillConnectors } from './filled/bots.ts'
import { fillLinks, fillApp, fillProviderChannel, fillMetering } from './filled/channels.ts'
import { fillJoined } from './filled/contacts.ts'
import { fillElena } from './filled/elena.ts'
import { fillFaq, fillSources, fillPredictive } from './filled/knowledge.ts'
import { fillContracts } from './filled/commerce.ts'
import { fillPlans } from './filled/plans.ts'
import { fillRequests, fillPayments, fillSorting, fillAppointments } from './filled/requests.ts'
import type { TestDatabase } from './harness.ts'
import { newWorld, type World } from './world.ts'

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
    'serviceRequest' | 'serviceRequestType' | 'payment' | 'subscriptionItem' | 'entitlementOverride' | 'invoice' | 'contract' | 'contractFile' | 'letter', string>
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
  const sold = { ...await fillPlans(owner, { tenantId, canary }), ...await fillContracts(owner, { tenantId, canary }) }
  const owed = await fillBilling(owner, { tenantId, canary })
  const booked = await fillAppointments(owner, { tenantId, canary })
  await world.as(member, async unit => unit.audit({ action: `test.${canary}`, targetType: 'test' }))
  // Not due yet, or it would be answered while the tests look.
  await owner.query(`insert into owed_answer (tenant_id, message_id, conversation_id, at)
    select tenant_id, id, conversation_id, now() + interval '1 day' from message where tenant_id = $1 and author = 'CONTACT' limit 1`, [tenantId])
  await owner.query(`insert into held_conversation (tenant_id, conversation_id, because, since)
    select tenant_id, id, 'WROTE', now() + interval '1 day' from conversation where tenant_id = $1 limit 1`, [tenantId])
  // Lifted: the service goes on.
  await owner.query(`insert into service_hold (tenant_id, id, kind, scope, reason, since, until, placed_by, lifted_at, lifted_by)
    values ($1, $2, 'CONTRACT', 'WHOLE', $3, now() - interval '2 days', current_date, $4, now(), $4)`, [tenantId, newId(), canary, JSON.stringify({ kind: 'SYSTEM', name: canary })])
  const one = async (table: string) =>
    (await owner.query(`select id from ${table} where tenant_id = $1 limit 1`, [tenantId])).rows[0].id as string
  return {
    world, tenantId, canary,
    ids: { ...ids, ...taught, faq, ...read, ...provided, ...joined, ...bot, ...connected, ...booked, ...asked, ...sold, ...owed, payment, predictiveModel, channelLink, appToken, conversation: await one('conversation'), identity: await one('contact_identity'), message: await one('message') },
  }
}
