import { beforeAll, describe, expect, test } from 'vitest'
import { ask, type Caller } from './client.ts'
import { SectorTenant } from './sector.ts'
import { useStand } from './stand.ts'

const stand = useStand()
let tenant: SectorTenant
let owner: Caller
let agent: Caller
beforeAll(async () => {
  tenant = await SectorTenant.open(stand.database, stand.app)
  owner = await tenant.member('OWNER')
  agent = await tenant.member('AGENT')
  await tenant.goLive(owner, await tenant.create(owner, 'retail'))
})

const query = async (text: string, values: unknown[] = [tenant.id]) => (await stand.database.owner.query(text, values)).rows
const paymentOf = async (tenantId = tenant.id) => (await query('select id, state, url, is_demo as "isDemo", external_id as "externalId" from payment where tenant_id = $1 order by created_at desc limit 1', [tenantId]))[0]
const until = (said: RegExp) => expect.poll(async () => (await tenant.thread()).at(-1), { timeout: 15_000 }).toMatch(said)
const answer = (url: string, choice: string) => fetch(url, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `answer=${choice}` })
const page = async (url: string) => { const got = await fetch(url, { headers: { 'accept-language': 'es' } }); return { status: got.status, text: await got.text() } }

/** A customer who is about to pay an order of hers; the link in what the bot wrote her. */
async function linkFor(order = 'PED-123451'): Promise<string> {
  const visitor = await tenant.visitor()
  await tenant.says(visitor, 'pagar mi pedido')
  await tenant.says(visitor, order)
  await until(/¿Le envío el enlace de pago\?/)
  await tenant.says(visitor, 'Sí, enviar enlace', 'yes')
  await until(/pagar de forma segura/)
  return /https?:\/\/\S+/.exec((await tenant.thread()).at(-1)!)![0]
}

/** As a person would ask for one. */
async function asked(who = agent): Promise<{ id: string; url: string }> {
  const [contact] = await query('select id from contact where tenant_id = $1 limit 1')
  const input = { idempotencyKey: crypto.randomUUID(), contactId: contact.id, amount: '250', currency: 'DOP', reference: 'F-9', description: 'Factura' }
  const { requestPayment } = await ask(stand.url, who, 'mutation($input: RequestPaymentInput!) { requestPayment(input: $input) { ... on Payment { id } ... on UserError { message } } }', { input })
  await expect.poll(async () => (await query('select url from payment where tenant_id = $1 and id = $2', [tenant.id, requestPayment.id]))[0].url, { timeout: 10_000 }).not.toBeNull()
  return { id: requestPayment.id, url: (await query('select url from payment where id = $1', [requestPayment.id]))[0].url }
}
const stateOf = async (id: string) => (await query('select state from payment where id = $1', [id]))[0].state

