import type { FastifyRequest } from 'fastify'
import type { IncomingMessage } from 'node:http'
import { bearerOf, visitorBy } from './access.ts'
import { Guesses } from './guesses.ts'
import type { Kernel } from './kernel.ts'
import type { Modules } from './modules.ts'
import type { Actor } from './platform/actor.ts'
import { Forbidden, Unauthenticated } from './platform/errors.ts'
import { addressOf, networkOf } from './platform/http/address.ts'
import { isOwnOrigin } from './platform/http/own-origin.ts'

export interface CallersOptions {
  kernel: Kernel
  modules: Modules
  /** Takes one point from what the address may take. */
  chargeAddress(address: string): Promise<void>
}

/** A chat on a site sends our documents alone; whoever programs an application writes her own. So neither takes the other's tokens. */
type VisitorDoor = 'WEB' | 'APP'
type VisitorPass = Extract<Actor, { kind: 'VISITOR' }>['pass']

interface SocketArrival {
  request: IncomingMessage
  params: Record<string, unknown>
}

/** Who it is that comes in, by whichever way. */
export function callers({ kernel: { config, clock }, modules, chargeAddress }: CallersOptions) {
  const { authenticator, visitors } = modules
  const guesses = new Guesses(chargeAddress)
  const address = (request: IncomingMessage) => addressOf(request, config.TRUSTED_PROXIES)
  const isOurs = (request: IncomingMessage) => isOwnOrigin(request.headers.origin, request, config.PUBLIC_URL)

  function memberOf(request: IncomingMessage, token?: string): Promise<Actor> {
    const credentials = credentialsOf(request, address(request), token)
    const identify = () => authenticator.authenticate(credentials)
    const secret = credentials.authorization ?? authenticator.tokenIn(credentials.cookie)
    return secret ? guesses.look({ network: networkOf(credentials.address), secret }, identify) : identify()
  }

  async function visitorOf(request: IncomingMessage, token: string | undefined, door?: VisitorDoor): Promise<Actor> {
    const from = address(request)
    const actor = await visitorBy(visitors, { token, address: from, language: request.headers['accept-language'], now: clock() })
    if (token && actor.kind === 'ANONYMOUS') await chargeAddress(from)
    if (actor.kind !== 'VISITOR' || mayUse(actor.pass, request, door)) return actor
    await chargeAddress(from)
    throw new Forbidden('The page may not use this token.')
  }

  /** The chat speaks from a page of ours. A page of a third site that got hold of a token is not the chat, and a browser is no application. */
  function mayUse({ origin, appTokenId }: VisitorPass, request: IncomingMessage, door: VisitorDoor | undefined): boolean {
    if (door && door !== (appTokenId ? 'APP' : 'WEB')) return false
    return isOurs(request) || (!appTokenId && request.headers.origin === origin)
  }

  return {
    address, isOurs,
    member: (request: FastifyRequest) => memberOf(request.raw),
    visitor: (request: FastifyRequest) => visitorOf(request.raw, bearerOf(request), 'WEB'),
    appUser: (request: FastifyRequest) => visitorOf(request.raw, bearerOf(request), 'APP'),
    any(request: FastifyRequest) {
      const token = bearerOf(request)
      return token && !token.startsWith('bpk_') ? visitorOf(request.raw, token) : memberOf(request.raw)
    },
    async memberSocket({ request, params }: SocketArrival) {
      return named(await memberOf(request, tokenIn(params)).catch(nobodyIfRefused))
    },
    async visitorSocket({ request, params }: SocketArrival, door: VisitorDoor) {
      return named(await visitorOf(request, tokenIn(params), door).catch(nobodyIfRefused))
    },
  }
}

const tokenIn = ({ token }: Record<string, unknown>) => (typeof token === 'string' ? token : undefined)

/** A stranger may not keep a socket. */
const named = (actor: Actor | undefined) => (actor?.kind === 'ANONYMOUS' ? undefined : actor)

/** Who may not come in is refused like a stranger; over HTTP she is told why. */
function nobodyIfRefused(error: unknown): undefined {
  if (!(error instanceof Unauthenticated || error instanceof Forbidden)) throw error
}

const credentialsOf = ({ headers }: IncomingMessage, address: string, token?: string) => ({
  cookie: headers.cookie, authorization: token ? `Bearer ${token}` : headers.authorization, address,
  language: headers['accept-language'],
})
