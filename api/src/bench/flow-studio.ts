import path from 'node:path'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Page } from 'playwright-core'
import { apiFolder } from '../platform/api-folder.ts'
import { freePort } from '../platform/free-port.ts'
import { median, quantile } from './figures.ts'
import { insertDraftBot } from './live-bot.ts'
import { longFlow, settings, STEPS } from './long-flow.ts'
import { asOwner, type Stage } from './stage.ts'
import { rowOf, type Row } from './table.ts'
import { makeMember, makeTenants, PASSWORD } from './tenants.ts'

const ROUNDS = 5
/** What somebody waits who opens a flow. */
const MOST_MS = 1000
const FRAMES = 60
const DRAGS = 12
// As the journeys leave them out: the browser is to be as stable as a person's.
const LAX = ['--single-process', '--no-zygote']

/** A flow of five hundred steps in a browser: from the click on its name until the canvas stands still, and the frames of a second while it is pushed about. */
export async function flowStudio(stage: Stage): Promise<Row[]> {
  const database = await stage.database('studio')
  const [tenant] = await makeTenants(database, 1)
  const bot = await asOwner(database.url, owner => insertDraftBot(owner, tenant!.id, { settings, flow: longFlow() }))
  const port = await freePort()
  // Browsers say from which address their page came.
  const app = await stage.app(database, { PORT: String(port), PUBLIC_URL: `http://localhost:${port}` }, path.join(apiFolder, '..'))
  const email = await makeMember(app, tenant!, 'OWNER')
  const browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: sparticuz.args.filter(arg => !LAX.includes(arg)), headless: true })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await signIn(page, `http://localhost:${port}${bot}`, email)
    const opened: number[] = []
    for (let round = 0; round < ROUNDS; round++) opened.push(await opening(page))
    const frames = await pushing(page)
    return [
      rowOf({ name: `the studio opens ${STEPS} steps`, unit: 'ms', ours: median(opened), reference: MOST_MS, target: { atMost: 1 }, beside: { 'first ms': opened[0]!, 'most ms': Math.max(...opened) } }),
      rowOf({ name: `the canvas of ${STEPS} steps is pushed`, unit: 'frames/s', ours: 1000 / median(frames), reference: FRAMES, target: { atLeast: 0.95 }, beside: { 'p95 ms': quantile(frames, 0.95), 'longest ms': Math.max(...frames), frames: frames.length } }),
    ]
  } finally {
    await browser.close()
  }
}

async function signIn(page: Page, url: string, email: string) {
  await page.goto(url)
  await page.locator('input[type="email"]').fill(email)
  await page.locator('input[type="password"]').fill(PASSWORD)
  await page.locator('form button[type="submit"]').click()
}

/** Milliseconds from the click until as many steps as are in sight stand there in two frames running. */
async function opening(page: Page): Promise<number> {
  const link = page.locator('main a[href*="/flows/"]').first()
  await link.waitFor()
  await page.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<number>()
    Object.assign(window, { opened: promise })
    addEventListener('click', () => {
      const started = performance.now()
      let before = 0
      const look = () => {
        const shown = document.querySelectorAll('[data-step]').length
        if (shown > 0 && shown === before) return resolve(performance.now() - started)
        before = shown
        requestAnimationFrame(look)
      }
      look()
    }, { capture: true, once: true })
  })
  await link.click()
  const took = await page.evaluate(() => (window as unknown as { opened: Promise<number> }).opened)
  await page.locator('[data-step]').first().waitFor()
  await page.goBack()
  return took
}

/** Milliseconds between frames while the canvas follows the mouse, there and back. */
async function pushing(page: Page): Promise<number[]> {
  await page.locator('main a[href*="/flows/"]').first().click()
  const pane = page.locator('.vue-flow__pane')
  await page.locator('[data-step]').first().waitFor()
  const { x, y, width, height } = (await pane.boundingBox())!
  // Between two rows of steps, or a step would be moved.
  const grip = await page.evaluate(([left, top, right, bottom]) => {
    for (let down = top! + 40; down < bottom!; down += 7) for (let along = left! + 40; along < right!; along += 7)
      if (document.elementFromPoint(along, down)?.classList.contains('vue-flow__pane')) return [along, down]
    throw new Error('There is nowhere to take hold of the canvas.')
  }, [x, y, x + width, y + height])
  await page.mouse.move(grip[0]!, grip[1]!)
  await page.mouse.down()
  await page.evaluate(() => {
    const times: number[] = []
    Object.assign(window, { times })
    const note = (now: number) => { times.push(now); requestAnimationFrame(note) }
    requestAnimationFrame(note)
  })
  for (let drag = 0; drag < DRAGS; drag++) {
    const away = drag % 2 ? 0 : 1
    await page.mouse.move(grip[0]! - 500 * away, grip[1]! - 300 * away, { steps: 40 })
  }
  await page.mouse.up()
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times)
  return times.slice(1).map((time, at) => time - times[at]!)
}
