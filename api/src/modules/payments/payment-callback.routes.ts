import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { systemActor } from '../../platform/actor.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Sealer } from '../../platform/crypto.ts'
import type { Units } from '../../platform/units.ts'
import { Strangers } from '../channels/index.ts'
import type { PaymentCallbacks } from './payment-callbacks.ts'
import { doorOf, type CallbackDoor } from './payment-settings.queries.ts'
import { secretContext } from './payment-settings.service.ts'
import { isGenuine, SIGNATURE_HEADER } from './signature.ts'

export interface PaymentCallbackRoutes {
  /** Across tenants. */
  units: Pick<Units, 'platform'>
  sealer: Sealer
  clock: Clock
  callbacks: PaymentCallbacks
  /** Takes the request from what its address may take. */
  chargeAddress(request: FastifyRequest): Promise<void>
}

const KEY = /^[\w-]{16,64}$/
const MOST_BYTES = 64 * 1024

/** One address for each tenant. What comes is verified, stored as it came, and only then answered 200. */
export async function paymentCallbackRoutes(server: FastifyInstance, options: PaymentCallbackRoutes) {
  const strangers = new Strangers(options.chargeAddress)
  const doors = new WeakMap<FastifyRequest, CallbackDoor>()
  await server.register(async scope => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, done) => done(null, body))
    // Before a byte of the body is read.
    scope.addHook('onRequest', async request => {
      const { callbackKey } = request.params as { callbackKey: string }
      strangers.assertMayAsk(request, callbackKey)
      const door = KEY.test(callbackKey) ? await options.units.platform({ actor: systemActor() }, unit => doorOf(unit, callbackKey)) : undefined
      if (!door) return strangers.refuse(request)
      strangers.knows(callbackKey)
      doors.set(request, door)
    })
    scope.post('/payments/:callbackKey/callback', { bodyLimit: MOST_BYTES }, async (request, reply: FastifyReply) => {
      const door = doors.get(request)!
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const signed = { secrets: secretsOf(options.sealer, door), now: options.clock() }
      if (!isGenuine(request.headers[SIGNATURE_HEADER], body, signed)) return strangers.refuse(request)
      await options.callbacks.store(door.tenantId, body)
      return reply.type('application/json').send({ received: true })
    })
  })
}

function secretsOf(sealer: Sealer, { settingsId, sealedSecret, sealedPrevious }: CallbackDoor): string[] {
  return [sealedSecret, sealedPrevious].filter(sealed => sealed !== null).map(sealed => sealer.open(sealed, secretContext(settingsId)))
}
