import { makeExecutableSchema } from '@graphql-tools/schema'
import type { IResolvers } from '@graphql-tools/utils'
import {
  isAbstractType,
  isObjectType,
  isScalarType,
  type GraphQLFieldConfigMap,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql'
import {
  buildSchemaSync,
  getMetadataStorage,
  type BuildSchemaOptions,
  type NonEmptyArray,
} from 'type-graphql'
import { enforceAllow } from './allow.ts'
import { compareSchemas } from './compare.ts'
import { enforceEntitled } from './entitled.ts'
import { scalars } from './scalars.ts'
import { enforceSuspension } from './suspension.ts'

export interface Contract {
  sdl: string
  /** `contractTypes` of the generated contract. */
  types: readonly Function[]
  resolvers: readonly object[]
}

type Fields = GraphQLFieldConfigMap<unknown, unknown>

/** The SDL itself, answered by the resolvers, with the law of its directives in force. */
export function bindContract({ sdl, types, resolvers }: Contract): GraphQLSchema {
  const declared = declaredSchema({ types, resolvers })
  const plain = makeExecutableSchema({ typeDefs: sdl })
  compareSchemas(plain, declared)
  const schema = makeExecutableSchema({ typeDefs: sdl, resolvers: resolverMapOf(plain, declared) })
  enforceEntitled(schema)
  enforceSuspension(schema)
  enforceAllow(schema)
  return schema
}

/** Resolvers are objects made by the composition root; type-graphql asks for their classes and gets the objects. */
export function declaredSchema({ types, resolvers }: Omit<Contract, 'sdl'>) {
  const byClass = new Map<unknown, object>(resolvers.map(resolver => [resolver.constructor, resolver]))
  return buildSchemaSync({
    resolvers: [...byClass.keys()] as unknown as NonEmptyArray<Function>,
    orphanedTypes: [...types] as Function[],
    container: { get: (target: unknown) => byClass.get(target) },
    validate: false,
    disableInferringDefaultValues: true,
    pubSub: noTopics,
  })
}

/** Our subscriptions bring their own source. type-graphql wants to see a pub/sub before it builds any. */
const noTopics: NonNullable<BuildSchemaOptions['pubSub']> = {
  publish: () => {
    throw new Error('There are no topics: record an event instead.')
  },
  subscribe: () => {
    throw new Error('A subscription needs its own `subscribe`.')
  },
}

function resolverMapOf(plain: GraphQLSchema, declared: GraphQLSchema) {
  const map: Record<string, unknown> = {}
  for (const type of Object.values(plain.getTypeMap()).filter(type => !type.name.startsWith('__'))) {
    if (isScalarType(type) && !isBuiltIn(type.name)) map[type.name] = scalarOf(type.name)
    if (isAbstractType(type)) map[type.name] = { __resolveType: nameOf }
    if (isObjectType(type)) map[type.name] = answersOf(type.name, declared)
  }
  return map as IResolvers
}

const isBuiltIn = (name: string) => ['ID', 'String', 'Int', 'Float', 'Boolean'].includes(name)

function scalarOf(name: string) {
  if (name in scalars) return scalars[name as keyof typeof scalars]
  throw new Error(
    `The contract has a scalar ${name}, but platform/contract/scalars.ts does not say how to read it.`,
  )
}

/** What a union or interface value is: its own word for it, or the class it was made by. */
const nameOf = (value: { __typename?: string }) => value.__typename ?? value.constructor.name

/** Plain properties keep the engine's own resolver, which is faster than the one type-graphql would put there. */
function answersOf(typeName: string, declared: GraphQLSchema) {
  const type = declared.getType(typeName)
  if (!isObjectType(type)) return {}
  const root = [declared.getQueryType(), declared.getMutationType(), declared.getSubscriptionType()].includes(
    type,
  )
  const fields = Object.entries(type.toConfig().fields as Fields)
  const answered = fields.filter(([name]) => root || resolvedFields(typeName).has(name))
  return Object.fromEntries(
    answered.map(([name, field]) => [name, root || field.args ? answerOf(field) : unlessBrought(name, field.resolve!)]),
  )
}

const answerOf = ({ resolve, subscribe }: Fields[string]) => (subscribe ? { resolve, subscribe } : resolve)

type Resolve = GraphQLFieldResolver<Record<string, unknown>, unknown>

/** What a row brings along is there at once: in a long list, a promise for each field of each row costs most of all. */
const unlessBrought = (name: string, resolve: Resolve): Resolve => (source, args, context, info) => {
  const brought = source[name]
  return brought === undefined ? resolve(source, args, context, info) : brought
}

function resolvedFields(typeName: string) {
  const { fieldResolvers } = getMetadataStorage()
  return new Set(
    fieldResolvers.filter(field => field.getObjectType?.().name === typeName).map(field => field.schemaName),
  )
}
