import type { Flow, Step } from '@botpro/graphql/flows'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ask, type Caller } from '../client.ts'
import { useDatabase } from '../harness.ts'
import { Canvas, middleOf } from './canvas.ts'
import { expectAccessible, expectFits } from './screen.ts'
import { callerOf, useStage, type StageTenant } from './stage.ts'

const stage = useStage(useDatabase())
const TELEPHONE = { width: 360, height: 740 } as const

const shoot = async (page: Page, name: string) => { if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` }) }

const STEPS: Step[] = [
  { id: 'menu', kind: 'MENU', position: { x: 0, y: 0 }, next: { saldo: 'ask', persona: 'person' }, style: 'BUTTONS', text: { ES: 'Hola, {{ contact.name | default: "buenas" }}. ¿En qué le podemos ayudar?' }, options: [{ id: 'saldo', title: { ES: 'Consultar mi balance' } }, { id: 'persona', title: { ES: 'Hablar con una persona' } }] },
  { id: 'ask', kind: 'ASK', position: { x: 360, y: -60 }, next: { answered: 'call' }, text: { ES: 'Escriba su número de cédula.' }, answer: { type: 'CEDULA' }, saveAs: 'cedula' },
  { id: 'call', kind: 'CALL', position: { x: 720, y: -100 }, next: { done: 'told', failed: 'person' }, connector: 'core', operation: 'balance', input: { document: { path: 'cedula' } }, save: [{ from: 'balance', to: 'balance' }] },
  { id: 'told', kind: 'SAY', position: { x: 1080, y: -160 }, next: {}, messages: [{ kind: 'TEXT', text: { ES: 'Su balance es {{ balance }}.' } }] },
  { id: 'person', kind: 'HAND_OFF', position: { x: 1080, y: 120 }, next: {}, text: { ES: 'Enseguida le atiende una persona.' } },
]
const VARIABLES: Flow['variables'] = [{ name: 'cedula', type: 'TEXT', scope: 'FLOW', personal: true }, { name: 'balance', type: 'MONEY', scope: 'FLOW' }]

interface Made { botId: string; flowId: string; path: string; owner: Caller }

async function madeFlow(tenant: StageTenant, steps: Step[] = STEPS, more: Partial<Flow> = {}): Promise<Made> {
  const owner = await callerOf(stage.app.url, await tenant.member('OWNER', 'Olga Dueña'))
  const { createBot } = await ask(stage.app.url, owner, 'mutation($input: CreateBotInput!) { createBot(input: $input) { ... on Bot { id } } }', { input: { name: 'Banco' } })
  const document: Flow = { key: 'balance', name: 'Consultar balance', variables: VARIABLES, triggers: [], start: steps[0]!.id, steps, ...more }
  const input = { botId: createBot.id, name: document.name, key: document.key, document }
  const { createFlow } = await ask(stage.app.url, owner, 'mutation($input: CreateFlowInput!) { createFlow(input: $input) { __typename ... on BotFlow { id } ... on InvalidInput { field message } } }', { input })
  return { botId: createBot.id, flowId: createFlow.id, path: `/admin/bots/${createBot.id}/flows/${createFlow.id}`, owner }
}

const keptFlow = async ({ owner, flowId }: Made): Promise<Flow> =>
  (await ask(stage.app.url, owner, 'query($id: ID!) { botFlow(id: $id) { document } }', { id: flowId })).botFlow.document

const node = (page: Page, id: string) => page.locator(`[data-step="${id}"]`)
const isSaved = (page: Page) => page.locator('header').getByText(/^Guardado/).first().waitFor()

async function openStudio(tenant: StageTenant, made: Made, options = {}) {
  const page = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), made.path, { width: 1440, height: 900, ...options })
  return page
}

test('a step is drawn out of an exit, written, kept by itself, and there again on the next visit', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  const made = await madeFlow(tenant)
  const page = await openStudio(tenant, made)
  await node(page, 'menu').waitFor()
  await shoot(page, 'studio')
  await expectAccessible(page, 'the studio')

  const exit = await node(page, 'menu').locator('.step-out.open').last().boundingBox()
  await page.mouse.move(exit!.x + 7, exit!.y + 7)
  await page.mouse.down()
  await page.mouse.move(exit!.x + 90, exit!.y + 140, { steps: 5 })
  await page.mouse.up()
  await page.getByRole('combobox', { name: 'Buscar un paso' }).fill('decir')
  await shoot(page, 'studio-picker')
  await expectAccessible(page, 'the picker')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Texto', exact: true }).fill('Disculpe, no le entendí.')
  await shoot(page, 'studio-step')
  await expectAccessible(page, 'a step')
  await expect.poll(async () => JSON.stringify(await keptFlow(made)), { timeout: 15_000 }).toContain('Disculpe, no le entendí.')
  const kept = await keptFlow(made)
  const added = kept.steps.find(step => JSON.stringify(step).includes('Disculpe'))!
  expect(kept.steps.find(({ id }) => id === 'menu')!.next).toMatchObject({ failed: added.id })

  await page.reload()
  await node(page, added.id).getByText('Disculpe, no le entendí.').waitFor()
  await node(page, added.id).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await node(page, added.id).waitFor({ state: 'hidden' })
  await page.keyboard.press('Control+z')
  await node(page, added.id).waitFor()
  await isSaved(page)

  // The menu of the shell is folded for the canvas alone, also where the page is simply left.
  await page.locator('[data-collapsed="true"]').first().waitFor()
  await page.goto(`${stage.app.url}/admin/bots`)
  await page.locator('[data-collapsed="false"]').first().waitFor()
})

test('by the keys alone a step is found, walked to, opened and changed', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  const made = await madeFlow(tenant)
  const page = await openStudio(tenant, made)
  await node(page, 'menu').waitFor()
  await page.keyboard.press('Control+f')
  await page.getByRole('combobox', { name: 'Buscar por palabras' }).fill('cedula')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator(':focus').getAttribute('data-step')).toBe('ask')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => page.locator(':focus').getAttribute('data-step')).toBe('menu')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator(':focus').getAttribute('aria-label')).toBe('Pregunta')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('¿Cuál es su cédula?')
  await expect.poll(async () => JSON.stringify(await keptFlow(made)), { timeout: 15_000 }).toContain('¿Cuál es su cédula?')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => JSON.stringify(await keptFlow(made)), { timeout: 15_000 }).not.toContain('¿Cuál es su cédula?')
})

test('steps that are framed are moved, copied and deleted together, into another flow too; each is undone and done again', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  const made = await madeFlow(tenant)
  const page = await openStudio(tenant, made)
  const canvas = new Canvas(page)
  await node(page, 'menu').waitFor()
  await canvas.fit()
  await canvas.frame(node(page, 'ask'), node(page, 'call'))
  expect(await canvas.chosen).toEqual(['ask', 'call'])

  const before = await canvas.places
  const ask = await middleOf(node(page, 'ask'))
  await canvas.drag(ask, { x: ask.x + 30, y: ask.y + 120 })
  // Let go, a step comes to rest on whole units.
  await isSaved(page)
  const after = await canvas.places
  const down = (id: string) => after[id]!.y - before[id]!.y
  expect(down('ask')).toBeGreaterThan(100)
  expect(Math.abs(down('call') - down('ask'))).toBeLessThan(2)
  expect(after).toEqual({ ...before, ask: after['ask'], call: after['call'] })
  await page.keyboard.press('Control+z')
  await expect.poll(() => canvas.places).toEqual(before)
  await page.keyboard.press('Control+y')
  await expect.poll(() => canvas.places).toEqual(after)

  await page.keyboard.press('Control+c')
  await page.keyboard.press('Control+v')
  await expect.poll(async () => (await canvas.steps).length).toBe(7)
  const [copy] = await canvas.chosen
  expect(await canvas.connections).toContain(`${copy}:answered`)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await canvas.steps).length).toBe(5)
  await isSaved(page)

  const other = await madeFlow(tenant, [{ id: 'hello', kind: 'SAY', position: { x: 0, y: 0 }, next: {}, messages: [{ kind: 'TEXT', text: { ES: 'Hola' } }] }], { variables: [], key: 'otro' })
  await page.goto(stage.app.url + other.path)
  await node(page, 'hello').waitFor()
  await page.keyboard.press('Control+v')
  await expect.poll(async () => (await canvas.steps).length).toBe(3)
  await page.keyboard.press('Delete')
  await expect.poll(() => canvas.steps).toEqual(['hello'])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await keptFlow(other)).variables.map(({ name }) => name), { timeout: 15_000 }).toEqual(['cedula', 'balance'])
})

test('a connection that is pressed is deleted, and no step with it', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await openStudio(tenant, await madeFlow(tenant))
  const canvas = new Canvas(page)
  await node(page, 'menu').waitFor()
  // The canvas draws what is in sight, and brings all of it into sight first.
  await expect.poll(async () => (await canvas.steps).length, { timeout: 15_000 }).toBe(5)
  const [steps, connections] = [await canvas.steps, await canvas.connections]
  await canvas.pressConnection('menu:saldo')
  await page.keyboard.press('Delete')
  await expect.poll(() => canvas.connections).toEqual(connections.filter(id => id !== 'menu:saldo'))
  expect(await canvas.steps).toEqual(steps)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await canvas.connections).toSorted()).toEqual(connections.toSorted())
})

test('two who change the same step at once are asked, and neither loses anything unseen', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  const made = await madeFlow(tenant)
  const page = await openStudio(tenant, made)
  await node(page, 'menu').waitFor()
  await page.keyboard.press('Control+f')
  await page.getByRole('combobox', { name: 'Buscar por palabras' }).fill('Su balance')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Texto', exact: true }).waitFor()
  let isFaster = true
  await page.route('**/graphql', async route => {
    // Somebody else is faster by one change.
    if (isFaster && route.request().postDataJSON()?.operationName === 'SaveFlow') {
      isFaster = false
      const { botFlow } = await ask(stage.app.url, made.owner, 'query($id: ID!) { botFlow(id: $id) { revision document } }', { id: made.flowId })
      const document = { ...botFlow.document, steps: (botFlow.document as Flow).steps.map(step => (step.id === 'told' ? { ...step, name: 'De Olga' } : step)) }
      await ask(stage.app.url, made.owner, 'mutation($input: SaveFlowInput!) { saveFlow(input: $input) { __typename } }', { input: { flowId: made.flowId, revision: botFlow.revision, document } })
    }
    await route.continue()
  })
  await page.getByRole('textbox', { name: 'Nombre del paso' }).fill('De Rosa')
  const dialog = page.getByRole('dialog', { name: /guardó cambios en los mismos pasos/ })
  await dialog.waitFor()
  await shoot(page, 'studio-conflict')
  await expectAccessible(page, 'the conflict')
  await dialog.getByRole('radio', { name: /Cambios de/ }).check()
  await dialog.getByRole('button', { name: 'Seguir con lo elegido' }).click()
  await node(page, 'told').getByText('De Olga').waitFor()
  expect((await keptFlow(made)).steps.find(({ id }) => id === 'told')!.name).toBe('De Olga')
})

test('on a telephone the flow is a list, and its steps are opened and changed', { timeout: 120_000 }, async () => {
  const tenant = await stage.newTenant()
  const made = await madeFlow(tenant)
  const page = await openStudio(tenant, made, TELEPHONE)
  const list = page.getByRole('list', { name: 'Pasos del flujo' })
  await list.getByRole('button', { name: /Escriba su número/ }).waitFor()
  await shoot(page, 'studio-360')
  await expectFits(page, 'the list of steps')
  await expectAccessible(page, 'the list of steps')
  await list.getByRole('button', { name: /Escriba su número/ }).click()
  const step = page.getByRole('dialog')
  await step.getByRole('textbox', { name: 'Pregunta', exact: true }).fill('¿Su cédula?')
  await shoot(page, 'studio-360-step')
  await expectFits(page, 'a step')
  await expect.poll(async () => JSON.stringify(await keptFlow(made)), { timeout: 15_000 }).toContain('¿Su cédula?')
})
