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
  /** Whether a page of this origin may open a socket here at all. */
  mayConnect(origin: string | undefined, request: IncomingMessage): boolean | Promise<boolean>
  /** Who it is; undefined refuses the socket with 4403. */
  connect(arrival: Arrival): Promise<Actor | undefined>
  contextFor(connection: SocketConnection, actor: Actor): Context
  /** The same for all sockets of one person, visitor or key. */
  actorKey(actor: Actor): string
  /** Actors with the same key see the same events; undefined shares nothing. */
  visibility(actor: Actor): string | undefined
  /** Asked once every `recheckMs` for all open sockets, each actor once. */
  standings(actors: Actor[]): Promise<Standing[]>
  /** Takes the operation from the actor's allowance. */
  charge?(actor: Actor, connection: SocketConnection, cost: number): Promise<void>
  addressOf(request: IncomingMessage): string
  formatError: FormatError
  limits?: Partial<SocketLimits>
  onOperation?(ended: OperationEnded): void
  onRefused?(path: string): void
  onClosed?(code: number): void
  onError?(error: unknown): void
}
