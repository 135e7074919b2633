import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isScalarType,
  isUnionType,
  lexicographicSortSchema,
  printType,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql'

/** Throws what differs between the SDL and the schema that the resolvers declare. */
export function compareSchemas(contract: GraphQLSchema, declared: GraphQLSchema) {
  const [wanted, given] = [textsOf(contract), textsOf(declared)]
  const names = [...new Set([...wanted.keys(), ...given.keys()])].sort()
  const differing = names.filter(name => wanted.get(name) !== given.get(name))
  if (differing.length === 0) return
  const diffs = differing.map(name => diffOf(wanted.get(name) ?? '', given.get(name) ?? ''))
  throw new Error(
    'The resolvers are not what the contract says (- contract, + resolvers):\n\n' + diffs.join('\n\n'),
  )
}

function textsOf(schema: GraphQLSchema) {
  const sorted = lexicographicSortSchema(schema)
  const used = usedTypesOf(sorted)
  const types = Object.values(sorted.getTypeMap()).filter(
    type => !type.name.startsWith('__') && !isScalarType(type),
  )
  const relevant = types.filter(type => used.has(type.name) || !(isEnumType(type) || isUnionType(type)))
  return new Map(relevant.filter(type => !isEmpty(type)).map(type => [type.name, withoutDescriptions(type)]))
}

/** Enums that only directives speak of are not part of what resolvers can declare. */
function usedTypesOf(schema: GraphQLSchema) {
  const types = Object.values(schema.getTypeMap()).flatMap(type =>
    'getFields' in type ? fieldTypesOf(type) : [],
  )
  return new Set(types.map(type => getNamedType(type).name))
}

function fieldTypesOf(
  type: GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType,
): GraphQLType[] {
  if (isInputObjectType(type)) return Object.values(type.getFields()).map(field => field.type)
  return Object.values(type.getFields()).flatMap(field => [
    field.type,
    ...field.args.map(argument => argument.type),
  ])
}

const isEmpty = (type: GraphQLNamedType) => 'getFields' in type && Object.keys(type.getFields()).length === 0

function withoutDescriptions(type: GraphQLNamedType) {
  const lines = printType(strip(type)).split('\n')
  return lines
    .map(line => line.trimEnd())
    .filter(Boolean)
    .join('\n')
}

/** Descriptions and directives are taken from the SDL and cannot differ; the sorted copy is ours to change. */
function strip(type: GraphQLNamedType) {
  const plain = (described: { description?: unknown; deprecationReason?: unknown }) =>
    Object.assign(described, { description: undefined, deprecationReason: undefined })
  plain(type)
  if (isEnumType(type)) type.getValues().forEach(plain)
  if (isInputObjectType(type)) Object.values(type.getFields()).forEach(plain)
  else if ('getFields' in type)
    Object.values(type.getFields()).forEach(field => [field, ...field.args].forEach(plain))
  return type
}

/** Lines of a type are unique enough to be compared as sets; the rest of the type is shown for its place. */
function diffOf(wanted: string, given: string) {
  const [left, right] = [wanted, given].map(text => text.split('\n').filter(Boolean)) as [string[], string[]]
  const head = (wanted || given).split('\n')[0]!
  return [
    `  ${head}${!given ? '   (no resolver declares it)' : !wanted ? '   (not in the contract)' : ''}`,
    ...left.filter(line => given && !right.includes(line)).map(line => `- ${line}`),
    ...right.filter(line => wanted && !left.includes(line)).map(line => `+ ${line}`),
  ].join('\n')
}
