import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, vi } from 'vitest'
import { openApp, type App } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { ChannelAccountService } from '../../src/modules/channels/index.ts'
import { systemActor, type MemberRole } from '../../src/platform/actor.ts'
import { newId } from '../../src/platform/ids.ts'
import type { Language } from '../../src/platform/language.ts'
import { ANONYMOUS, ask, post, type Caller } from '../client.ts'
import type { TestDatabase } from '../harness.ts'

const PASSWORD = 'una frase larga y rara'
// Made for small functions in a cloud: here the browser is to be as strict and as stable as a person's.
const LAX = ['--disable-web-security', '--allow-running-insecure-content', '--single-process', '--no-zygote']
// Without a graphics card its pages would be drawn by an emulated one, on the cores that everything else needs.
const EMULATED = ['--ignore-gpu-blocklist', '--in-process-gpu', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
// No page lives long enough here for its code to earn what compiling it a second and a third time costs: a third of the browser's time.
const SHORT_LIVED = '--js-flags=--no-maglev,--no-opt,--min-semi-space-size=16'
const ARGS = [...sparticuz.args.filter(arg => ![...LAX, ...EMULATED].includes(arg)), '--disable-gpu', '--renderer-process-limit=1', SHORT_LIVED]

/** A real browser before the real app, with tenants made for the journey. */
export interface Stage {
  app: App
  browser: Browser
  shop: Shop
  newTenant(): Promise<StageTenant>
  operator(): Promise<Account>
  page(options?: PageOptions): Promise<Page>
  signIn(page: Page, account: Account, path: string): Promise<void>
  /** A page of one of the apps, with somebody who has signed in before: the form has journeys of its own. */
  signedIn(account: Account, path: string, options?: PageOptions): Promise<Page>
}

export interface PageOptions {
  width?: number
  height?: number
  locale?: string
  colorScheme?: 'light' | 'dark'
}

export interface Account {
  email: string
  password: string
}

export interface StageTenant {
  id: string
  slug: string
  siteKey: string
  /** Opens a page of the tenant's own site, with the chat on it. */
  visit(page: Page): Promise<void>
  /** With an e-mail that is known already, the same person in one more company. */
  member(role: MemberRole, name: string, more?: { email?: string; language?: Language }): Promise<Account>
  /** Sends an invitation as an owner does; answers with the link in the letter. */
  invite(person: { email: string; name: string; role: MemberRole }): Promise<string>
}

/** `environment` is asked once what had to be begun first has begun. */
export function useStage(database: TestDatabase, environment: () => NodeJS.ProcessEnv = () => ({})): Stage {
  const stage = {} as Stage
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'botpro-journey-'))
    const config = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', RATE_LIMIT_FACTOR: '100', ...environment() })
    stage.app = await openApp({ config, database: database.settings, root: path.join(import.meta.dirname, '../../..') })
    stage.browser = await chromium.launch({ executablePath: await sparticuz.executablePath(), args: ARGS, headless: true })
    const shop = (stage.shop = await openShop(stage.app.url))
    stage.newTenant = () => newTenant(stage.app, shop, dataDir)
    stage.page = async ({ width = 1280, height = 800, locale = 'es-DO', colorScheme = 'light' } = {}) => {
      const context = await stage.browser.newContext({ viewport: { width, height }, locale, colorScheme, reducedMotion: 'reduce', timezoneId: 'America/Santo_Domingo' })
      return context.newPage()
    }
    stage.operator = () => operator(stage.app)
    stage.signIn = (page, account, path) => signIn(page, account, stage.app.url + path)
    stage.signedIn = async (account, path, options) => {
      const [page, { headers }] = await Promise.all([stage.page(options), callerOf(stage.app.url, account)])
      const [, name, value] = /^(.+?)=(.*)$/.exec(headers.cookie!)!
      await page.context().addCookies([{ name: name!, value: value!, url: stage.app.url }])
      await page.goto(stage.app.url + path)
      return page
    }
  }, 60_000)
  afterAll(async () => {
    await stage.browser?.close()
    stage.shop?.close()
    await stage.app?.stop()
    if (dataDir) await rm(dataDir, { recursive: true, force: true })
  }, 60_000)
  return stage
}

