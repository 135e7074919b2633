import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { sealSecrets } from '../modules/channels/index.ts'
import { Sealer } from '../platform/crypto.ts'
import type { DatabaseSettings } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { HttpRequest } from './http-wire.ts'
import { asOwner } from './stage.ts'
import type { BenchTenant } from './tenants.ts'

const APP_SECRET = 'app secret of the benchmarks'
const PHONE_NUMBER_ID = '106540352242922'

/** A WhatsApp line of the tenant's; the last part of its webhook's address. */
export async function makeWhatsappLine(database: DatabaseSettings, tenant: BenchTenant, state: 'LIVE' | 'DRAFT'): Promise<string> {
  const [id, hookKey] = [newId(), `bench-${newId()}`]
  const sealer = new Sealer([{ id: 'k1', secret: database.secret }])
  const sealed = sealSecrets(sealer, id, { settings: { accessToken: 'token', appSecret: APP_SECRET }, verifyToken: 'verify' })
  await asOwner(database.url, async owner => {
    await owner.query(`insert into channel_account (tenant_id, id, kind, name, state, created_at) values ($1, $2, 'WHATSAPP', 'Línea', $3, now())`, [tenant.id, id, state])
    await owner.query(`insert into provider_channel (tenant_id, channel_account_id, kind, account_key, hook_key, settings, sealed, last_four, texts)
      values ($1, $2, 'WHATSAPP', $3, $4, $5, $6, '{}', $7)`,
    [tenant.id, id, id, hookKey, JSON.stringify({ phoneNumberId: PHONE_NUMBER_ID, wabaId: '1', phone: '+18095550001' }), sealed,
      JSON.stringify([{ language: 'ES', greeting: 'Hola', outOfHours: 'Cerrado' }])])
  })
  return hookKey
}

export interface WrittenText {
  phone: string
  text: string
  id: string
}

/** A text of a customer's, signed as Meta signs it. */
export const signedText = (hookKey: string, text: WrittenText): HttpRequest => signedTexts(hookKey, [text])

/** Several in one request. */
export function signedTexts(hookKey: string, texts: readonly WrittenText[]): HttpRequest {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value: {
      messaging_product: 'whatsapp', metadata: { display_phone_number: '18095550001', phone_number_id: PHONE_NUMBER_ID },
      contacts: [...new Set(texts.map(({ phone }) => phone))].map(phone => ({ profile: { name: 'Ana' }, wa_id: phone })),
      messages: texts.map(({ phone, text, id }) => ({ from: phone, id, timestamp, type: 'text', text: { body: text } })),
    } }] }],
  })
  return { path: `/hooks/${hookKey}`, headers: { 'x-hub-signature-256': `sha256=${signatureOf(body)}` }, body }
}

export const signatureOf = (body: string | Buffer): string => createHmac('sha256', APP_SECRET).update(body).digest('hex')

/** What takes our messages: answers each as accepted, and counts. */
export class AcceptingProvider {
  accepted = 0
  readonly #server: Server
  #waiters: { until: number; resolve: () => void }[] = []

  constructor() {
    this.#server = createServer((request, response) => {
      const body: Buffer[] = []
      request.on('data', chunk => body.push(chunk)).on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ messaging_product: 'whatsapp', contacts: [], messages: [{ id: `wamid.${newId()}` }] }))
        // That somebody was read is no reply.
        if (Buffer.concat(body).includes('"status":"read"')) return
        this.accepted++
        for (const waiter of this.#waiters) if (this.accepted >= waiter.until) waiter.resolve()
      })
    })
  }

  async start(): Promise<string> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening')
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Resolves when so many were accepted in all. */
  async reached(until: number): Promise<void> {
    if (this.accepted < until) await new Promise<void>(resolve => { this.#waiters.push({ until, resolve }) })
    this.#waiters = this.#waiters.filter(waiter => waiter.until > this.accepted)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise(done => this.#server.close(done))
  }
}

