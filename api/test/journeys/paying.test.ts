import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useDatabase } from '../harness.ts'
import { beginWith, goLive } from '../sector.ts'
import { expectAccessible, expectFits } from './screen.ts'
import { callerOf, useStage } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)
const shoot = async (page: Page, name: string) => { if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` }) }

test('in a new company that picked its sector a customer pays by the link in the chat, and the agent sees it', { timeout: 240_000 }, async () => {
  const tenant = await stage.newTenant()
  const { url } = stage.app
  const owner = await callerOf(url, await tenant.member('OWNER', 'Olga Dueña'))
  const { rows: [channel] } = await database.owner.query('select id from channel_account where tenant_id = $1', [tenant.id])
  await goLive(url, owner, { botId: await beginWith(url, owner, 'retail'), channelAccountId: channel.id, database })

  const customer = await stage.page({ width: 420, height: 800 })
  await tenant.visit(customer)
  await customer.getByRole('button', { name: 'Abrir chat' }).click()
  const chat = customer.frameLocator('iframe')
  const write = async (text: string) => {
    await chat.getByRole('textbox').fill(text)
    await chat.getByRole('textbox').press('Enter')
  }
  await write('pagar mi pedido')
  await chat.getByText('¿Cuál es el número de su pedido?').first().waitFor()
  await write('PED-123451')
  await chat.getByRole('button', { name: 'Sí, enviar enlace' }).click()
  const link = chat.getByRole('link', { name: /demo-pay/ })
  await link.waitFor()
  await shoot(customer, 'paying-chat-link')
  const href = (await link.getAttribute('href'))!

  for (const [width, colorScheme, locale] of [[1280, 'light', 'es-DO'], [1280, 'dark', 'en-US'], [360, 'light', 'en-US'], [360, 'dark', 'es-DO']] as const) {
    const page = await stage.page({ width, height: width === 360 ? 720 : 800, colorScheme, locale })
    await page.goto(href)
    await page.getByText(locale === 'es-DO' ? 'Página de demostración' : 'Demonstration page').waitFor()
    await shoot(page, `paying-page-${width}-${colorScheme}`)
    await expectAccessible(page, `the page on which one pays, ${width} ${colorScheme}`)
    await expectFits(page, `the page on which one pays, ${width}`)
    await page.context().close()
  }

  const paying = await customer.context().newPage()
  await paying.goto(href)
  await paying.getByRole('button', { name: 'Pagar', exact: true }).click()
  await paying.getByText('Pagado (demostración)').waitFor()
  await shoot(paying, 'paying-page-paid')
  await paying.close()
  await chat.getByText('¡Pago recibido, gracias!').waitFor()
  await shoot(customer, 'paying-chat-paid')

  await write('quiero hablar con una persona')
  await expect.poll(async () => (await database.owner.query('select owner from conversation where tenant_id = $1', [tenant.id])).rows[0].owner, { timeout: 20_000 }).toBe('QUEUE')
  const { rows: [conversation] } = await database.owner.query('select id from conversation where tenant_id = $1', [tenant.id])
  const agent = await stage.signedIn(await tenant.member('AGENT', 'Ana Agente'), `/agent/inbox/all/${conversation.id}`, { width: 1440, height: 900 })
  await agent.getByRole('group', { name: 'Pago de esta conversación' }).getByText('Pagado').waitFor()
  await shoot(agent, 'paying-agent')
  const admin = await stage.signedIn(await tenant.member('ADMIN', 'Adán Admin'), '/admin/payments', { width: 1440, height: 900 })
  await admin.getByText('PED-123451').first().waitFor()
  await shoot(admin, 'paying-admin')
  await admin.goto(`${url}/admin/payments/settings`)
  await admin.getByText('Tienda de ejemplo').first().waitFor()
  await shoot(admin, 'paying-settings')
})
