import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useDatabase } from '../harness.ts'
import { botProApproves } from '../sector.ts'
import { useStage } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)
const shoot = async (page: Page, name: string) => { if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` }) }

/** To the next stage, though something is missing: whoever does it says why. */
async function forward(page: Page, to: string) {
  await page.getByRole('button', { name: `Pasar a «${to}»` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Empezamos con el sitio web')
  await shoot(page, `sector-${to}`)
  await dialog.getByRole('button', { name: /^Pasar/ }).click()
  await dialog.waitFor({ state: 'hidden' })
}

test('a company picks its sector, publishes, and its bot answers on its site with a balance', { timeout: 240_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await stage.signedIn(await tenant.member('OWNER', 'Olga Dueña'), '/admin/bots', { width: 1440, height: 900 })
  await page.getByText('Crea tu primer bot').waitFor()
  await shoot(page, 'sector-bots-empty')
  await page.getByRole('button', { name: 'Usar la plantilla Banco o financiera' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Nombre' }).fill('Banca')
  await shoot(page, 'sector-new-bot')
  await page.getByRole('button', { name: 'Crear bot' }).click()
  await page.getByRole('heading', { name: 'Banca' }).waitFor()
  await page.getByText('Menú principal').first().waitFor()
  await shoot(page, 'sector-flows')

  await page.getByRole('link', { name: 'Versiones' }).click()
  await page.getByRole('button', { name: 'Publicar…' }).click()
  // What a company that is new has not set up yet stops nobody.
  await page.getByText('ningún canal que lleve códigos por SMS').waitFor({ timeout: 60_000 })
  await page.getByRole('textbox', { name: 'Por qué está bien así' }).fill('El sitio web identifica con preguntas')
  await page.getByRole('textbox', { name: '¿Qué hay de nuevo?' }).fill('La primera')
  await shoot(page, 'sector-publish')
  await page.getByRole('dialog').getByRole('button', { name: 'Publicar', exact: true }).click()
  await page.getByText('Versión 1').first().waitFor({ timeout: 60_000 })
  await shoot(page, 'sector-versions')

  await page.getByRole('link', { name: 'Canales' }).last().click()
  await page.getByRole('button', { name: 'Agregar canal' }).first().click()
  await shoot(page, 'sector-assign')
  await page.getByRole('dialog').getByRole('button', { name: 'Agregar canal' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await botProApproves(database, new URL(page.url()).pathname.match(/bots\/([^/]+)/)![1]!)
  await page.getByRole('link', { name: 'Puesta en vivo' }).click()
  for (const to of ['En pruebas', 'En revisión', 'En vivo']) await forward(page, to)
  await page.getByText('El bot ya atiende a tus clientes').first().waitFor()
  await shoot(page, 'sector-live')

  const customer = await stage.page({ width: 420, height: 800 })
  await tenant.visit(customer)
  await customer.getByRole('button', { name: 'Abrir chat' }).click()
  const chat = customer.frameLocator('iframe')
  await chat.getByRole('button', { name: 'Ver mis balances' }).waitFor()
  await shoot(customer, 'sector-chat-menu')
  const write = async (text: string) => {
    await chat.getByRole('textbox').fill(text)
    await chat.getByRole('textbox').press('Enter')
  }
  await chat.getByRole('button', { name: 'Ver mis balances' }).click()
  await chat.getByText('¿Me indica su cédula').waitFor()
  await write('001-0000018-1')
  await chat.getByRole('button', { name: 'Dos preguntas' }).click()
  await chat.getByText('¿En qué año nació?').waitFor()
  await write('1985')
  await chat.getByText('últimos cuatro dígitos').waitFor()
  await write('0181')
  await chat.getByText(/RD\$ [\d,]+\.\d\d/).first().waitFor()
  await shoot(customer, 'sector-chat-balance')
  expect((await database.owner.query('select distinct exit from flow_visit where tenant_id = $1 and flow = $2 and failure is not null', [tenant.id, 'balance'])).rows).toEqual([])
  await write('quiero hablar con una persona')
  await expect.poll(async () => (await database.owner.query('select owner from conversation where tenant_id = $1', [tenant.id])).rows[0].owner, { timeout: 20_000 }).toBe('QUEUE')
  await shoot(customer, 'sector-chat-person')
})
