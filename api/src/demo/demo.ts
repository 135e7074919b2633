import pg from 'pg'
import type { App } from '../app.ts'
import { ResellerService, Reseller } from '../modules/tenancy/index.ts'
import { systemActor } from '../platform/actor.ts'
import { lock } from '../platform/lock.ts'
import type { Unit } from '../platform/unit.ts'
import { giveBots } from './company-bot.ts'
import { seedCompany } from './company-seed.ts'
import { openLines } from './lines.ts'
import { originsOf, openOrigins } from './origins.ts'
import { companies, DEMO_PASSWORD, demoOperator, demoReseller } from './sign-ins.ts'

/** What the demo needs of the whole. */
export interface DemoApp {
  url: App['url']
  kernel: Pick<App['kernel'], 'units' | 'clock'>
  modules: Pick<App['modules'], 'enrolment' | 'readyBots'>
}

/** Four companies with a week of conversations, made once; on later starts only what the address asks for is changed. */
export async function seedDemo(app: DemoApp, say: (line: string) => void): Promise<string[]> {
  const { units, clock } = app.kernel
  const origins = originsOf(app.url)
  if (!await units.platform({ actor: systemActor() }, unit => isComplete(unit))) {
    say('demo: four companies with a week of conversations')
    await seed(app, { origins, now: clock() })
  }
  await giveBots({ units, readyBots: app.modules.readyBots, now: clock() }, say)
  await units.platform({ actor: systemActor() }, unit => openOrigins(unit, origins))
  return openLines(app.url)
}

const COMPLETE = `
  select count(distinct t.id)::int as count from tenant t join channel_account a on a.tenant_id = t.id
  where t.slug = any($1)`

async function isComplete(unit: Unit): Promise<boolean> {
  const slugs = companies.map(({ profile }) => profile.slug)
  const [row] = await unit.sql<{ count: number }>('demo-complete', COMPLETE, [slugs])
  return row!.count === companies.length
}

async function seed({ kernel, modules: { enrolment } }: DemoApp, { origins, now }: { origins: string[]; now: Date }) {
  const { units } = kernel
  const resellerId = await units.platform({ actor: systemActor(), now }, async unit => {
    await lock(unit, 'demo')
    await enrolment.operator(unit, { ...demoOperator, password: DEMO_PASSWORD })
    const id = await resellerIdOf(unit)
    const { name, email } = demoReseller
    await enrolment.resellerMember(unit, { name, email, resellerId: id, password: DEMO_PASSWORD })
    return id
  })
  await Promise.all(companies.map(company => seedCompany(company, { units, enrolment, origins, resellerId, now })))
}

async function resellerIdOf(unit: Unit): Promise<string> {
  const known = await unit.em.findOne(Reseller, { name: demoReseller.company })
  if (known) return known.id
  const created = await new ResellerService().create(unit, { name: demoReseller.company })
  if (!(created instanceof Reseller)) throw new Error(created.message)
  return created.id
}

/** Everybody knows the password of the demo's people: where they are, nothing earnest may be served. */
export async function refuseDemo(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rowCount } = await owner.query('select 1 from app_user where lower(email) = $1', [demoOperator.email])
    .finally(() => owner.end())
  if (!rowCount) return
  throw new Error('This database holds the demo, whose passwords are public. Use another DATA_DIR or DATABASE_URL for production.')
}
