import { expect, test } from 'vitest'
import { useDatabase } from '../harness.ts'
import { askForPerson, expectAccessible, expectFits } from './screen.ts'
import { useStage } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)

test('an agent is told who may be the same person, joins the two after a look at what will be, and takes them apart again', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  for (let count = 0; count < 2; count++) {
    const visitor = await stage.page()
    await tenant.visit(visitor)
    await askForPerson(visitor)
  }
  await database.owner.query(`insert into contact_suggestion (tenant_id, id, contact_id, other_id, evidence, value, created_at)
    select tenant_id, gen_random_uuid(), min(id::text)::uuid, max(id::text)::uuid, 'PHONE', '+18095550123', now() from contact where tenant_id = $1 group by 1`, [tenant.id])
  const desk = await stage.signedIn(await tenant.member('SUPERVISOR', 'Ana Lucía Reyes'), '/agent/inbox/unassigned', { width: 360, height: 740, colorScheme: 'dark' })
  await desk.getByRole('list', { name: 'Sin asignar' }).getByRole('link').first().click()
  await desk.getByRole('button', { name: 'Ver contacto' }).click()
  await desk.getByText('Tiene el mismo teléfono: +18095550123').waitFor()
  await expectFits(desk, 'the suggestion')
  await expectAccessible(desk, 'the suggestion')
  if (process.env['SCREENS']) await desk.screenshot({ path: `${process.env['SCREENS']}/suggestion-360-dark.png` })
  await desk.getByRole('button', { name: /^Unir…/ }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByText('Conversaciones', { exact: true }).waitFor()
  await expectFits(desk, 'the preview')
  await expectAccessible(desk, 'the preview')
  await dialog.getByRole('button', { name: 'Unir', exact: true }).click()
  const apart = desk.getByRole('button', { name: /^Separar/ })
  await apart.waitFor()
  const standing = async () => (await database.owner.query('select count(distinct contact_id)::int as count from conversation where tenant_id = $1', [tenant.id])).rows[0].count
  expect(await standing()).toBe(1)
  await desk.getByRole('button', { name: 'Ver todo lo hablado' }).click()
  await desk.getByRole('list', { name: 'Mensajes por todos los canales' }).waitFor()
  await desk.setViewportSize({ width: 1440, height: 900 })
  await desk.emulateMedia({ colorScheme: 'light' })
  await apart.waitFor()
  if (process.env['SCREENS']) await desk.screenshot({ path: `${process.env['SCREENS']}/joined-1440-light.png` })
  await apart.click()
  await desk.getByText('Contactos separados').first().waitFor()
  expect(await standing()).toBe(2)
})
