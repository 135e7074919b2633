import { beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../src/platform/actor.ts'
import { ask, type Caller } from './client.ts'
import { SectorTenant } from './sector.ts'
import { useStand } from './stand.ts'

const stand = useStand()
let tenant: SectorTenant
let agent: Caller
beforeAll(async () => {
  tenant = await SectorTenant.open(stand.database, stand.app)
  const owner = await tenant.member('OWNER')
  agent = await tenant.member('AGENT')
  await tenant.goLive(owner, await tenant.create(owner, 'retail'))
})

const query = async (text: string, values: unknown[]) => (await stand.database.owner.query(text, values)).rows
const answer = (url: string, choice: string) => fetch(url, { method: 'POST', redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `answer=${choice}` })

interface Asked {
  visitor: Caller
  id: string
  conversationId: string
  url: string
  reference: string
}

/** A customer whose flow waits for her to pay. */
async function asked(order = 'PED-123451'): Promise<Asked> {
  const visitor = await tenant.visitor()
  await tenant.says(visitor, 'pagar mi pedido')
  await tenant.says(visitor, order)
  await expect.poll(async () => (await tenant.thread()).at(-1), { timeout: 15_000 }).toMatch(/¿Le envío el enlace de pago\?/)
  await tenant.says(visitor, 'Sí, enviar enlace', 'yes')
  await expect.poll(async () => (await tenant.thread()).at(-1), { timeout: 15_000 }).toMatch(/pagar de forma segura/)
  const [payment] = await query('select id, url, reference, conversation_id as "conversationId" from payment where tenant_id = $1 order by created_at desc limit 1', [tenant.id])
  return { visitor, ...payment }
}

const thread = async (conversationId: string): Promise<string[]> =>
  (await query('select author, text, notice, visibility from message where conversation_id = $1 order by position', [conversationId]))
    .map(({ author, text, notice, visibility }) => `${visibility === 'INTERNAL' ? '(' : ''}${author} ${notice ?? text}`)
const until = (conversationId: string, said: RegExp) => expect.poll(async () => (await thread(conversationId)).join('\n'), { timeout: 15_000 }).toMatch(said)
const ownerOf = async (conversationId: string) => (await query('select owner from conversation where id = $1', [conversationId]))[0].owner
const received = (lines: string[]) => lines.filter(line => /Recibimos su pago/.test(line))

/** The job once more, as after a crash; returns when it is done. */
async function toldAgain(paymentId: string) {
  await stand.database.units.tenant({ tenantId: tenant.id, actor: systemActor(tenant.id) }, async unit => unit.enqueue('flows.paid', { tenantId: tenant.id, paymentId }))
  await expect.poll(async () => (await query(`select 1 from graphile_worker.jobs where task_identifier = 'flows.paid'`, [])).length, { timeout: 10_000 }).toBe(0)
}

/** The moment until which her run waits is over. */
const timeIsOver = ({ conversationId }: Asked) => query(`
  update flow_run set wake_at = $2::timestamptz, state = jsonb_set(state, '{waiting,until}', to_jsonb($3::text))
  where conversation_id = $1 and event is not null returning 1`, [conversationId, new Date(Date.now() - 1000), new Date(Date.now() - 1000).toISOString()])

describe('who pays while no flow waits for it any more', () => {
  test.each(['menú', 'cancelar', 'empezar de nuevo'])('after “%s” is told so, once, and somebody looks at it', async word => {
    const payment = await asked()
    await tenant.says(payment.visitor, word)
    await answer(payment.url, 'pay')
    await until(payment.conversationId, /Recibimos su pago/)
    const lines = await thread(payment.conversationId)
    expect(lines.slice(-3)).toEqual([
      expect.stringMatching(new RegExp(`^BOT Recibimos su pago de RD\\$ [\\d,]+\\.\\d\\d \\(referencia ${payment.reference}\\)\\. ¡Gracias! Una persona`)),
      'SYSTEM HANDED_TO_QUEUE', expect.stringMatching(new RegExp(`^\\(BOT Pago recibido cuando el bot ya no lo esperaba: RD\\$ .*, referencia ${payment.reference}`)),
    ])
    expect(await ownerOf(payment.conversationId)).toBe('QUEUE')
    await toldAgain(payment.id)
    expect(await thread(payment.conversationId)).toEqual(lines)
  })

  test('because its time was over is told so', async () => {
    const payment = await asked()
    await timeIsOver(payment)
    await until(payment.conversationId, /El enlace de pago venció/)
    await answer(payment.url, 'pay')
    await until(payment.conversationId, /Recibimos su pago/)
    expect(await ownerOf(payment.conversationId)).toBe('QUEUE')
  })

  test('while people have her is told so there, and they read what it is', async () => {
    const payment = await asked()
    await query(`update conversation set owner = 'QUEUE', queued_at = now() where id = $1 returning 1`, [payment.conversationId])
    const before = await thread(payment.conversationId)
    await answer(payment.url, 'pay')
    await until(payment.conversationId, /Recibimos su pago/)
    expect((await thread(payment.conversationId)).slice(before.length)).toEqual([expect.stringMatching(/^BOT Recibimos/), expect.stringMatching(/^\(BOT Pago recibido/)])
  })

  test('when her conversation is closed is told so in a new one, which waits for people', async () => {
    const payment = await asked()
    await query(`update conversation set status = 'CLOSED', closed_at = now() where id = $1 returning 1`, [payment.conversationId])
    await answer(payment.url, 'pay')
    const others = () => query(`select n.id, n.owner from conversation n join conversation o on o.identity_id = n.identity_id and n.id <> o.id where o.id = $1`, [payment.conversationId])
    await expect.poll(async () => (await others()).map(({ owner }) => owner), { timeout: 15_000 }).toEqual(['QUEUE'])
    const [{ id }] = await others()
    expect(received(await thread(id))).toHaveLength(1)
    expect(received(await thread(payment.conversationId))).toEqual([])
  })
})

const cancel = (paymentId: string) => ask(stand.url, agent, 'mutation($id: ID!) { cancelPayment(input: { paymentId: $id }) { state } }', { id: paymentId })
/** As the minute does that looks for them. */
async function expires(paymentId: string) {
  await query(`update payment set expires_at = now() - interval '1 minute' where id = $1 returning 1`, [paymentId])
  await stand.database.units.tenant({ tenantId: tenant.id, actor: systemActor(tenant.id) }, async unit => unit.enqueue('payments.rounds', {}))
}
/** As the provider tells it, which was left behind. */
async function declined(paymentId: string) {
  const body = Buffer.from(JSON.stringify({ paymentId, status: 'FAILED', reason: 'no funds' }))
  await query(`insert into payment_callback (tenant_id, id, digest, body, received_at) values ($1, gen_random_uuid(), sha256($2), $2, now() - interval '5 minutes') returning 1`, [tenant.id, body])
  await stand.database.units.tenant({ tenantId: tenant.id, actor: systemActor(tenant.id) }, async unit => unit.enqueue('payments.rounds', {}))
}
/** The end of it once more, as after a crash. */
async function endToldAgain(paymentId: string, state: 'FAILED' | 'EXPIRED' | 'CANCELLED') {
  await stand.database.units.tenant({ tenantId: tenant.id, actor: systemActor(tenant.id) }, async unit => unit.enqueue('flows.unpaid', { tenantId: tenant.id, paymentId, id: crypto.randomUUID(), state }))
  await expect.poll(async () => (await query(`select 1 from graphile_worker.jobs where task_identifier = 'flows.unpaid'`, [])).length, { timeout: 10_000 }).toBe(0)
}

describe('a payment that ends without being paid while no flow waits for it', () => {
  const ends = [
    ['FAILED', ({ id }: Asked) => declined(id), /^BOT No se completó su pago de RD\$ [\d,.]+ \(referencia .*\)\. Si desea/],
    ['EXPIRED', ({ id }: Asked) => expires(id), /^BOT El enlace para pagar RD\$ [\d,.]+ \(referencia .*\) venció/],
    ['CANCELLED', ({ id }: Asked) => cancel(id), /^BOT Se canceló el cobro de RD\$ [\d,.]+/],
  ] as const

  test.each(ends)('%s is told to her, once, and the bot goes on', async (state, end, said) => {
    const payment = await asked()
    await tenant.says(payment.visitor, 'menú')
    const before = await thread(payment.conversationId)
    await end(payment)
    await until(payment.conversationId, new RegExp(said.source.slice(1)))
    const lines = await thread(payment.conversationId)
    expect(lines.slice(before.length)).toEqual([expect.stringMatching(said)])
    expect(await ownerOf(payment.conversationId)).toBe('BOT')
    await endToldAgain(payment.id, state)
    expect(await thread(payment.conversationId)).toEqual(lines)
  })

  test('while people have her is told to them alone', async () => {
    const payment = await asked()
    await query(`update conversation set owner = 'QUEUE', queued_at = now() where id = $1 returning 1`, [payment.conversationId])
    const before = await thread(payment.conversationId)
    await declined(payment.id)
    await until(payment.conversationId, /no se completó/)
    expect((await thread(payment.conversationId)).slice(before.length)).toEqual([expect.stringMatching(/^\(BOT El pago de RD\$ .* no se completó: el proveedor lo rechazó\.$/)])
  })

  test('is told by the flow alone where that waits, or whose time was over first', async () => {
    const [waits, late] = [await asked(), await asked()]
    await cancel(waits.id)
    await expect.poll(async () => (await query('select ended_heard from payment where id = $1', [waits.id]))[0].ended_heard, { timeout: 15_000 }).toBe('CANCELLED')
    await timeIsOver(late)
    await until(late.conversationId, /El enlace de pago venció/)
    await expires(late.id)
    await expect.poll(async () => (await query('select state from payment where id = $1', [late.id]))[0].state, { timeout: 15_000 }).toBe('EXPIRED')
    await endToldAgain(waits.id, 'CANCELLED')
    await endToldAgain(late.id, 'EXPIRED')
    for (const { conversationId } of [waits, late]) expect((await thread(conversationId)).join('\n')).not.toMatch(/Se canceló el cobro|El enlace para pagar/)
  })
})

describe('who paid a moment before her flow’s time was over', () => {
  test('is told that it is paid, by the flow and by nobody else, though the news of it is still on its way', async () => {
    const payment = await asked('PED-123452')
    await query(`update payment set state = 'PAID' where id = $1 returning 1`, [payment.id])
    await timeIsOver(payment)
    await until(payment.conversationId, /¡Pago recibido, gracias!/)
    await toldAgain(payment.id)
    const lines = await thread(payment.conversationId)
    expect(lines.join('\n')).not.toMatch(/venció/)
    expect(received(lines)).toEqual([])
    expect(await ownerOf(payment.conversationId)).toBe('BOT')
  })

  test('is told so too where what the provider told was not taken yet', async () => {
    const payment = await asked('PED-123452')
    const [{ amount, currency }] = await query('select amount, currency from payment where id = $1', [payment.id])
    const body = Buffer.from(JSON.stringify({ paymentId: payment.id, status: 'PAID', amount, currency }))
    await query(`insert into payment_callback (tenant_id, id, digest, body, received_at) values ($1, gen_random_uuid(), sha256($2), $2, now()) returning 1`, [tenant.id, body])
    await timeIsOver(payment)
    await until(payment.conversationId, /¡Pago recibido, gracias!/)
    await toldAgain(payment.id)
    expect(received(await thread(payment.conversationId))).toEqual([])
    expect(await query('select state from payment_event where payment_id = $1 order by at, id', [payment.id])).toMatchObject([{ state: 'CREATED' }, { state: 'LINKED' }, { state: 'PAID' }])
  })

  test('is told by the flow that waits, and by nobody else, when the news comes in time, also twice', async () => {
    const payment = await asked('PED-123452')
    await answer(payment.url, 'pay')
    await until(payment.conversationId, /¡Pago recibido, gracias!/)
    await toldAgain(payment.id)
    expect(received(await thread(payment.conversationId))).toEqual([])
    expect(await ownerOf(payment.conversationId)).toBe('BOT')
  })
})

describe('who was asked by an agent', () => {
  async function byHand(): Promise<Asked> {
    const visitor = await tenant.visitor()
    await tenant.says(visitor, 'hola')
    const [{ conversationId, contactId }] = await query('select id as "conversationId", contact_id as "contactId" from conversation where tenant_id = $1 order by opened_at desc limit 1', [tenant.id])
    const input = { idempotencyKey: crypto.randomUUID(), contactId, conversationId, amount: '250', currency: 'DOP', reference: 'F-9', description: 'Factura' }
    const { requestPayment } = await ask(stand.url, agent, 'mutation($input: RequestPaymentInput!) { requestPayment(input: $input) { ... on Payment { id } ... on UserError { message } } }', { input })
    const link = async () => (await query('select url from payment where id = $1', [requestPayment.id]))[0].url
    await expect.poll(link, { timeout: 10_000 }).not.toBeNull()
    return { visitor, id: requestPayment.id, conversationId, url: await link(), reference: 'F-9' }
  }

  test('is thanked in that conversation, once, and nobody is called', async () => {
    const payment = await byHand()
    await answer(payment.url, 'pay')
    await until(payment.conversationId, /Recibimos su pago/)
    await toldAgain(payment.id)
    const lines = await thread(payment.conversationId)
    expect(lines.slice(-2)).toEqual(['BOT Recibimos su pago de RD$ 250.00 (referencia F-9). ¡Gracias!', '(BOT Pago recibido: RD$ 250.00 (referencia F-9).'])
    expect(received(lines)).toHaveLength(1)
    expect(await ownerOf(payment.conversationId)).toBe('BOT')
  })

  test.each([['is declined', ({ id }: Asked) => declined(id), 'no se completó: el proveedor lo rechazó.'], ['lets it expire', ({ id }: Asked) => expires(id), 'venció sin pagarse.']] as const)('and %s: people read it in that conversation, and she is told nothing', async (_what, end, said) => {
    const payment = await byHand()
    const before = await thread(payment.conversationId)
    await end(payment)
    await until(payment.conversationId, /El pago de/)
    expect((await thread(payment.conversationId)).slice(before.length)).toEqual([`(BOT El pago de RD$ 250.00 (referencia F-9) ${said}`])
  })

  test('is left alone where that conversation is closed', async () => {
    const payment = await byHand()
    await query(`update conversation set status = 'CLOSED', closed_at = now() where id = $1 returning 1`, [payment.conversationId])
    const before = (await tenant.thread()).length
    await answer(payment.url, 'pay')
    await expect.poll(async () => (await query('select heard_at from payment where id = $1', [payment.id]))[0].heard_at, { timeout: 10_000 }).not.toBeNull()
    expect(await tenant.thread()).toHaveLength(before)
  })
})
