import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from '../../src/platform/ids.ts'
import { totpCode } from '../../src/modules/identity/totp.ts'
import { useDatabase } from '../harness.ts'
import { useStage, type Account } from './stage.ts'

const database = useDatabase()
const stage = useStage(database)

const membersOf = async (email: string) =>
  (await database.owner.query('select user_id from member where email = $1 order by invited_at', [email])).rows.filter(row => row.user_id)
const languageOf = async (email: string) =>
  (await database.owner.query('select language from app_user where email = $1', [email])).rows[0]?.language

const signIn = (page: Page, account: Account) => stage.signIn(page, account, '/agent/sign-in')

test('who has an account accepts an invitation with her password, by the keyboard alone', { timeout: 60_000 }, async () => {
  const person = await (await stage.newTenant()).member('AGENT', 'Rosa Paz')
  const other = await stage.newTenant()
  const page = await stage.page({ width: 360, height: 740 })
  await page.goto(await other.invite({ email: person.email, name: 'Rosa', role: 'AGENT' }))
  await page.getByText(`Ya tienes una cuenta con ${person.email}`).waitFor()
  expect(await page.getByLabel('Tu nombre').count()).toBe(0)
  await page.getByLabel('Contraseña', { exact: true }).waitFor()
  await page.keyboard.type('no es esta')
  await page.keyboard.press('Enter')
  await page.getByText('La contraseña no es correcta').waitFor()
  expect(await membersOf(person.email)).toHaveLength(1)
  await page.getByLabel('Contraseña', { exact: true }).press('Control+a')
  await page.keyboard.type(person.password)
  await page.keyboard.press('Enter')
  await page.getByText('No tienes conversaciones abiertas').waitFor()
  expect(await membersOf(person.email)).toHaveLength(2)
})

test('guessing on the invitation page shuts the account as guessing at sign-in does', { timeout: 60_000 }, async () => {
  const person = await (await stage.newTenant()).member('AGENT', 'Rosa Paz')
  const page = await stage.page()
  await page.goto(await (await stage.newTenant()).invite({ email: person.email, name: 'Rosa', role: 'AGENT' }))
  for (let turn = 0; turn < 6; turn++) {
    const answered = page.waitForResponse(response => response.request().postData()?.includes('SignIn') ?? false)
    await page.getByLabel('Contraseña', { exact: true }).fill(`no es esta ${turn}`)
    await page.getByRole('button', { name: 'Entrar y aceptar' }).click()
    await answered
  }
  await page.getByText('Demasiados intentos').waitFor()
  const elsewhere = await stage.page()
  await signIn(elsewhere, person)
  await elsewhere.getByText('Demasiados intentos').waitFor()
})

test('a second factor is asked for on the way, and set up only with the password', { timeout: 60_000 }, async () => {
  const person = await (await stage.newTenant()).member('AGENT', 'Rosa Paz')
  const page = await stage.page()
  await signIn(page, person)
  await page.getByText('No tienes conversaciones abiertas').waitFor()
  await page.goto(`${stage.app.url}/agent/account`)
  await page.getByRole('button', { name: 'Activar', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Contraseña', { exact: true }).fill('no es esta')
  await page.keyboard.press('Enter')
  await dialog.getByText('La contraseña no es correcta').waitFor()
  await dialog.getByLabel('Contraseña', { exact: true }).fill(person.password)
  await page.keyboard.press('Enter')
  const secret = await dialog.locator('code').innerText()
  await dialog.getByRole('textbox', { name: /1/ }).first().click()
  await page.keyboard.type(totpCode(secret, new Date()))
  await dialog.getByText('Guarda tus códigos de recuperación').waitFor()
  const recoveryCode = (await dialog.getByRole('listitem').first().textContent())!

  const link = await (await stage.newTenant()).invite({ email: person.email, name: 'Rosa', role: 'AGENT' })
  const elsewhere = await stage.page()
  await elsewhere.goto(link)
  await elsewhere.getByLabel('Contraseña', { exact: true }).fill(person.password)
  await elsewhere.keyboard.press('Enter')
  await elsewhere.getByText('Verificación en dos pasos').waitFor()
  expect(await membersOf(person.email)).toHaveLength(1)
  await elsewhere.getByRole('button', { name: 'Usar un código de recuperación' }).click()
  await elsewhere.getByRole('textbox').fill(recoveryCode)
  await elsewhere.keyboard.press('Enter')
  await elsewhere.getByText('No tienes conversaciones abiertas').waitFor()
  expect(await membersOf(person.email)).toHaveLength(2)
})

test('who is signed in here accepts with one button; who is signed in as somebody else is told so', { timeout: 60_000 }, async () => {
  const home = await stage.newTenant()
  const [person, other] = [await home.member('AGENT', 'Rosa Paz'), await home.member('AGENT', 'Eva Luna')]
  const link = await (await stage.newTenant()).invite({ email: person.email, name: 'Rosa', role: 'AGENT' })
  const foreign = await stage.page()
  await signIn(foreign, other)
  await foreign.getByText('No tienes conversaciones abiertas').waitFor()
  await foreign.goto(link)
  await foreign.getByText(`está abierta la sesión de ${other.email}`).waitFor()
  expect(await foreign.getByRole('button', { name: 'Aceptar y entrar' }).count()).toBe(0)

  const page = await stage.page()
  await signIn(page, person)
  await page.getByText('No tienes conversaciones abiertas').waitFor()
  await page.goto(link)
  await page.getByRole('button', { name: 'Aceptar y entrar' }).click()
  await page.getByText('No tienes conversaciones abiertas').waitFor()
  expect(await membersOf(person.email)).toHaveLength(2)
  await foreign.reload()
  await foreign.getByText('Este enlace ya no sirve').waitFor()
})

test('a new person chooses name and password as ever', { timeout: 60_000 }, async () => {
  const email = `${newId()}@example.com`
  const page = await stage.page()
  await page.goto(await (await stage.newTenant()).invite({ email, name: 'Nueva', role: 'AGENT' }))
  await page.getByLabel('Tu nombre').fill('Nueva Persona')
  await page.getByLabel('Elige una contraseña').fill('una frase larga y rara')
  await page.getByRole('button', { name: 'Crear cuenta y entrar' }).click()
  await page.getByText('No tienes conversaciones abiertas').waitFor()
  expect(await membersOf(email)).toHaveLength(1)
})

test('the language chosen on the sign-in page becomes hers; who chose nothing gets her own', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const [chooses, leavesIt] = [await tenant.member('AGENT', 'Rosa Paz'), await tenant.member('AGENT', 'Eva Luna')]
  const page = await stage.page()
  await page.goto(`${stage.app.url}/agent/sign-in`)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await signIn(page, chooses)
  await page.getByText('You have no open conversations').waitFor()
  expect(await languageOf(chooses.email)).toBe('EN')

  // The browser still speaks English, but nobody chose it for the next one.
  await page.context().clearCookies()
  await page.goto(`${stage.app.url}/agent/sign-in`)
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await signIn(page, leavesIt)
  await page.getByText('No tienes conversaciones abiertas').waitFor()
  expect(await languageOf(leavesIt.email)).toBe('ES')
})
