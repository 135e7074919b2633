import { expect, test } from 'vitest'
import { systemActor } from '../../src/platform/actor.ts'
import { useDatabase } from '../harness.ts'
import { expectAccessible, expectFits, openChat } from './screen.ts'
import { useStage, type StageTenant } from './stage.ts'

const stage = useStage(useDatabase())
const NOTICE = 'En este momento no podemos responderle por este medio.'
const held = ({ id }: StageTenant, verb: 'place' | 'lift') => stage.app.kernel.units.tenant({ tenantId: id, actor: systemActor(id) }, unit =>
  (verb === 'place' ? stage.app.modules.holds.place(unit, { kind: 'LATE_PAYMENT', scope: 'WHOLE', reason: 'Dos facturas vencidas' }) : stage.app.modules.holds.lift(unit, 'LATE_PAYMENT')))

test('suspended: the chat says neutrally that nobody answers, agents read and do not write, administrators are told where to look; and back, what was written waits at the desk', { timeout: 90_000 }, async () => {
  const tenant = await stage.newTenant()
  await held(tenant, 'place')
  const visitor = await stage.page({ width: 360, height: 740 })
  await tenant.visit(visitor)
  const chat = await openChat(visitor)
  await chat.getByRole('textbox').fill('¿Cuánto debo?')
  await chat.getByRole('textbox').press('Enter')
  await chat.getByText(NOTICE).waitFor()

  const agent = await stage.signedIn(await tenant.member('SUPERVISOR', 'Ana Lucía Reyes'), '/agent/inbox/all', { width: 360, height: 740, colorScheme: 'dark' })
  await agent.getByText('El servicio está suspendido: puedes leer, no escribir.').waitFor()
  await agent.getByRole('link').filter({ hasText: '¿Cuánto debo?' }).first().click()
  await agent.locator('[data-read-only]').waitFor()
  expect(await agent.getByRole('button', { name: 'Tomar y responder' }).count()).toBe(0)
  await expectFits(agent, 'the thread')
  await expectAccessible(agent, 'the thread')

  const admin = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/today', { width: 360, height: 740 })
  await admin.getByText('No disponible mientras el servicio está suspendido').waitFor()
  expect(await admin.getByRole('link', { name: 'Ver facturación' }).getAttribute('href')).toBe('/admin/billing')
  await expectFits(admin, 'the banner')
  await expectAccessible(admin, 'the banner')

  await held(tenant, 'lift')
  await agent.goto(`${stage.app.url}/agent/inbox/unassigned`)
  await agent.getByRole('list', { name: 'Sin asignar' }).getByRole('link').first().click()
  await agent.getByText('El cliente escribió mientras el servicio estaba suspendido.').waitFor()
  await agent.getByRole('button', { name: 'Tomar y responder' }).click()
  await agent.getByPlaceholder('Escribe tu respuesta').waitFor()
})
