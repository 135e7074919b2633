import 'reflect-metadata'
import {
  Arg,
  Args,
  ArgsType,
  createUnionType,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql'
import type { Actor } from '../actor.ts'
import { Forbidden } from '../errors.ts'
import { Feed } from './feed.ts'
import { Context } from './operation.ts'
import { scalars } from './scalars.ts'

/** A small contract with one of everything, for the tests of the contract machinery. */
export const sampleSdl = `
  enum Role { ANYONE USER VISITOR AGENT ADMIN SUPPORT }
  directive @allow(roles: [Role!]!, scope: String) on FIELD_DEFINITION
  directive @entitled(feature: String!) on FIELD_DEFINITION
  directive @cost(weight: Int!) on FIELD_DEFINITION
  directive @listSize(assumed: Int, slicing: [String!]) on FIELD_DEFINITION
  scalar Cursor
  scalar DateTime
  interface UserError { code: String! }
  "A matter."
  type Ticket { id: ID! title: String! openedAt: DateTime notes(first: Int! = 10): [String!]! @listSize(slicing: ["first"]) children: [Ticket!]! }
  type TicketEdge { node: Ticket! }
  type TicketConnection { edges: [TicketEdge!]! }
  type AlreadyClosed implements UserError { code: String! }
  union CloseResult = Ticket | AlreadyClosed
  input CloseInput { id: ID! note: String! = "none" }
  type Tick { cursor: Cursor! number: Int! }
  type Query {
    ping: String! @allow(roles: [ANYONE])
    tickets(first: Int! = 20): TicketConnection! @allow(roles: [AGENT], scope: "tickets") @listSize(slicing: ["first"])
    broken: String @allow(roles: [ANYONE])
    secret: String @allow(roles: [ANYONE]) @entitled(feature: "secrets")
    dear: String @allow(roles: [ANYONE]) @cost(weight: 9000)
  }
  type Mutation { close(input: CloseInput!): CloseResult! @allow(roles: [AGENT]) }
  type Subscription { ticks(after: Cursor): Tick! @allow(roles: [AGENT]) }
`

@InterfaceType()
export abstract class UserError {
  @Field(() => String) code!: string
}

@ObjectType()
export class Ticket {
  @Field(() => ID) id!: string
  @Field(() => String) title!: string
  @Field(() => scalars.DateTime, { nullable: true }) openedAt?: Date | null
  @Field(() => [String]) notes!: string[]
  @Field(() => [Ticket]) children!: Ticket[]
}

@ObjectType()
export class TicketEdge {
  @Field(() => Ticket) node!: Ticket
}

@ObjectType()
export class TicketConnection {
  @Field(() => [TicketEdge]) edges!: TicketEdge[]
}

@ObjectType({ implements: [UserError] })
export class AlreadyClosed extends UserError {}

export const CloseResult = createUnionType({
  name: 'CloseResult',
  types: () => [Ticket, AlreadyClosed] as const,
})

@InputType()
export class CloseInput {
  @Field(() => ID) id!: string
  @Field(() => String, { defaultValue: 'none' }) note!: string
}

@ObjectType()
export class Tick {
  @Field(() => scalars.Cursor) cursor!: string
  @Field(() => Int) number!: number
}

@ArgsType()
export class FirstArgs {
  @Field(() => Int, { defaultValue: 20 }) first!: number
}

@ArgsType()
export class NotesArgs {
  @Field(() => Int, { defaultValue: 10 }) first!: number
}

@ArgsType()
export class TicksArgs {
  @Field(() => scalars.Cursor, { nullable: true }) after?: string | null
}

/** Says when to tick, and counts how often a tick was executed. */
export class Ticker {
  executions = 0
  readonly past: number[] = []
  readonly #listeners = new Set<(number: number | undefined) => void>()

  get listenerCount() {
    return this.#listeners.size
  }

  tick(number: number) {
    this.past.push(number)
    for (const listener of this.#listeners) listener(number)
  }

  end() {
    for (const listener of this.#listeners) listener(undefined)
  }

  live(): AsyncIterable<number> & AsyncIterator<number> {
    const queue: (number | undefined)[] = []
    let wake = () => {}
    const listener = (number: number | undefined) => {
      queue.push(number)
      wake()
    }
    this.#listeners.add(listener)
    const stop = async () => {
      this.#listeners.delete(listener)
      queue.push(undefined)
      wake()
      return { done: true as const, value: undefined }
    }
    return {
      [Symbol.asyncIterator]() {
        return this
      },
      next: async () => {
        while (queue.length === 0)
          await new Promise<void>(resolve => {
            wake = resolve
          })
        const number = queue.shift()
        return number === undefined ? { done: true, value: undefined } : { done: false, value: number }
      },
      return: stop,
    }
  }

  async *since(after: number) {
    for (const number of this.past) if (number > after) yield number
  }
}

@Resolver(() => Ticket)
export class SampleResolver {
  readonly ticker: Ticker
  constructor(ticker = new Ticker()) {
    this.ticker = ticker
  }

  @Query(() => String)
  ping() {
    return 'pong'
  }

  @Query(() => TicketConnection)
  tickets(@Args(() => FirstArgs) { first }: FirstArgs) {
    return {
      edges: Array.from({ length: first }, (_, index) => ({
        node: { id: index, title: `T${index}`, children: [] },
      })),
    }
  }

  @Query(() => String, { nullable: true })
  broken(): string {
    throw new Error('password=hunter2 at /srv/secret')
  }

  @Query(() => String, { nullable: true })
  secret() {
    return 'told'
  }

  @Query(() => String, { nullable: true })
  dear() {
    return 'gold'
  }

  @Mutation(() => CloseResult)
  close(@Arg('input', () => CloseInput) input: CloseInput) {
    if (input.id === 'forbidden') throw new Forbidden()
    return input.id === 'closed'
      ? { __typename: 'AlreadyClosed', code: 'CLOSED' }
      : Object.assign(new Ticket(), { id: input.id, title: input.note })
  }

  @FieldResolver()
  notes(@Root() ticket: Ticket, @Args(() => NotesArgs) { first }: NotesArgs) {
    return Array(first).fill(ticket.title)
  }

  @Subscription(() => Tick, {
    subscribe: ({ context, args }) => (context as SampleContext).ticks(args['after'] as string | undefined),
  })
  ticks(@Root() number: number, @Args(() => TicksArgs) _args: TicksArgs): Tick {
    this.ticker.executions++
    return { cursor: String(number), number }
  }
}

export const sampleTypes = [UserError, Ticket, TicketEdge, TicketConnection, AlreadyClosed, CloseInput, Tick]

export const agent: Actor = {
  kind: 'MEMBER',
  userId: 'u',
  memberId: 'm',
  tenantId: 't',
  role: 'AGENT',
  sessionId: 's',
}
export const anonymous: Actor = { kind: 'ANONYMOUS', locale: 'es' }

/** A context without a database. */
export class SampleContext extends Context {
  readonly #ticker: Ticker

  constructor(actor: Actor, ticker: Ticker) {
    const units = {
      read: () => {
        throw new Error('no database')
      },
      change: () => {
        throw new Error('no database')
      },
    }
    super({ actor, units, door: { requestId: 'r', address: '::1', userAgent: '', setHeader() {} } })
    this.#ticker = ticker
  }

  ticks(after?: string) {
    return new Feed<number>({
      live: () => this.#ticker.live(),
      position: number => number,
      key: String,
      opening: after === undefined ? undefined : () => this.#ticker.since(Number(after)),
    })
  }
}
