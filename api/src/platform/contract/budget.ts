import {
  getDirectiveValues,
  getNamedType,
  GraphQLError,
  isListType,
  isNonNullType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

type Variables = Record<string, unknown>
type Field = GraphQLField<unknown, unknown>
interface Listing {
  assumed?: number
  slicing?: string[]
}
/** Where the walk stands: the type whose fields are chosen, and the size that a connection handed to its lists. */
interface Place {
  type: GraphQLNamedType
  size?: number
}

/** A list that says nothing about its size. */
const UNKNOWN_SIZE = 10
const MOST = Number.MAX_SAFE_INTEGER

export const tooComplex = () =>
  new GraphQLError('The query is too complex.', { extensions: { code: 'BAD_USER_INPUT' } })

/** What an operation costs with these variables, before any of it runs. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables = {},
) {
  const type = schema.getRootType(operation.operation)
  return type
    ? new Walk(schema, document, withDefaults(operation, variables)).selections(operation.selectionSet, {
        type,
      })
    : 0
}

function withDefaults(operation: OperationDefinitionNode, variables: Variables) {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
  )
  return { ...Object.fromEntries(defaults), ...variables } as Variables
}

class Walk {
  private readonly schema: GraphQLSchema
  private readonly variables: Variables
  private readonly fragments: Map<string, FragmentDefinitionNode>
  /** Fragments are counted once per place, so that fragments of fragments cannot make the counting itself costly. */
  private readonly counted = new Map<string, number>()

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Variables) {
    this.schema = schema
    this.variables = variables
    this.fragments = fragmentsOf(document)
  }

  selections({ selections }: SelectionSetNode, place: Place): number {
    return selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return capped(sum + this.field(selection, place))
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        return capped(sum + this.fragment(selection.name.value, place))
      return capped(
        sum +
          this.selections(selection.selectionSet, this.narrowed(place, selection.typeCondition?.name.value)),
      )
    }, 0)
  }

  private fragment(name: string, place: Place): number {
    const key = `${name} ${place.type.name} ${place.size}`
    const known = this.counted.get(key)
    if (known !== undefined) return known
    this.counted.set(key, 0)
    const fragment = this.fragments.get(name)
    const cost = fragment
      ? this.selections(fragment.selectionSet, this.narrowed(place, fragment.typeCondition.name.value))
      : 0
    this.counted.set(key, cost)
    return cost
  }

  private narrowed(place: Place, name?: string): Place {
    return { ...place, type: (name && this.schema.getType(name)) || place.type }
  }

  private field(node: FieldNode, { type, size }: Place): number {
    const field = 'getFields' in type ? (type.getFields()[node.name.value] as Field | undefined) : undefined
    if (!field) return 0
    const listing = this.listing(field, node)
    const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type)
    const times = isList ? (listing ?? size ?? UNKNOWN_SIZE) : 1
    const place = { type: getNamedType(field.type), size: isList ? undefined : listing }
    const below = node.selectionSet ? this.selections(node.selectionSet, place) : 0
    return capped(times * (this.weight(field, !!node.selectionSet) + below))
  }

  private weight(field: Field, composite: boolean): number {
    const directive = this.schema.getDirective('cost')
    const values = directive && field.astNode && getDirectiveValues(directive, field.astNode)
    return values ? Number(values['weight']) : composite ? 1 : 0
  }

  private listing(field: Field, node: FieldNode): number | undefined {
    const directive = this.schema.getDirective('listSize')
    const values =
      directive && field.astNode && (getDirectiveValues(directive, field.astNode) as Listing | undefined)
    if (!values) return undefined
    const given = (values.slicing ?? []).map(name => this.argument(field, node, name)).filter(Number.isFinite)
    return given.length ? Math.max(0, ...given) : (values.assumed ?? UNKNOWN_SIZE)
  }

  private argument(field: Field, node: FieldNode, name: string): number {
    const written = node.arguments?.find(argument => argument.name.value === name)?.value
    if (written?.kind === Kind.INT) return Number(written.value)
    const variable = written?.kind === Kind.VARIABLE ? this.variables[written.name.value] : undefined
    return Number(variable ?? field.args.find(argument => argument.name === name)?.defaultValue ?? Number.NaN)
  }
}

const capped = (cost: number) => Math.min(cost, MOST)

export const fragmentsOf = (document: DocumentNode) =>
  new Map(
    document.definitions.flatMap(node =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
    ),
  )
