import type { Page } from 'playwright-core'
import type { TestDatabase } from '../harness.ts'
import type { WhatsappDouble } from '../providers/whatsapp.ts'

const FIELDS: [label: RegExp, name: string][] = [
  [/Identificador del número/, 'phoneNumberId'], [/Identificador de la cuenta de WhatsApp/, 'wabaId'], [/Clave de acceso permanente/, 'accessToken'], [/Clave secreta/, 'appSecret'],
]

interface Line { whatsapp: WhatsappDouble; database: TestDatabase; url: string; name: string; look?: (screen: 'settings' | 'check' | 'webhook' | 'policies' | 'health') => Promise<void> }

/** A line of WhatsApp is connected through the screens, from the choice of the kind to the line that is live. `look`: at each screen on the way. */
export async function connectWhatsapp(admin: Page, { whatsapp, database, url, name, look = async () => {} }: Line) {
  await admin.getByRole('button', { name: 'WhatsApp', exact: true }).click()
  await admin.getByLabel('Nombre del canal').fill(name)
  for (const [label, field] of FIELDS) await admin.getByLabel(label).fill(whatsapp.settings[field]!)
  await look('settings')
  await admin.getByRole('button', { name: 'Guardar y seguir' }).click()
  await admin.getByRole('button', { name: 'Comprobar la conexión' }).click()
  await admin.getByText('La conexión funciona').waitFor()
  await look('check')
  await admin.getByRole('button', { name: 'Continuar' }).click()
  await admin.getByText('Token de verificación', { exact: true }).first().waitFor()
  await look('webhook')
  const { rows: [line] } = await database.owner.query(`select hook_key as "hookKey" from provider_channel where kind = 'WHATSAPP' order by channel_account_id desc limit 1`)
  await admin.getByText(line.hookKey).first().waitFor()
  const secret = (await admin.getByLabel('Token de verificación').first().innerText()).trim()
  await whatsapp.subscribe({ url: `${url}/hooks/${line.hookKey}`, secret })
  await admin.getByRole('button', { name: 'Ya lo hice' }).click()
  await admin.getByRole('checkbox', { name: /Leí las políticas/ }).click()
  await look('policies')
  await admin.getByRole('button', { name: 'Aceptar las políticas' }).click()
  await admin.getByRole('button', { name: 'Poner en marcha' }).click()
  // While it is being done the button is paler than what can be pressed.
  await admin.getByRole('button', { name: 'Poner en marcha' }).waitFor({ state: 'hidden' })
  await admin.getByText(whatsapp.number.verified_name).first().waitFor()
  await look('health')
}