describe('a company that picked a sector', () => {
  test('a customer pays by the link in her chat; the flow goes on, and agent and contact see that it is paid', async () => {
    const url = await linkFor()
    expect(await paymentOf()).toMatchObject({ state: 'LINKED', url, isDemo: true, externalId: expect.stringMatching(/^DEMO-[0-9A-F]{12}$/) })
    const shown = await page(url)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Página de demostración')
    expect(shown.text).toContain('Pedido PED-123451')
    const done = await answer(url, 'pay')
    expect(done.status).toBe(303)
    await until(/¡Pago recibido, gracias!|¿Le puedo ayudar en algo más\?/)
    expect((await tenant.thread()).join('\n')).toMatch(/¡Pago recibido, gracias! Su recibo es el RC-\d{6}/)
    const { id } = await paymentOf()
    const { payment } = await ask(stand.url, agent, 'query($id: ID!) { payment(id: $id) { state isDemo contact { payments(first: 1) { edges { node { id state } } } } history { state } } }', { id })
    expect(payment).toEqual({ state: 'PAID', isDemo: true, contact: { payments: { edges: [{ node: { id, state: 'PAID' } }] } }, history: [{ state: 'CREATED' }, { state: 'LINKED' }, { state: 'PAID' }] })
    expect((await page(url)).text).toContain('Pagado (demostración)')
  })

  test('who would rather not is asked what she wants instead, and nothing was paid', async () => {
    const url = await linkFor('PED-123452')
    await answer(url, 'leave')
    await until(/no se le cobró nada/)
    expect(await paymentOf()).toMatchObject({ state: 'CANCELLED' })
    await answer(url, 'pay')
    expect(await paymentOf()).toMatchObject({ state: 'CANCELLED' })
    expect((await page(url)).text).toContain('No se pagó')
  })

  test('what is told twice is one word, stored as any provider’s', async () => {
    const { id, url } = await asked()
    await Promise.all([answer(url, 'pay'), answer(url, 'pay'), answer(url, 'pay')])
    await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe('PAID')
    expect(await query('select count(*)::int as count from payment_event where payment_id = $1 and state = $2', [id, 'PAID'])).toEqual([{ count: 1 }])
    expect(await query('select count(distinct digest)::int as count from payment_callback where payment_id = $1', [id])).toEqual([{ count: 1 }])
  })

  test('a link whose time is over is paid by nobody', async () => {
    const { id, url } = await asked()
    await query(`update payment set expires_at = now() - interval '1 minute' where id = $1 returning 1`, [id])
    expect((await page(url)).text).toContain('El enlace venció')
    expect((await answer(url, 'pay')).status).toBe(303)
    expect(await query('select 1 from payment_callback where payment_id = $1', [id])).toEqual([])
  })
})

describe('the page on which sample payments are answered', () => {
  const nothing = async (id: string) => {
    const url = `${stand.url}/demo-pay/${id}`
    expect((await page(url)).status).toBe(404)
    await answer(url, 'pay')
    await new Promise(resolve => setTimeout(resolve, 300))
    return stateOf(id)
  }

  test('knows no payment whose link a provider made, whatever id is guessed', async () => {
    const { id } = await asked()
    await query('update payment set is_demo = false where id = $1 returning 1', [id])
    expect(await nothing(id)).toBe('LINKED')
    for (const guess of ['x', '..%2Fgraphql', crypto.randomUUID(), '%00']) expect([404, 400]).toContain((await page(`${stand.url}/demo-pay/${guess}`)).status)
  })

  test('is gone once the company has connected its own provider, or put the sample system away', async () => {
    const { id } = await asked()
    await query(`update payment_settings set connector = 'own' where tenant_id = $1 returning 1`)
    expect(await nothing(id)).toBe('LINKED')
    await query(`update payment_settings set connector = 'store' where tenant_id = $1 returning 1`)
    await query(`update connector set archived_at = now() where tenant_id = $1 and key = 'store' returning 1`)
    expect(await nothing(id)).toBe('LINKED')
    await query(`update connector set archived_at = null, kind = 'REST', demo_system = null, base_url = 'https://store.example.com' where tenant_id = $1 and key = 'store' returning 1`)
    expect(await nothing(id)).toBe('LINKED')
    await query(`update connector set kind = 'DEMO', demo_system = 'store', base_url = null where tenant_id = $1 and key = 'store' returning 1`)
    expect((await page(`${stand.url}/demo-pay/${id}`)).status).toBe(200)
  })

  test('has nothing of a company that picked no samples', async () => {
    const other = await SectorTenant.open(stand.database, stand.app)
    const admin = await other.member('ADMIN')
    const { connectors, paymentSettings } = await ask(stand.url, admin, '{ connectors { key } paymentSettings { connector callbackUrl } }')
    expect({ connectors, paymentSettings }).toEqual({ connectors: [], paymentSettings: { connector: null, callbackUrl: null } })
  })

  test('says in both languages that it is a demonstration, and asks for no card', async () => {
    const { url } = await asked()
    for (const [lang, words] of [['es', ['Página de demostración', 'Pagar', 'No pagar']], ['en', ['Demonstration page', 'Pay', 'Do not pay']]] as const) {
      const { text } = await page(`${url}?lang=${lang}`)
      for (const word of words) expect(text).toContain(word)
      expect(text).toContain(`<html lang="${lang}">`)
      expect(text).not.toMatch(/<input/)
    }
  })
})
