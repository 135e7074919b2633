import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useDatabase } from '../harness.ts'
import { ANONYMOUS, ask } from '../client.ts'
import { askForPerson, expectAccessible, expectFits, openChat } from './screen.ts'
import { useStage, type StageTenant } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)

async function administers(tenant: StageTenant, path: string) {
  return stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), `/admin/${path}`)
}

/** Her acts, newest first, as the audit trail tells them. */
async function expectTrail(page: Page, acts: RegExp[]) {
  await page.getByRole('link', { name: 'Auditoría' }).click()
  const rows = page.locator('main li').filter({ hasText: 'Rosa Admin' })
  for (const [at, act] of acts.entries()) await rows.filter({ hasText: act }).first().waitFor().catch(() => expect.fail(`act ${at}: ${act}`))
  expect(await page.locator('main').innerText()).not.toMatch(/\b[a-z_]+\.[a-z_]+\b/)
}

test('the dashboard shows what really happened today', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const shop = await stage.page()
  await tenant.visit(shop)
  await askForPerson(shop)
  const page = await administers(tenant, 'today')
  const figure = (name: string) => page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) }).locator('dd')
  await figure('En espera ahora').first().waitFor()
  const { rows: [{ received, sent }] } = await database.owner.query(`select
    count(*) filter (where author = 'CONTACT')::int as received, count(*) filter (where author in ('BOT', 'AGENT'))::int as sent
    from message where tenant_id = $1`, [tenant.id])
  expect(await figure('En espera ahora').first().innerText()).toBe('1')
  expect(await figure('Conversaciones abiertas').first().innerText()).toBe('1')
  expect(await figure('Cerradas').first().innerText()).toBe('0')
  expect(await figure('Mensajes').allInnerTexts()).toEqual([`${received + sent}`, `${received} recibidos · ${sent} enviados`])
})

test('an administrator invites somebody and changes her role, and the audit trail says so', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await administers(tenant, 'members')
  await page.getByRole('button', { name: 'Invitar' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Nombre').fill('Berta Nueva')
  await sheet.getByLabel('Correo electrónico').fill('berta@example.com')
  await sheet.getByRole('button', { name: 'Enviar invitación' }).click()
  const row = page.locator('main li').filter({ hasText: 'berta@example.com' })
  await row.getByText('Invitación enviada').waitFor()
  await row.getByRole('button', { name: /Más acciones/ }).click()
  await page.getByRole('menuitem', { name: 'Cambiar rol' }).click()
  await page.getByRole('radio', { name: /Supervisor/ }).click()
  await page.getByRole('button', { name: 'Cambiar rol' }).click()
  await row.getByText('Supervisor').locator('visible=true').waitFor()
  await expectTrail(page, [/Cambió.* rol/, /Invitó/])
})

test('a day may have several shifts and a holiday none, and both are kept', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await administers(tenant, 'calendar')
  const monday = page.getByRole('group', { name: 'Lunes' })
  await monday.getByLabel('Abre', { exact: true }).fill('08:00')
  await monday.getByLabel('Cierra', { exact: true }).fill('12:00')
  await monday.getByRole('button', { name: /Agregar turno/ }).click()
  await monday.getByLabel('Abre', { exact: true }).nth(1).fill('11:00')
  await monday.getByLabel('Cierra', { exact: true }).nth(1).fill('17:30')
  await monday.getByRole('alert').getByText('se cruzan').waitFor()
  expect(await page.getByRole('button', { name: 'Guardar cambios' }).isDisabled()).toBe(true)
  await monday.getByLabel('Abre', { exact: true }).nth(1).fill('13:00')
  await page.getByRole('button', { name: 'Agregar feriado' }).click()
  await page.getByLabel('Fecha').fill('2030-02-27')
  await page.getByRole('textbox', { name: 'Nombre' }).fill('Independencia Nacional')
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.getByText('Horario guardado').first().waitFor()
  await page.reload()
  await monday.getByLabel('Abre', { exact: true }).nth(1).waitFor()
  const times = await monday.locator('input[type="time"]').evaluateAll(fields => fields.map(field => (field as HTMLInputElement).value))
  expect(times).toEqual(['08:00', '12:00', '13:00', '17:30'])
  expect(await page.getByLabel('Fecha').inputValue()).toBe('2030-02-27')
  await expectTrail(page, [/Cambió.* horario/])
})

