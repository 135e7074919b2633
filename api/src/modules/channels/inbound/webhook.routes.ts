import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { systemActor } from '../../../platform/actor.ts'
import type { Units } from '../../../platform/units.ts'
import type { WebhookProtocol, WebhookRequest } from '../adapters/adapter.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'
import { storeDelivery } from './delivery.store.ts'
import { Strangers } from './strangers.ts'

export interface WebhookRoutesOptions {
  units: Pick<Units, 'tenant'>
  lines: Lines
  /** Takes the request from what its address may take. */
  chargeAddress(request: FastifyRequest): Promise<void>
}

/** Whose webhook is asked for; found before a byte of the body is read. */
interface Addressed {
  account: LineAccount
  protocol: WebhookProtocol
}

interface Door extends WebhookRoutesOptions {
  strangers: Strangers
  addressed: WeakMap<FastifyRequest, Addressed>
}

/** Keys are made by us: what looks otherwise is looked up nowhere. */
const KEY = /^[\w-]{16,64}$/

/** Meta sends up to 3 MB at once. */
const MOST_BYTES = 4 * 1024 ** 2

/** One address for each account. What comes is verified, stored as it came, and only then answered 200. */
export async function webhookRoutes(server: FastifyInstance, options: WebhookRoutesOptions) {
  const door: Door = { ...options, strangers: new Strangers(options.chargeAddress), addressed: new WeakMap() }
  await server.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) => done(null, body))
    scope.addHook('onRequest', request => address(door, request))
    scope.get('/hooks/:hookKey', (request, reply) => answerHandshake(door, request, reply))
    scope.post('/hooks/:hookKey', { bodyLimit: MOST_BYTES }, (request, reply) => take(door, request, reply))
  })
}

/** A line that was let go of answers as one that never was: the provider stops sending in the end. */
async function address({ lines, strangers, addressed }: Door, request: FastifyRequest): Promise<void> {
  const { hookKey } = request.params as { hookKey: string }
  strangers.assertMayAsk(request, hookKey)
  const account = KEY.test(hookKey) ? await lines.byHookKey(hookKey) : undefined
  const protocol = account?.adapter.webhook
  if (!account || !protocol || account.state === 'REMOVED') return strangers.refuse(request)
  strangers.knows(hookKey)
  addressed.set(request, { account, protocol })
}

async function answerHandshake({ lines, strangers, addressed }: Door, request: FastifyRequest, reply: FastifyReply) {
  const { account, protocol } = addressed.get(request)!
  const challenge = protocol.handshake?.(asked(lines, account, request), account)
  if (challenge === undefined) return strangers.refuse(request)
  return reply.type('text/plain; charset=utf-8').send(challenge)
}

async function take({ units, lines, strangers, addressed }: Door, request: FastifyRequest, reply: FastifyReply) {
  const { account, protocol } = addressed.get(request)!
  const told = asked(lines, account, request)
  if (!protocol.isGenuine(told, account)) return strangers.refuse(request)
  const { tenantId, channelAccountId } = account
  await units.tenant({ tenantId, actor: systemActor(tenantId) }, unit =>
    storeDelivery(unit, { channelAccountId, headers: kept(protocol, told), body: told.body }))
  const { type, body } = protocol.answer ?? { type: 'text/plain', body: '' }
  return reply.type(type).send(body)
}

function asked(lines: Lines, { hookKey }: LineAccount, request: FastifyRequest): WebhookRequest {
  const search = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : ''
  return {
    method: request.method as 'GET' | 'POST', url: lines.webhookUrl(hookKey) + search,
    query: request.query as Record<string, string>, headers: request.headers, body: (request.body as Buffer | undefined) ?? Buffer.alloc(0),
  }
}

/** Secrets travel in headers too: only what is asked for is kept. */
function kept({ keeps = [] }: WebhookProtocol, { headers, query }: WebhookRequest): Record<string, string> {
  const valueOf = (name: string) => (name.startsWith('?') ? query[name.slice(1)] : headers[name])
  return Object.fromEntries(keeps.flatMap(name => (valueOf(name) === undefined ? [] : [[name, String(valueOf(name))]])))
}
