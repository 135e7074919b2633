import { readFile } from 'node:fs/promises'
import jsqr from 'jsqr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { useDatabase } from '../harness.ts'
import { useStage } from './stage.ts'

const stage = useStage(useDatabase())
const TELEPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'

/** What a camera makes of the picture; nothing where it finds no code. */
async function scanned(png: Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const decode = ('default' in jsqr ? jsqr.default : jsqr) as typeof jsqr
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data
}

test('an administrator prints a code, a passer-by scans it and writes, and the agent sees by which campaign she came', { timeout: 60_000 }, async () => {
  const tenant = await stage.newTenant()
  const admin = await stage.signedIn(await tenant.member('ADMIN', 'Rosa Admin'), '/admin/channels', { width: 1440, height: 900 })
  await admin.locator('main').getByRole('link', { name: /Tienda/ }).click()
  await admin.getByRole('link', { name: 'Enlaces y QR' }).click()
  await admin.getByRole('button', { name: 'Nuevo enlace' }).first().click()
  await admin.getByRole('textbox', { name: 'Campaña' }).fill('Volante de la feria')
  await admin.getByRole('textbox', { name: 'Página' }).fill('https://evil.example/promo')
  await admin.getByRole('dialog').getByRole('button', { name: 'Nuevo enlace' }).click()
  await admin.getByText('Escribe una página que esté en los orígenes permitidos').waitFor()
  await admin.getByRole('textbox', { name: 'Página' }).fill(`${stage.shop.url}/${tenant.siteKey}`)
  await admin.getByRole('dialog').getByRole('button', { name: 'Nuevo enlace' }).click()

  const dialog = admin.getByRole('dialog')
  await dialog.getByRole('img', { name: /Volante/ }).waitFor()
  const logo = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#b91c1c' } }).png().toBuffer()
  await dialog.locator('input[type=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo })
  await dialog.getByRole('switch', { name: 'Mostrar el logo' }).waitFor()
  const [saved] = await Promise.all([admin.waitForEvent('download'), dialog.getByRole('link', { name: 'Descargar PNG' }).click()])
  expect(saved.suggestedFilename()).toBe('qr-Volante de la feria.png')
  const address = (await scanned(await readFile(await saved.path()))) ?? ''
  expect(address).toMatch(/\/l\/[a-z0-9]{16}$/)

  await dialog.getByRole('link', { name: 'Imprimir' }).click()
  await admin.getByRole('region', { name: 'Vista previa de la hoja' }).getByRole('img', { name: 'Código QR' }).waitFor()
  await admin.context().setOffline(true)
  await admin.emulateMedia({ media: 'print' })
  await admin.setViewportSize({ width: 816, height: 1056 })
  // On a busy machine the first picture of a page that was just laid out anew may be blank: whoever scans holds the camera until it reads.
  await admin.locator('body > .sheet img.code').evaluate(async code => (code as HTMLImageElement).decode())
  await expect.poll(async () => scanned(await admin.screenshot()), { timeout: 10_000 }).toBe(address)
  expect(await admin.locator('#content').isVisible()).toBe(false)
  expect(await admin.locator('body > .sheet').innerText()).toContain('Casa Prueba')
  await admin.emulateMedia({ media: 'screen' })
  await admin.context().setOffline(false)

  const passerBy = await (await stage.browser.newContext({ userAgent: TELEPHONE, viewport: { width: 390, height: 800 }, locale: 'es-DO', reducedMotion: 'reduce' })).newPage()
  await passerBy.goto(address)
  expect(passerBy.url()).toMatch(new RegExp(`^${stage.shop.url}/${tenant.siteKey}\\?bp_ref=`))
  // The chat is open already: that is what she came for.
  const chat = passerBy.frameLocator('iframe')
  await chat.getByRole('button', { name: 'Hablar con una persona' }).waitFor()
  // She looks around first, on a page that knows nothing of the campaign.
  await tenant.visit(passerBy)
  await passerBy.getByRole('button', { name: /^Abrir chat/ }).click()
  await chat.getByRole('button', { name: 'Hablar con una persona' }).click()
  await chat.getByText('Enseguida le atiende una persona').waitFor()

  const agent = await stage.signedIn(await tenant.member('SUPERVISOR', 'Ana Reyes'), '/agent/inbox/unassigned', { width: 1440 })
  await agent.locator('[data-row]').click()
  await agent.locator('aside').getByText('Llegó por').waitFor()
  expect(await agent.locator('aside').innerText()).toContain('Volante de la feria')

  await admin.getByRole('link', { name: 'Enlaces y QR' }).click()
  await expect.poll(async () => (await admin.locator('main li dl').innerText()).replace(/\s+/g, ' ')).toMatch(/1 Aperturas 1 Conversaciones|Aperturas 1 Conversaciones 1/)
})
