import {
  defaultFieldResolver,
  getDirectiveValues,
  isNonNullType,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql'
import { NotIncluded } from '../errors.ts'

/** What a tenant's plan includes. Given in the context of each operation. */
export interface Entitlements {
  has(feature: string): boolean | Promise<boolean>
}

export const everythingIncluded: Entitlements = { has: () => true }

type Resolve = (
  source: unknown,
  args: object,
  context: { entitlements: Entitlements },
  info: GraphQLResolveInfo,
) => unknown

/** Puts the question of the plan before every field that carries `@entitled`: a root field refuses, a part of something is empty. */
export function enforceEntitled(schema: GraphQLSchema) {
  const directive = schema.getDirective('entitled')
  if (!directive) return
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  for (const type of Object.values(schema.getTypeMap()).filter(type => 'getFields' in type)) {
    const isRoot = roots.some(root => root === type)
    for (const field of Object.values(type.getFields())) {
      const values = field.astNode && getDirectiveValues(directive, field.astNode)
      if (values) require(field as GraphQLField<any, any>, { feature: String(values['feature']), isEmptyWithout: !isRoot && !isNonNullType(field.type) })
    }
  }
}

function require(field: GraphQLField<any, any>, { feature, isEmptyWithout }: { feature: string; isEmptyWithout: boolean }) {
  const checked =
    (resolve: Resolve): Resolve =>
    async (source, args, context, info) => {
      if (await context.entitlements.has(feature)) return resolve(source, args, context, info)
      if (isEmptyWithout) return null
      throw new NotIncluded(feature)
    }
  if (field.subscribe) field.subscribe = checked(field.subscribe as Resolve)
  else field.resolve = checked((field.resolve ?? defaultFieldResolver) as Resolve)
}
