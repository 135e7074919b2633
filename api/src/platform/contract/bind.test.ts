import { execute, parse, type GraphQLSchema } from 'graphql'
import { expect, test } from 'vitest'
import { passes } from './allow.ts'
import { bindContract } from './bind.ts'
import {
  agent,
  anonymous,
  SampleContext,
  SampleResolver,
  sampleSdl,
  sampleTypes,
  Ticker,
} from './sample.fixture.ts'

const bind = (sdl = sampleSdl) => bindContract({ sdl, types: sampleTypes, resolvers: [new SampleResolver()] })

const ask = async (schema: GraphQLSchema, query: string, actor = agent) =>
  execute({ schema, document: parse(query), contextValue: new SampleContext(actor, new Ticker()) })

test('what is served is the SDL, with its descriptions', () => {
  expect(bind().getType('Ticket')?.description).toBe('A matter.')
})

test('a difference between the SDL and the resolvers stops the start and is shown', () => {
  expect(() => bind(sampleSdl.replace('title: String!', 'title: String'))).toThrow(
    '-   title: String\n+   title: String!',
  )
  expect(() => bind(sampleSdl.replace('first: Int! = 20', 'first: Int! = 30'))).toThrow(
    'tickets(first: Int! = 30)',
  )
  expect(() =>
    bind(sampleSdl.replace('ping: String!', 'ping: String! @allow(roles: [ANYONE]) pong: String!')),
  ).toThrow('pong')
})

test('an enum that only directives speak of need not be declared', () => {
  expect(() => bind()).not.toThrow()
})

test('a root field without @allow stops the start with its name', () => {
  expect(() => bind(sampleSdl.replace(' @allow(roles: [AGENT]) }\n  type Sub', ' }\n  type Sub'))).toThrow(
    'Mutation.close',
  )
  expect(() => bind(sampleSdl.replace('Tick! @allow(roles: [AGENT])', 'Tick!'))).toThrow('Subscription.ticks')
})

test('unions know their members by class and by name; defaults and field arguments arrive', async () => {
  const schema = bind()
  const open = await ask(
    schema,
    'mutation { close(input: {id: "1"}) { __typename ... on Ticket { title notes(first: 2) } } }',
  )
  expect(open.data?.['close']).toEqual({ __typename: 'Ticket', title: 'none', notes: ['none', 'none'] })
  const closed = await ask(
    schema,
    'mutation { close(input: {id: "closed"}) { ... on AlreadyClosed { code } } }',
  )
  expect(closed.data?.['close']).toEqual({ code: 'CLOSED' })
})

test('root fields admit by role, keys by scope, and support visits only where they are named', async () => {
  const key = { kind: 'API_KEY', keyId: 'k', tenantId: 't', scopes: ['tickets'] } as const
  const rule = { roles: ['AGENT', 'USER'], scope: 'tickets' }
  expect(passes(agent, rule)).toBe(true)
  expect(passes({ ...key, scopes: [...key.scopes] }, rule)).toBe(true)
  expect(passes({ ...key, scopes: [] }, rule)).toBe(false)
  expect(passes({ kind: 'SUPPORT', userId: 'u', tenantId: 't', sessionId: 's' }, rule)).toBe(false)
  expect(passes({ kind: 'SYSTEM' }, rule)).toBe(false)
  expect(passes(anonymous, { roles: ['ANYONE'] })).toBe(true)
  const refused = await ask(bind(), '{ tickets { edges { node { id } } } }', anonymous)
  expect(refused.errors?.[0]?.originalError).toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('a feature outside the plan is refused, and without plans everything is included', async () => {
  const context = Object.assign(new SampleContext(agent, new Ticker()), {
    entitlements: { has: () => false },
  })
  const refused = await execute({ schema: bind(), document: parse('{ secret }'), contextValue: context })
  expect(refused.errors?.[0]?.originalError).toMatchObject({ code: 'NOT_INCLUDED', field: 'secrets' })
  expect((await ask(bind(), '{ secret }')).data).toEqual({ secret: 'told' })
})
