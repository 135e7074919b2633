import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { seedDemo } from '../../src/demo/demo.ts'
import { companies } from '../../src/demo/sign-ins.ts'
import { useDatabase } from '../harness.ts'
import { openChat } from './screen.ts'
import { useStage } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)
const shoot = async (page: Page, name: string) => { if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` }) }
beforeAll(async () => { await seedDemo(stage.app, () => {}) }, 120_000)

// What a newcomer would press first and write next; only the flows of the sector answer so.
const VISITS: Record<string, [press: RegExp, asked: RegExp, write: string, told: RegExp]> = {
  'banco-guayacan': [/^Ver mis balances/, /¿Me indica su cédula/, '001-0000018-1', /Dos preguntas/],
  'casa-flamboyan': [/^Pagar un pedido/, /número de su pedido/, 'PED-123451', /suma RD\$ 4,900\.00/],
  'centro-arrecife': [/^Resultados/, /Cuál es el número de su orden/, 'ORD-482101', /listos desde|en proceso|tomarle la muestra/],
  licencias: [/^Pagar/, /¿Tiene el número de la solicitud/, 'número', /Empieza por tres letras/],
}

test.each(companies.map(({ profile }) => [profile.name, profile.slug] as const))('whoever opens the site of %s is served by the flows of its sector', { timeout: 120_000 }, async (_name, slug) => {
  const [press, asked, write, told] = VISITS[slug]!
  const page = await stage.page({ width: 1280, height: 800 })
  await page.goto(`${stage.app.url}/demo/${slug}`)
  const chat = await openChat(page)
  const option = chat.getByRole('button', { name: press })
  await option.waitFor()
  await shoot(page, `demo-${slug}`)
  await option.click()
  await chat.getByText(asked).last().waitFor()
  await chat.getByRole('textbox').fill(write)
  await chat.getByRole('textbox').press('Enter')
  await chat.getByText(told).last().waitFor()
  await shoot(page, `demo-${slug}-served`)
  const failures = await database.owner.query(`select v.flow, v.step, v.failure from flow_visit v join tenant t on t.id = v.tenant_id where t.slug = $1 and v.failure is not null`, [slug])
  expect(failures.rows).toEqual([])
})

test('the clinic has had patients and expects others, and those who were served said how it was', async () => {
  const { rows: [found] } = await database.owner.query(`
    select count(*) filter (where a.state in ('DONE', 'NO_SHOW')) as passed, count(*) filter (where a.state = 'BOOKED') as ahead, bool_and((a.state = 'BOOKED') = (a.ends_at >= t.now)) as "isInTime",
      (select count(*) from survey_answer s where s.tenant_id = a.tenant_id) as answers
    from appointment a join (select id, (select max(created_at) from bot where tenant_id = tenant.id) as now from tenant where slug = 'centro-arrecife') t on t.id = a.tenant_id group by a.tenant_id`)
  expect(found.isInTime).toBe(true)
  for (const count of [found.passed, found.ahead, found.answers]) expect(Number(count)).toBeGreaterThan(5)
})
