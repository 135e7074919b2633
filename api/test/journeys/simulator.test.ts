import type { Flow, Step } from '@botpro/graphql/flows'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask, type Caller } from '../client.ts'
import { useDatabase } from '../harness.ts'
import { expectAccessible, expectFits } from './screen.ts'
import { callerOf, useStage, type StageTenant } from './stage.ts'

const stage = useStage(useDatabase())
const TELEPHONE = { width: 360, height: 740 } as const
const shoot = async (page: Page, name: string) => { if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` }) }

const STEPS: Step[] = [
  { id: 'menu', kind: 'MENU', position: { x: 0, y: 0 }, next: { saldo: 'ask', persona: 'person' }, style: 'BUTTONS', text: { ES: '¿En qué le podemos ayudar?' }, options: [{ id: 'saldo', title: { ES: 'Consultar mi balance' } }, { id: 'persona', title: { ES: 'Hablar con una persona' } }] },
  { id: 'ask', kind: 'ASK', position: { x: 360, y: -60 }, next: { answered: 'call' }, text: { ES: 'Escriba su número de cédula.' }, answer: { type: 'CEDULA' }, saveAs: 'cedula' },
  { id: 'call', kind: 'CALL', position: { x: 720, y: -100 }, next: { done: 'told', failed: 'person' }, connector: 'core', operation: 'balance', input: { document: { path: 'cedula' } }, save: [{ from: 'balance', to: 'balance' }] },
  { id: 'told', kind: 'SAY', position: { x: 1080, y: -160 }, next: {}, messages: [{ kind: 'TEXT', text: { ES: 'Su balance es {{ balance }}.' } }] },
  { id: 'person', kind: 'HAND_OFF', position: { x: 1080, y: 120 }, next: {}, text: { ES: 'Enseguida le atiende una persona.' } },
]

async function madeFlow(tenant: StageTenant): Promise<{ botId: string; path: string; owner: Caller }> {
  const owner = await callerOf(stage.app.url, await tenant.member('OWNER', 'Olga Dueña'))
  const { createBot } = await ask(stage.app.url, owner, 'mutation($input: CreateBotInput!) { createBot(input: $input) { ... on Bot { id } } }', { input: { name: 'Banco' } })
  const document: Flow = {
    key: 'balance', name: 'Consultar balance', variables: [{ name: 'cedula', type: 'TEXT', scope: 'FLOW', personal: true }, { name: 'balance', type: 'MONEY', scope: 'FLOW' }],
    triggers: [{ id: 'w', kind: 'KEYWORD', words: { ES: ['balance'] } }], start: 'menu', steps: STEPS,
  }
  const { createFlow } = await ask(stage.app.url, owner, 'mutation($input: CreateFlowInput!) { createFlow(input: $input) { ... on BotFlow { id } } }', { input: { botId: createBot.id, name: document.name, key: document.key, document } })
  return { botId: createBot.id, path: `/admin/bots/${createBot.id}/flows/${createFlow.id}`, owner }
}

test('what is drawn is tried at once, lights up on the canvas, and becomes a test that passes', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const { botId, path, owner } = await madeFlow(tenant)
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), path, { width: 1440, height: 900 })
  await page.getByRole('button', { name: 'Probar' }).click()
  const panel = page.getByRole('complementary', { name: 'Probar' })
  await shoot(page, 'simulator-empty')
  await panel.getByRole('button', { name: 'Cómo se prueba' }).click()
  await shoot(page, 'simulator-settings')
  await expectAccessible(page, 'the settings of the simulator')
  await panel.getByRole('button', { name: 'Cómo se prueba' }).click()
  await panel.getByRole('textbox', { name: 'Escribe un mensaje' }).fill('mi balance')
  await page.keyboard.press('Enter')
  await panel.getByRole('button', { name: 'Consultar mi balance' }).click()
  await panel.getByText('Escriba su número de cédula.').waitFor()
  await expect.poll(() => page.locator('[data-step="ask"]').getAttribute('data-light')).toBe('standing')
  await panel.getByRole('textbox', { name: 'Escribe un mensaje' }).fill('001-1391820-5')
  await page.keyboard.press('Enter')
  await panel.getByText('Enseguida le atiende una persona.').waitFor()
  await expect.poll(() => page.locator('[data-step="call"]').getAttribute('data-light')).toBe('failed')
  await shoot(page, 'simulator')
  await expectAccessible(page, 'the simulator')
  await panel.getByRole('tab', { name: /Llamadas/ }).click()
  await panel.getByText('core.balance').click()
  await shoot(page, 'simulator-calls')
  await expectAccessible(page, 'the calls')
  await panel.getByRole('button', { name: 'Guardar como prueba' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Nombre' }).fill('Sin sistema')
  await page.getByRole('dialog').getByRole('button', { name: 'Guardar prueba' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  const { runBotTests } = await ask(stage.app.url, owner, 'mutation($input: RunBotTestsInput!) { runBotTests(input: $input) { ... on BotTestRun { outcomes { name passed message } } } }', { input: { botId } })
  expect(runBotTests.outcomes).toEqual([{ name: 'Sin sistema', passed: true, message: null }])
})

test('the tests of a bot are written, run and read', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const { botId } = await madeFlow(tenant)
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), `/admin/bots/${botId}/tests`, { width: 1440, height: 900 })
  await page.getByText('Este bot todavía no tiene pruebas').waitFor()
  await expectAccessible(page, 'no tests')
  await page.getByRole('button', { name: 'Nueva prueba' }).first().click()
  const editor = page.getByRole('dialog')
  await editor.getByRole('textbox', { name: 'Nombre' }).first().fill('Pregunta la cédula')
  await editor.getByRole('textbox', { name: 'Escribe', exact: true }).fill('balance')
  await editor.getByRole('textbox', { name: 'El bot dice' }).fill('su pasaporte')
  await editor.getByRole('button', { name: 'Ejecutar' }).click()
  await editor.getByText('Falló en la línea 2:').waitFor()
  await editor.getByText('Se esperaba «su pasaporte». El bot dijo: ¿En qué le podemos ayudar?').waitFor()
  await shoot(page, 'test-editor')
  await expectAccessible(page, 'the editor of a test')
  await editor.getByRole('textbox', { name: 'El bot dice' }).fill('le podemos ayudar')
  await editor.getByRole('button', { name: 'Guardar' }).click()
  await editor.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Ejecutar todas' }).click()
  await page.getByText('1 pasó, ninguna falló').waitFor()
  await page.getByRole('button', { name: /Ver qué se dijo/ }).click()
  await shoot(page, 'tests')
  await expectAccessible(page, 'the tests of a bot')
})

test('both fit a telephone, in the dark', { timeout: 180_000 }, async () => {
  const tenant = await stage.newTenant()
  const { botId, path } = await madeFlow(tenant)
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin', { language: 'EN' }), path, { ...TELEPHONE, colorScheme: 'dark', locale: 'en-US' })
  await page.getByRole('button', { name: 'Try it' }).click()
  await page.getByRole('textbox', { name: 'Write a message' }).fill('balance')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Consultar mi balance' }).waitFor()
  await shoot(page, 'simulator-360-dark')
  await expectFits(page, 'the simulator')
  await expectAccessible(page, 'the simulator on a telephone')
  await page.goto(`${stage.app.url}/admin/bots/${botId}/tests`)
  await page.getByRole('button', { name: 'New test' }).first().click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).first().waitFor()
  await shoot(page, 'test-editor-360-dark')
  await expectFits(page, 'the editor of a test')
  await expectAccessible(page, 'the editor of a test on a telephone')
})
