import {
  defaultFieldResolver,
  getDirectiveValues,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql'
import { Forbidden } from '../errors.ts'

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

/** Puts the question of the plan before every field that carries `@entitled`. */
export function enforceEntitled(schema: GraphQLSchema) {
  const directive = schema.getDirective('entitled')
  if (!directive) return
  const objects = Object.values(schema.getTypeMap()).filter(type => 'getFields' in type)
  for (const field of objects.flatMap(type => Object.values(type.getFields()))) {
    const values = field.astNode && getDirectiveValues(directive, field.astNode)
    if (values) require(field as GraphQLField<any, any>, String(values['feature']))
  }
}

function require(field: GraphQLField<any, any>, feature: string) {
  const checked =
    (resolve: Resolve): Resolve =>
    async (source, args, context, info) => {
      if (!(await context.entitlements.has(feature)))
        throw new Forbidden(`The plan does not include ${feature}.`)
      return resolve(source, args, context, info)
    }
  if (field.subscribe) field.subscribe = checked(field.subscribe as Resolve)
  else field.resolve = checked((field.resolve ?? defaultFieldResolver) as Resolve)
}
