import {
  createSourceEventStream,
  execute,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql'
import type { FormatError } from './errors.ts'
import { Feed } from './feed.ts'
import { Group, Subscription, type Deliver } from './subscription-group.ts'

interface Closable {
  close(): Promise<void>
}

export interface SubscriptionRequest<C extends Closable> {
  document: DocumentNode
  source: string
  operationName?: string | null
  variables?: Record<string, unknown> | null
  context: C
  /** A context of the same actor, for one event. */
  freshContext: () => C
  /** Subscribers with the same key may see exactly the same; without one, nothing is shared. */
  visibility?: string
}

interface Execution {
  schema: GraphQLSchema
  format: FormatError
}

/** Executes each event once per group of subscribers, however many they are. */
export class SharedSubscriptions {
  private readonly execution: Execution
  private readonly groups = new Map<string, Group>()
  private loners = 0

  constructor(execution: Execution) {
    this.execution = execution
  }

  get groupCount() {
    return this.groups.size
  }

  /** Runs the field's own `subscribe` for every subscriber, so each is admitted or refused by itself. */
  async open<C extends Closable>(
    request: SubscriptionRequest<C>,
    deliver: Deliver,
  ): Promise<Subscription | ExecutionResult> {
    const { document, operationName, variables, context } = request
    const stream = await createSourceEventStream({
      schema: this.execution.schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
    })
    await context.close()
    if (!(Symbol.asyncIterator in stream)) return stream
    if (stream instanceof Feed) return this.join(request, stream, deliver)
    return this.join({ ...request, visibility: undefined }, new Feed({ live: () => stream }), deliver)
  }

  private join(request: SubscriptionRequest<Closable>, feed: Feed<unknown>, deliver: Deliver) {
    const key = request.visibility === undefined ? `alone ${this.loners++}` : keyOf(request)
    const run = (event: unknown) => this.payloadOf(request, event)
    let group = this.groups.get(key)
    if (!group) this.groups.set(key, (group = new Group(feed, run, () => this.groups.delete(key))))
    return new Subscription({ group, feed, deliver, done: () => request.context.close() })
  }

  private async payloadOf(
    { document, operationName, variables, freshContext }: SubscriptionRequest<Closable>,
    event: unknown,
  ) {
    const contextValue = freshContext()
    const { schema, format } = this.execution
    try {
      const result = await execute({
        schema,
        document,
        operationName,
        variableValues: variables,
        rootValue: event,
        contextValue,
      })
      return Buffer.from(JSON.stringify(formatResult(result, format)))
    } finally {
      await contextValue.close()
    }
  }
}

/** `after` says only where one subscriber begins; what comes live does not depend on it. */
function keyOf({ source, operationName, variables, visibility }: SubscriptionRequest<Closable>) {
  const given = Object.entries(variables ?? {})
    .filter(([name]) => name !== 'after')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([visibility, operationName, given, source])
}

export function formatResult(result: ExecutionResult, format: FormatError) {
  if (!result.errors) return result
  return {
    ...result,
    errors: result.errors.map((error): GraphQLFormattedError => format(error.toJSON(), error)),
  }
}
