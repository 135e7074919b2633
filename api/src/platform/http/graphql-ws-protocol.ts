import { execute, GraphQLError, type ExecutionArgs, type ExecutionResult } from 'graphql'
import type { Context as Session, ServerOptions, SubscribePayload } from 'graphql-ws'
import { Refused, type Admission } from '../contract/gate.ts'
import type { Context } from '../contract/operation.ts'
import { formatResult, type SharedSubscriptions } from '../contract/shared-subscription.ts'
import { RateLimited } from '../errors.ts'
import type { GraphqlSocketsOptions } from './graphql-ws-options.ts'
import type { SocketConnection } from './socket-connection.ts'
import { SocketClose, type SocketLimits } from './socket-limits.ts'

export interface Extra {
  connection: SocketConnection
}
type Params = Record<string, unknown>

interface SocketOperation extends ExecutionArgs {
  id: string
  connection: SocketConnection
  admission: Admission
  contextValue: Context
}

export interface ProtocolOptions {
  options: GraphqlSocketsOptions
  limits: SocketLimits
  subscriptions: SharedSubscriptions
  /** Whether one more socket of this actor is let in. */
  enter(connection: SocketConnection): boolean
}

/** What we add to the protocol: who may connect, what may be run, and how it is run. */
export function protocolOptions(protocol: ProtocolOptions): ServerOptions<Params, Extra> {
  const { options } = protocol
  return {
    connectionInitWaitTimeout: protocol.limits.initTimeoutMs,
    onConnect: session => connect(session, protocol),
    onSubscribe: (session, id, payload) => prepare({ session, id, payload }, protocol),
    execute: args => run(args as SocketOperation, options),
    subscribe: args => subscribe(args as SocketOperation, protocol) as never,
    onNext: (_session, _id, _payload, _args, result) => formatResult(result, options.formatError) as never,
    onError: (_session, _id, _payload, errors) =>
      errors.map(error => options.formatError(error.toJSON(), error)),
  }
}

async function connect(
  { extra: { connection }, connectionParams }: Session<Params, Extra>,
  { options, enter }: ProtocolOptions,
) {
  const { path, request } = connection
  connection.actor = await options
    .connect({ path, request, params: connectionParams ?? {} })
    .catch(error => turnedAway(error, connection))
  return connection.actor !== undefined && enter(connection)
}

/** Who may not try again yet is told so, and not that nobody knows her. */
function turnedAway(error: unknown, connection: SocketConnection): undefined {
  if (!(error instanceof RateLimited)) throw error
  connection.close(SocketClose.TOO_MANY_SOCKETS)
}

const TAIL = Buffer.from('}')

interface Subscribing {
  session: Session<Params, Extra>
  id: string
  payload: SubscribePayload
}

async function prepare({ session, id, payload }: Subscribing, { options, limits }: ProtocolOptions) {
  const { connection } = session.extra
  // Counted before anything is waited for: those that come meanwhile are the ones too many.
  const isTooMany = Object.keys(session.subscriptions).length > limits.subscriptionsPerSocket
  try {
    await options.charge?.(connection.actor!)
    if (isTooMany) throw tooMany()
    const admission = options.gates[connection.path]!.admit(payload)
    await options.chargeCost?.(connection.actor!, admission.cost)
    return operationOf({ id, connection, admission, payload }, options)
  } catch (error) {
    options.onRefused?.(connection.path)
    return error instanceof Refused ? error.errors : [asGraphql(error)]
  }
}

const tooMany = () =>
  new GraphQLError('Too many subscriptions on one connection.', { extensions: { code: 'RATE_LIMITED' } })

const asGraphql = (error: unknown) =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError((error as Error).message, { originalError: error as Error })

interface Prepared {
  id: string
  connection: SocketConnection
  admission: Admission
  payload: SubscribePayload
}

const operationOf = (
  { id, connection, admission, payload }: Prepared,
  { schema, contextFor }: GraphqlSocketsOptions,
): SocketOperation => ({
  id,
  connection,
  admission,
  schema,
  document: admission.document,
  operationName: payload.operationName,
  variableValues: payload.variables,
  contextValue: contextFor(connection, connection.actor!),
})

async function run(
  { admission, ...args }: SocketOperation,
  { onOperation }: GraphqlSocketsOptions,
): Promise<ExecutionResult> {
  const started = performance.now()
  try {
    const result = await execute(args)
    const { name, operation: type } = admission.operation
    onOperation?.({
      name: name?.value ?? 'unnamed',
      type,
      failed: !!result.errors,
      seconds: (performance.now() - started) / 1000,
    })
    return result
  } finally {
    await args.contextValue.close()
  }
}

/** Results go from the shared execution straight to the socket; the protocol only keeps the beginning and the end. */
function subscribe(
  { id, connection, admission, ...args }: SocketOperation,
  { options, subscriptions }: ProtocolOptions,
) {
  const actor = connection.actor!
  const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`)
  return subscriptions.open(
    {
      document: admission.document,
      source: admission.source,
      operationName: args.operationName,
      variables: args.variableValues,
      context: args.contextValue,
      freshContext: () => options.contextFor(connection, actor),
      visibility: options.visibility(actor),
    },
    payload => connection.send(Buffer.concat([head, payload, TAIL])),
  )
}
