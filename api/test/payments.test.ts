import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { signatureOf } from '../src/modules/payments/signature.ts'
import { ask, type Caller } from './client.ts'
import { Company } from './company.ts'
import { ROOT, useStand } from './stand.ts'

const stand = useStand()
let company: Company
let owner: Caller
let agent: Caller
let secret: string
let callbackUrl: string

beforeAll(async () => {
  company = await Company.found(stand.database, stand.app)
  owner = await company.caller('OWNER')
  agent = await company.caller('AGENT')
  const { renewPaymentSecret } = await ask(stand.url, owner, 'mutation { renewPaymentSecret { secret settings { callbackUrl secretLastFour previousSecretUntil } } }')
  secret = renewPaymentSecret.secret
  callbackUrl = renewPaymentSecret.settings.callbackUrl
})

/** One that waits for its customer, as it is once the connector made a link. */
async function payment(): Promise<string> {
  const { requestPayment } = await ask(stand.url, agent, 'mutation($input: RequestPaymentInput!) { requestPayment(input: $input) { ... on Payment { id } ... on UserError { message } } }', {
    input: { idempotencyKey: crypto.randomUUID(), contactId: company.ids.contact, amount: '1500', currency: 'DOP', reference: 'F-1', description: 'Factura' },
  })
  return requestPayment.id
}

const stateOf = async (id: string) => (await ask(stand.url, agent, 'query($id: ID!) { payment(id: $id) { state } }', { id })).payment.state
const send = (body: string, headers: Record<string, string>, url = callbackUrl) => fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
const now = () => Math.floor(Date.now() / 1000)
const stored = async () => Number((await stand.database.owner.query('select count(*) from payment_callback where tenant_id = $1', [company.tenantId])).rows[0].count)

test('the line of the handbook makes a payment paid', async () => {
  const line = /```sh\n(BODY=[^]*?)```/.exec(readFileSync(path.join(ROOT, 'api/README.md'), 'utf8'))![1]!
  const id = await payment()
  const { stdout } = await promisify(execFile)('sh', ['-c', line], { env: { ...process.env, PAYMENT_ID: id, CALLBACK_URL: callbackUrl, SECRET: secret } })
  expect(JSON.parse(stdout)).toEqual({ received: true })
  await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe('PAID')
})

test('what nobody signed, or signed long ago, or with another secret, is not there, and leaves no trace', async () => {
  const before = await stored()
  const [body, seconds] = ['{"paymentId":"x","status":"PAID"}', now()]
  const signed = (key: string, at = seconds) => ({ 'botpro-signature': `t=${at},v1=${signatureOf(key, at, body)}` })
  const wrong: Record<string, string>[] = [{}, { 'botpro-signature': 'x' }, signed('another'), signed(secret, seconds - 3600)]
  for (const headers of wrong)
    expect((await send(body, headers)).status).toBe(404)
  expect((await send(body, signed(secret), callbackUrl.replace(/payments\/[^/]+/, 'payments/aaaaaaaaaaaaaaaaaaaaaaaa'))).status).toBe(404)
  expect((await send(body, signed(secret))).status).toBe(200)
  expect(await stored()).toBe(before + 1)
})

test('a secret that was renewed holds beside the new one', async () => {
  const { renewPaymentSecret } = await ask(stand.url, owner, 'mutation { renewPaymentSecret { secret settings { previousSecretUntil } } }')
  expect(renewPaymentSecret.settings.previousSecretUntil).not.toBeNull()
  for (const key of [secret, renewPaymentSecret.secret]) {
    const [body, seconds] = [JSON.stringify({ externalId: crypto.randomUUID(), status: 'PAID' }), now()]
    expect((await send(body, { 'botpro-signature': `t=${seconds},v1=${signatureOf(key, seconds, body)}` })).status).toBe(200)
  }
})