async function newTenant({ kernel, modules, url }: App, shop: Shop, dataDir: string): Promise<StageTenant> {
  const { units, sealer, clock } = kernel
  const id = newId()
  const slug = `t-${id.slice(-12)}`
  await units.platform({ actor: systemActor() }, async unit => {
    await unit.sql('stage-tenant', `insert into tenant (id, name, slug, sector, institution, time_zone, language, currency, created_at)
      values ($1, 'Casa Prueba', $2, 'RETAIL', 'PRIVATE', 'America/Santo_Domingo', 'ES', 'USD', $3)`, [id, slug, clock()])
    const always = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'].map(weekday => ({ weekday, opens: '00:00', closes: '24:00' }))
    await unit.sql('stage-calendar', 'insert into business_calendar (tenant_id, id, intervals) values ($1, $2, $3)', [id, newId(), JSON.stringify(always)])
  })
  const channels = new ChannelAccountService({ sealer })
  const channelAccountId = await units.tenant({ tenantId: id, actor: systemActor(id) }, unit =>
    channels.createWeb(unit, { name: 'Tienda', tenantName: 'Casa Prueba', allowedOrigins: [shop.url] }))
  const siteKey = await units.tenant({ tenantId: id, actor: systemActor(id) }, async unit =>
    (await unit.sql<{ key: string }>('stage-key', 'select site_key as key from web_channel where tenant_id = $1 and channel_account_id = $2', [id, channelAccountId]))[0]!.key)
  const member: StageTenant['member'] = async (role, name, { email = `${newId()}@example.com`, language } = {}) => {
    const person = { email, name, password: PASSWORD, role, language }
    await units.platform({ actor: systemActor(), tenantId: id }, unit => modules.enrolment.member(unit, person))
    return { email, password: PASSWORD }
  }
  return {
    id, slug, siteKey, member,
    visit: page => page.goto(`${shop.url}/${siteKey}`).then(() => undefined),
    async invite(person) {
      const owner = await callerOf(url, await member('OWNER', 'Olga Dueña'))
      await ask(url, owner, 'mutation($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }', { input: person })
      return linkIn(path.join(dataDir, 'mail'), person.email)
    },
  }
}

async function operator({ kernel, modules }: App): Promise<Account> {
  const account = { email: `${newId()}@example.com`, password: PASSWORD }
  await kernel.units.platform({ actor: systemActor() }, unit => modules.enrolment.operator(unit, { ...account, name: 'Olga Operadora' }))
  return account
}

/** By what the fields are and not by what they are called: the page may speak either language. */
async function signIn(page: Page, { email, password }: Account, url: string) {
  await page.goto(url)
  await page.locator('input[type="email"]').fill(email)
  await page.locator('input[type="password"]').fill(password)
  await page.locator('form button[type="submit"]').click()
}

export async function callerOf(url: string, input: Account): Promise<Caller> {
  const query = 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }'
  const { headers } = await post(url, ANONYMOUS, { query, variables: { input } })
  return { ...ANONYMOUS, headers: { cookie: headers.get('set-cookie')!.split(';')[0]! } }
}

/** The letters wait for nobody here: they are files. */
const linkIn = (folder: string, to: string) => vi.waitFor(async () => {
  const letters = await Promise.all((await readdir(folder)).map(file => readFile(path.join(folder, file), 'utf8')))
  const text = letters.findLast(letter => letter.includes(`To: ${to}`))!.replace(/=\r?\n/g, '')
  return /http:\S+\/invitation\/[\w-]+/.exec(text)![0]
}, { timeout: 10_000, interval: 50 })

interface Shop {
  url: string
  close(): void
}

/** A site that is not ours, on an origin of its own: what a browser forbids between strangers is in force. */
async function openShop(apiUrl: string): Promise<Shop> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(shopPage(apiUrl, new URL(request.url!, apiUrl).pathname.slice(1)))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

const shopPage = (apiUrl: string, siteKey: string) => `<!doctype html>
<html lang="es"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tienda</title></head>
<body><main><h1>Tienda</h1></main><script async src="${apiUrl}/widget/loader.js" data-site-key="${siteKey}"></script></body></html>`
