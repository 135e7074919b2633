import {
  getDirectiveValues,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
} from 'graphql'
import type { Actor } from '../actor.ts'
import { Forbidden } from '../errors.ts'

type Info = Pick<GraphQLResolveInfo, 'schema' | 'operation' | 'fragments'>

/** By scope, the first field of an operation that needs it. */
type Needs = ReadonlyMap<string, string>

// Documents are parsed once and kept by the gate, so an operation is the same object each time it is run.
const known = new WeakMap<OperationDefinitionNode, Needs>()

/**
 * Throws `Forbidden` when an API key asks anywhere for a field whose scope (`@needs`) it lacks. What a document may
 * ask for is known before it is run, so nothing is done of one that is refused, and rows that bring their relations
 * along need no guard of their own.
 */
export function admitScopes(actor: Actor, info: Info) {
  if (actor.kind !== 'API_KEY') return
  for (const [scope, field] of needsOf(info)) {
    if (!actor.scopes.includes(scope)) throw new Forbidden(`${field} needs the scope ${scope}, which this key does not have.`)
  }
}

function needsOf(info: Info): Needs {
  const found = known.get(info.operation) ?? collect(info)
  known.set(info.operation, found)
  return found
}

function collect({ schema, operation, fragments }: Info): Needs {
  const needs = new Map<string, string>()
  const directive = schema.getDirective('needs')
  if (!directive) return needs
  const types = new TypeInfo(schema)
  const visitor = visitWithTypeInfo(types, {
    Field: () => {
      const scope = scopeOf(directive, types.getFieldDef())
      if (scope && !needs.has(scope)) needs.set(scope, `${types.getParentType()!.name}.${types.getFieldDef()!.name}`)
    },
  })
  for (const part of [operation, ...Object.values(fragments)]) visit(part, visitor)
  return needs
}

function scopeOf(directive: GraphQLDirective, field: GraphQLField<unknown, unknown> | null | undefined) {
  const values = field?.astNode && getDirectiveValues(directive, field.astNode)
  return values?.['scope'] as string | undefined
}
