import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { systemActor } from '../../../platform/actor.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Units } from '../../../platform/units.ts'
import type { WebhookProtocol, WebhookRequest } from '../adapters/adapter.ts'
import type { LineAccount, Lines } from '../provider/lines.ts'
import { storeDelivery } from './delivery.store.ts'

export interface WebhookRoutesOptions {
  units: Pick<Units, 'tenant'>
  lines: Lines
}

/** Meta sends up to 3 MB at once. */
const MOST_BYTES = 4 * 1024 ** 2

/** One address for each account. What comes is verified, stored as it came, and only then answered 200. */
export async function webhookRoutes(server: FastifyInstance, options: WebhookRoutesOptions) {
  await server.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) => done(null, body))
    scope.get('/hooks/:hookKey', (request, reply) => answerHandshake(options, request, reply))
    scope.post('/hooks/:hookKey', { bodyLimit: MOST_BYTES }, (request, reply) => take(options, request, reply))
  })
}

async function answerHandshake({ lines }: WebhookRoutesOptions, request: FastifyRequest, reply: FastifyReply) {
  const { account, protocol } = await addressed(lines, request)
  const challenge = protocol.handshake?.(asked(lines, account, request), account)
  // Of another's question nothing is told, not even that there is somebody.
  if (challenge === undefined) throw new NotFound('The webhook')
  return reply.type('text/plain; charset=utf-8').send(challenge)
}

async function take({ units, lines }: WebhookRoutesOptions, request: FastifyRequest, reply: FastifyReply) {
  const { account, protocol } = await addressed(lines, request)
  const told = asked(lines, account, request)
  if (!protocol.isGenuine(told, account)) return reply.code(401).send({ code: 'UNAUTHENTICATED', message: 'The signature is missing or wrong.' })
  const { tenantId, channelAccountId } = account
  await units.tenant({ tenantId, actor: systemActor(tenantId) }, unit =>
    storeDelivery(unit, { channelAccountId, headers: kept(protocol, told), body: told.body }))
  const { type, body } = protocol.answer ?? { type: 'text/plain', body: '' }
  return reply.type(type).send(body)
}

/** A line that was let go of answers as one that never was: the provider stops sending in the end. */
async function addressed(lines: Lines, request: FastifyRequest): Promise<{ account: LineAccount; protocol: WebhookProtocol }> {
  const { hookKey } = request.params as { hookKey: string }
  const account = await lines.byHookKey(hookKey)
  const protocol = account?.adapter.webhook
  if (!account || !protocol || account.state === 'REMOVED') throw new NotFound('The webhook')
  return { account, protocol }
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
