import { defaultFieldResolver, getDirectiveValues, type GraphQLField, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql'
import type { Actor } from '../actor.ts'
import { TenantSuspended } from '../errors.ts'

/** Whose service stands still. Given in the context of each operation. */
export interface Suspensions {
  isSuspended(tenantId: string): Promise<boolean>
}

export const nobodySuspended: Suspensions = { isSuspended: async () => false }

/** What a field or a route says of itself by `@duringSuspension`, or by leaving it out. */
export interface SuspensionRule {
  members: boolean
  keys: boolean
}

/** Whether this may have to wait until a tenant's service is back: visitors, support, resellers and operators are not bound by it. */
const isBound = (actor: Actor, { members, keys }: SuspensionRule): actor is Actor & { tenantId: string } =>
  (actor.kind === 'MEMBER' && !members) || (actor.kind === 'API_KEY' && !keys)

/** Throws where the service of the actor's tenant stands still and this does not answer meanwhile. */
export async function admitDuringSuspension(actor: Actor, rule: SuspensionRule, suspensions: Suspensions): Promise<void> {
  if (isBound(actor, rule) && await suspensions.isSuspended(actor.tenantId)) throw new TenantSuspended()
}

export function suspensionRuleOf(schema: GraphQLSchema, field: Pick<GraphQLField<unknown, unknown>, 'astNode'>): SuspensionRule {
  const directive = schema.getDirective('duringSuspension')
  const values = directive && field.astNode && getDirectiveValues(directive, field.astNode)
  return { members: Boolean(values), keys: values?.['keys'] === true }
}

type Resolve = (source: unknown, args: object, context: { actor: Actor; suspensions: Suspensions }, info: GraphQLResolveInfo) => unknown

/** Puts the question before every root field. What does not say that it answers during a suspension does not. */
export function enforceSuspension(schema: GraphQLSchema) {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(root => !!root)
  for (const field of roots.flatMap(root => Object.values(root.getFields()))) guard(field, suspensionRuleOf(schema, field))
}

function guard(field: GraphQLField<any, any>, rule: SuspensionRule) {
  if (rule.members && rule.keys) return
  const guarded = (resolve: Resolve): Resolve => (source, args, context, info) =>
    (isBound(context.actor, rule)
      ? admitDuringSuspension(context.actor, rule, context.suspensions).then(() => resolve(source, args, context, info))
      : resolve(source, args, context, info))
  // A key that listens already hears no more; what members may not begin now tells them nothing new either.
  if (field.subscribe) field.subscribe = guarded(field.subscribe as Resolve)
  field.resolve = guarded((field.resolve ?? defaultFieldResolver) as Resolve)
}
