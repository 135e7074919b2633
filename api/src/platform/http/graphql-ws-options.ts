import type { IncomingMessage } from 'node:http'
import type { GraphQLSchema } from 'graphql'
import type { Actor } from '../actor.ts'
import type { FormatError } from '../contract/errors.ts'
import type { Gate } from '../contract/gate.ts'
import type { Context } from '../contract/operation.ts'
import type { OperationEnded } from './metrics.ts'
import type { SocketConnection } from './socket-connection.ts'
import type { SocketLimits } from './socket-limits.ts'

export type Standing = 'same' | 'changed' | 'gone'

export interface Arrival {
  path: string
  request: IncomingMessage
  params: Record<string, unknown>
}

export interface GraphqlSocketsOptions {
  schema: GraphQLSchema
  /** `/graphql` and `/widget/graphql`, with the same gates as over HTTP. */
  gates: Record<string, Gate>
  /** Whether the page that asks may open a socket here at all. */
  mayConnect(request: IncomingMessage): boolean | Promise<boolean>
  /** Who it is; undefined refuses the socket with 4403. */
  connect(arrival: Arrival): Promise<Actor | undefined>
  contextFor(connection: SocketConnection, actor: Actor): Context
  /** The same for all sockets of one person, visitor or key. */
  actorKey(actor: Actor): string
  /** Actors with the same key see the same events; undefined shares nothing. */
  visibility(actor: Actor): string | undefined
  /** The same for sockets that stand and fall together. */
  standingKey(actor: Actor): string
  /** Asked once every `recheckMs` for all open sockets, once for each of those keys. */
  standings(actors: Actor[]): Promise<Standing[]>
  /** Takes the request from the actor's allowance before it is read: nonsense costs as much as sense. */
  charge?(actor: Actor): Promise<void>
  /** Takes what the operation costs beyond that. */
  chargeCost?(actor: Actor, cost: number): Promise<void>
  addressOf(request: IncomingMessage): string
  formatError: FormatError
  limits?: Partial<SocketLimits>
  onOperation?(ended: OperationEnded): void
  onRefused?(path: string): void
  onClosed?(code: number): void
  onError?(error: unknown): void
}
