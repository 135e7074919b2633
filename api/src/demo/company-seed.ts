import { BusinessCalendar, Tenant, TenantService } from '../modules/tenancy/index.ts'
import type { EnrolmentService } from '../modules/identity/index.ts'
import { FaqService, keepKnowledgeFile, KnowledgeSourceService } from '../modules/knowledge/index.ts'
import { systemActor } from '../platform/actor.ts'
import { randomToken } from '../platform/crypto.ts'
import { newId } from '../platform/ids.ts'
import { lock } from '../platform/lock.ts'
import type { Unit } from '../platform/unit.ts'
import type { Units } from '../platform/units.ts'
import { emailOf, type Company, type Employee } from './company.ts'
import { dominicanHolidays } from './holidays.ts'
import { insertRows } from './rows.ts'
import { DEMO_PASSWORD } from './sign-ins.ts'
import { trailOf } from './trail.ts'
import { weekRows } from './week-rows.ts'

const DAY = 86_400_000
const TIME_ZONE = 'America/Santo_Domingo'

interface SeedOptions {
  units: Units
  enrolment: EnrolmentService
  origins: string[]
  resellerId: string
  now: Date
}

/**
 * A company with all that happened in it. Two transactions: one makes the tenant, the other all the rest; when the
 * process ends between them, the next start goes on with the second.
 */
export async function seedCompany(company: Company, options: SeedOptions): Promise<void> {
  const { units, now } = options
  const tenantId = await createTenant(company, options)
  await units.platform({ actor: systemActor(), tenantId, now }, async unit => {
    await lock(unit, `demo:${tenantId}`)
    if (await hasChannel(unit)) return
    await fill(unit, company, options)
  })
}

async function createTenant({ profile, isResold }: Company, { units, resellerId, now }: SeedOptions): Promise<string> {
  const id = newId()
  const foundedAt = new Date(now.getTime() - 45 * DAY)
  return units.platform({ actor: systemActor(), tenantId: id, now: foundedAt }, async unit => {
    await lock(unit, `demo:${profile.slug}`)
    const text = 'select id from tenant where slug = $1'
    const [known] = await unit.sql<{ id: string }>('demo-tenant-id', text, [profile.slug])
    if (known) return known.id
    const created = await new TenantService().create(unit, {
      ...profile, id, timeZone: TIME_ZONE, language: 'ES', currency: 'DOP', resellerId: isResold ? resellerId : null,
    })
    if (!(created instanceof Tenant)) throw new Error(created.message)
    return id
  })
}

async function hasChannel(unit: Unit): Promise<boolean> {
  const text = 'select 1 from channel_account where tenant_id = $1 limit 1'
  return (await unit.sql('demo-has-channel', text, [unit.tenantId])).length > 0
}

async function fill(unit: Unit, company: Company, { enrolment, origins }: SeedOptions) {
  const { kysely, tenantId, now } = unit
  const calendar = new BusinessCalendar(TIME_ZONE, company.hours, dominicanHolidays)
  await kysely.updateTable('business_calendar').where('tenant_id', '=', tenantId)
    .set({ intervals: JSON.stringify(company.hours) as never, holidays: JSON.stringify(dominicanHolidays) as never }).execute()
  const people = await employ(unit, company, enrolment)
  const channelAccountId = await openChannel(unit, company, origins)
  const week = weekRows({ company, calendar, people, channelAccountId, now })
  for (const [table, rows] of week) await insertRows(unit, table, rows)
  await addQuestions(unit, company)
  for (const document of company.documents ?? []) await addDocument(unit, document)
  await insertRows(unit, 'audit_entry', trailOf({ company, people, tenantId, channelAccountId, now }))
}

/** One of them is enrolled as anybody is; the others get the same hash, since making each takes its time. */
async function employ(unit: Unit, company: Company, enrolment: EnrolmentService): Promise<Employee[]> {
  const joinedAt = new Date(unit.now.getTime() - 44 * DAY)
  const people = company.people.map(person => ({ ...person, id: newId(joinedAt), email: emailOf(company, person) }))
  const [first, ...others] = people
  const userId = await enrolment.person(unit, { ...first!, password: DEMO_PASSWORD })
  const { password_hash } = await unit.kysely.selectFrom('app_user').select('password_hash')
    .where('id', '=', userId).executeTakeFirstOrThrow()
  const users = others.map(({ name, email }) => ({
    id: newId(joinedAt), email, name, language: 'ES' as const, password_hash, password_changed_at: joinedAt,
    created_at: joinedAt,
  }))
  await unit.kysely.insertInto('app_user').values(users).execute()
  const userIds = [userId, ...users.map(user => user.id)]
  await insertRows(unit, 'member', people.map(({ id, email, name, role }, index) => ({
    id, user_id: userIds[index], email, name, role, invited_at: joinedAt, joined_at: joinedAt,
    // Some were here a moment ago, some yesterday.
    last_seen_at: new Date(unit.now.getTime() - (0.01 + (index % 4) * 0.3) * DAY),
  })))
  return people
}

async function addQuestions(unit: Unit, { questions }: Company) {
  const faqs = new FaqService()
  for (const question of questions) {
    const added = await faqs.create(unit, { faq: { ...question, language: 'ES', variants: [], validFrom: null, validUntil: null } })
    if (typeof added !== 'string') throw new Error(`${question.question}: ${added.message}`)
  }
}

/** As somebody would who sends a file; it is read in the background. */
async function addDocument(unit: Unit, { name, text }: { name: string; text: string }) {
  const knowledgeFileId = await keepKnowledgeFile(unit, { name, content: Buffer.from(text) })
  await new KnowledgeSourceService().add(unit, {
    kind: 'MARKDOWN', name: null, url: null, knowledgeFileId, language: 'ES', rhythm: 'NEVER', validFrom: null, validUntil: null,
  })
}

async function openChannel(unit: Unit, { site, widget, bot }: Company, origins: string[]): Promise<string> {
  const createdAt = new Date(unit.now.getTime() - 43 * DAY)
  const id = newId(createdAt)
  const { color, side, botName, texts } = widget
  await insertRows(unit, 'channel_account', [{ id, kind: 'WEB', name: site, created_at: createdAt, version: 1 }])
  await insertRows(unit, 'web_channel', [{
    channel_account_id: id, site_key: `web_${randomToken(15)}`, allowed_origins: origins, color, side,
    bot_name: botName, texts,
  }])
  await insertRows(unit, 'bot_settings', [{ texts: bot, version: 2 }])
  return id
}
