import {
  defaultFieldResolver,
  getDirectiveValues,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql'
import type { Actor } from '../actor.ts'
import { Forbidden, Unauthenticated } from '../errors.ts'
import { admitScopes } from './needs.ts'

export interface Rule {
  roles: readonly string[]
  scope?: string
}

type Resolve = (source: unknown, args: object, context: { actor: Actor }, info: GraphQLResolveInfo) => unknown

/** Who may pass a rule of `@allow`. Keys pass by scope alone, and a support visit only where SUPPORT is named. */
export function passes(actor: Actor, { roles, scope }: Rule): boolean {
  if (roles.includes('ANYONE')) return true
  switch (actor.kind) {
    case 'API_KEY':
      return scope !== undefined && actor.scopes.includes(scope)
    case 'MEMBER':
      return roles.includes(actor.role) || roles.includes('USER')
    case 'OPERATOR':
    case 'RESELLER':
      return roles.includes(actor.kind) || roles.includes('USER')
    case 'USER':
    case 'VISITOR':
    case 'SUPPORT':
      return roles.includes(actor.kind)
    default:
      return false
  }
}

/** Throws unless the actor passes. */
export function admit(actor: Actor, rule: Rule) {
  if (passes(actor, rule)) return
  throw actor.kind === 'ANONYMOUS' ? new Unauthenticated() : new Forbidden()
}

/** Puts the guard before every root field: its own `@allow`, and the `@needs` of all that is asked below it. A root field that nobody thought about stops the start. */
export function enforceAllow(schema: GraphQLSchema) {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    root => !!root,
  )
  for (const root of roots) {
    for (const field of Object.values(root.getFields()))
      guard(field, ruleOf(schema, `${root.name}.${field.name}`, field))
  }
}

export function ruleOf(schema: GraphQLSchema, name: string, field: GraphQLField<unknown, unknown>): Rule {
  const directive = schema.getDirective('allow')
  const rule = directive && field.astNode && getDirectiveValues(directive, field.astNode)
  if (!rule) throw new Error(`${name} does not say who may ask: it needs @allow in the contract.`)
  return rule as unknown as Rule
}

function guard(field: GraphQLField<any, any>, rule: Rule) {
  const guarded =
    (resolve: Resolve): Resolve =>
    (source, args, context, info) => {
      admit(context.actor, rule)
      admitScopes(context.actor, info)
      return resolve(source, args, context, info)
    }
  // A subscription is refused when it begins; its events then only pass the field's own resolver.
  if (field.subscribe) field.subscribe = guarded(field.subscribe as Resolve)
  else field.resolve = guarded((field.resolve ?? defaultFieldResolver) as Resolve)
}
