import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useDatabase } from '../harness.ts'
import { askForPerson } from './screen.ts'
import { useStage } from './stage.ts'

const stage = useStage(useDatabase())

interface Heard { notes: number; told: string[] }
const heardBy = (page: Page) => page.evaluate(() => (window as unknown as { heard: Heard }).heard)

/** Stands at the browser's edge and writes down what would be heard and shown, as if another window lay in front. */
function listen() {
  const heard: Heard = { notes: 0, told: [] }
  Object.assign(window, { heard })
  document.hasFocus = () => false
  const play = OscillatorNode.prototype.start
  OscillatorNode.prototype.start = function (...when) {
    heard.notes++
    return play.apply(this, when)
  }
  const Real = Notification
  window.Notification = class extends Real {
    constructor(title: string, options?: NotificationOptions) {
      super(title, options)
      heard.told.push(`${title}: ${options?.body}`)
    }
  }
}

test('somebody with two workplaces is rung for and told in the one where she is, and only there', { timeout: 60_000 }, async () => {
  const [store, clinic] = [await stage.newTenant(), await stage.newTenant()]
  const account = await store.member('AGENT', 'Ana Lucía Reyes')
  await clinic.member('SUPERVISOR', 'Ana Lucía Reyes', account)
  const desk = await stage.page()
  await desk.context().grantPermissions(['notifications'], { origin: stage.app.url })
  await desk.addInitScript(listen)
  await stage.signIn(desk, account, '/agent/')
  await desk.getByRole('heading', { name: '¿Dónde vas a trabajar?' }).waitFor()
  await desk.getByRole('button', { name: /Supervisor/ }).click()
  await desk.getByText('No tienes conversaciones abiertas').waitFor()
  await desk.getByRole('button', { name: 'Avisos' }).click()
  await desk.getByRole('switch', { name: /navegador/i }).click()
  await expect.poll(() => desk.getByRole('switch', { name: /navegador/i }).getAttribute('aria-checked')).toBe('true')
  await desk.keyboard.press('Escape')

  const elsewhere = await stage.page()
  await store.visit(elsewhere)
  await askForPerson(elsewhere)
  const here = await stage.page()
  await clinic.visit(here)
  await askForPerson(here)
  await expect.poll(async () => (await heardBy(desk)).told).toEqual([expect.stringContaining('espera a una persona')])
  expect((await heardBy(desk)).notes).toBe(3)

  await desk.getByRole('button', { name: /Casa Prueba/ }).click()
  await desk.getByRole('menuitemcheckbox', { name: /Agente/ }).click()
  // The desk begins anew there, and forgets what was pressed before.
  await desk.getByRole('button', { name: /Casa Prueba/ }).getByText('Agente').waitFor()
  await desk.getByRole('link', { name: /Sin asignar/ }).click()
  await desk.getByRole('list', { name: 'Sin asignar' }).getByRole('link').waitFor()
})