test('what is changed in the chat\'s look is seen while it is typed, and by visitors once it is saved', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await administers(tenant, 'channels')
  await page.locator('main').getByRole('link', { name: /Tienda/ }).click()
  const preview = page.getByRole('region', { name: 'Vista previa' })
  await page.getByLabel('Nombre del bot').fill('Luna')
  await page.getByRole('button', { name: 'Color #0f766e' }).click()
  await page.getByLabel('Título', { exact: true }).fill('Luna le ayuda')
  await page.getByLabel('Saludo').fill('¡Saludos! Soy Luna.')
  await preview.getByText('Luna le ayuda').waitFor()
  await preview.getByText('¡Saludos! Soy Luna.').waitFor()
  expect(await preview.locator('header').evaluate(header => getComputedStyle(header).backgroundColor)).toBe('rgb(15, 118, 110)')
  const origins = page.getByRole('textbox', { name: 'Orígenes permitidos' })
  await origins.fill('https://tienda.example.com/')
  await origins.press('Enter')
  await page.getByText('https://tienda.example.com', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Guardar cambios' }).click()
  await page.getByText('Canal guardado').first().waitFor()
  const { rows } = await database.owner.query('select allowed_origins as origins from web_channel where tenant_id = $1', [tenant.id])
  expect(rows[0].origins).toEqual([stage.shop.url, 'https://tienda.example.com'])

  const shop = await stage.page()
  await tenant.visit(shop)
  await (await openChat(shop)).getByText('¡Saludos! Soy Luna.').waitFor()
  await expectTrail(page, [/Cambió.* canal/])
})

test('a key is shown once, opens what it may until it is revoked, and both stand in the audit trail', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await administers(tenant, 'api-keys')
  await page.getByRole('button', { name: 'Crear clave' }).click()
  await page.getByRole('dialog').getByLabel('Nombre').fill('CRM')
  await page.getByRole('checkbox', { name: 'Leer los miembros' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Crear clave' }).click()
  const secret = await page.getByLabel('Clave de API', { exact: true }).innerText()
  await page.getByRole('button', { name: 'La guardé' }).click()
  const members = () => fetch(`${stage.app.url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({ query: '{ members(first: 5) { edges { node { name } } } }' }),
  }).then(answer => answer.json())
  expect(JSON.stringify(await members())).toContain('Rosa Admin')

  await page.reload()
  await page.getByText(`…${secret.slice(-4)}`).waitFor()
  expect(await page.content()).not.toContain(secret)
  await page.getByRole('button', { name: 'Revocar' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revocar' }).click()
  await page.getByText('Clave revocada').first().waitFor()
  expect(await members()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
  await expectTrail(page, [/Revocó.* clave/, /Creó.* clave/])
})

const shoot = async (page: Page, name: string) => { if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true }) }
const START = 'mutation($input: StartAppSessionInput!) { startAppSession(input: $input) { __typename } }'
const arrives = async (appToken: string) => (await ask(stage.app.url, { ...ANONYMOUS, path: '/app/graphql' }, START, { input: { appToken } })).startAppSession.__typename

test('an application gets a token that is shown once, another beside it, and none any more', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const page = await administers(tenant, 'channels/new')
  await page.getByRole('button', { name: 'Aplicación móvil' }).click()
  await page.getByRole('textbox', { name: 'Nombre del canal' }).fill('App de clientes')
  await page.getByRole('textbox', { name: 'Qué aplicación es' }).fill('iOS y Android')
  await expectAccessible(page, 'the form of an application')
  await shoot(page, 'app-create')
  await page.getByRole('button', { name: 'Crear canal' }).click()
  await page.getByText('Todavía no hay token').waitFor()
  await shoot(page, 'app-empty')
  const tokenFrom = async (button: string) => {
    await page.getByRole('button', { name: button }).last().click()
    const token = await page.getByRole('dialog').getByText(/^bpa_live_[0-9A-Za-z]{36}$/).innerText()
    await shoot(page, `app-secret-${button.length}`)
    await page.getByRole('button', { name: 'Lo guardé' }).click()
    return token
  }
  const first = await tokenFrom('Crear token')
  expect(await arrives(first)).toBe('VisitorSession')
  await page.getByRole('button', { name: 'Crear otro token' }).click()
  await page.getByRole('radio', { name: '30 días más' }).waitFor()
  await expectAccessible(page, 'how long the present token goes on')
  await shoot(page, 'app-renew')
  const second = await tokenFrom('Crear otro token')
  await page.getByText('Reemplazado').waitFor()
  expect([await arrives(first), await arrives(second)]).toEqual(['VisitorSession', 'VisitorSession'])
  await page.reload()
  await page.getByText('Reemplazado').waitFor()
  expect(await page.locator('main').innerText()).not.toMatch(new RegExp(`${first}|${second}`))
  await expectAccessible(page, 'an application')
  await shoot(page, 'app')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 360, height: 740 })
  await expectFits(page, 'an application')
  await expectAccessible(page, 'an application in the dark')
  await shoot(page, 'app-360-dark')
  for (const left of [1, 0]) {
    await page.locator('main li').getByRole('button', { name: 'Revocar' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revocar' }).click()
    await expect.poll(() => page.locator('main li').getByRole('button', { name: 'Revocar' }).count()).toBe(left)
  }
  expect([await arrives(first), await arrives(second)]).toEqual(['AppTokenRefused', 'AppTokenRefused'])
  await page.getByRole('switch', { name: 'Mostrar los que terminaron' }).click()
  await page.getByText('Revocado').first().waitFor()
  await page.setViewportSize({ width: 1280, height: 800 })
  await expectTrail(page, [/Revocó un token de aplicación/, /Creó un token de aplicación/, /Creó un canal/])
})
