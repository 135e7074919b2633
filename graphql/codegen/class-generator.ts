import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
  type GraphQLUnionType,
} from 'graphql'

type Output = GraphQLField<unknown, unknown>
type Input = GraphQLInputField | GraphQLArgument
interface Fielded {
  getFields(): Record<string, Output | GraphQLInputField>
}

const ROOTS = ['Query', 'Mutation', 'Subscription']
const RESOLVE_TYPE = 'resolveType: (value: any) => value.__typename ?? value.constructor.name'
const TYPES_OF_SCALARS: Record<string, string> = {
  Boolean: 'boolean',
  Float: 'number',
  Int: 'number',
  DateTime: 'Date',
  JSON: 'any',
}

const HEAD = `/* Generated from graphql/schema, never edited. Bare names are the contract's; \`gql\` is type-graphql. */
import 'reflect-metadata'
import * as gql from 'type-graphql'
import { scalars } from './platform/contract/scalars.ts'`

/** The type-graphql classes of a schema, as a code generator plug-in. */
export const plugin = (schema: GraphQLSchema) => HEAD + '\n\n' + classesOf(schema).join('\n\n') + '\n'

function classesOf(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter(type => !type.name.startsWith('__'))
  const objects = types.filter(isObjectType)
  const fielded = objects.filter(type => !ROOTS.includes(type.name))
  const interfaces = types
    .filter(isInterfaceType)
    .sort((a, b) => a.getInterfaces().length - b.getInterfaces().length)
  const inputs = types.filter(isInputObjectType)
  return [
    ...types.filter(isEnumType).map(enumOf),
    ...interfaces.map(interfaceOf),
    ...fielded.map(objectOf),
    ...types.filter(isUnionType).map(unionOf),
    ...inputs.map(inputOf),
    ...[...objects, ...interfaces].flatMap(argsOf),
    listOf([...interfaces, ...fielded, ...inputs]),
  ]
}

function enumOf(type: GraphQLEnumType) {
  const values = type.getValues()
  const described = values.filter(value => value.description || value.deprecationReason)
  const valuesConfig = described.map(value => `    ${value.name}: ${literal(textsOf(value))},\n`).join('')
  return [
    `export const ${type.name} = {`,
    ...values.map(value => `  ${value.name}: '${value.name}',`),
    '} as const',
    `export type ${type.name} = (typeof ${type.name})[keyof typeof ${type.name}]`,
    `gql.registerEnumType(${type.name}, ${optionsOf(type, [
      `name: '${type.name}'`,
      ...(valuesConfig ? [`valuesConfig: {\n${valuesConfig}  }`] : []),
    ])})`,
  ].join('\n')
}

const unionOf = (type: GraphQLUnionType) => {
  const members = type
    .getTypes()
    .map(member => member.name)
    .join(', ')
  const options = optionsOf(type, [
    `name: '${type.name}'`,
    `types: () => [${members}] as const`,
    RESOLVE_TYPE,
  ])
  return `export const ${type.name} = gql.createUnionType(${options})\nexport type ${type.name} = typeof ${type.name}`
}

const interfaceOf = (type: GraphQLInterfaceType) =>
  classOf(type, `@gql.InterfaceType(${optionsOf(type, [...implementsOf(type), RESOLVE_TYPE])})`, 'abstract ')

const objectOf = (type: GraphQLObjectType) =>
  classOf(type, `@gql.ObjectType(${optionsOf(type, implementsOf(type))})`)

const inputOf = (type: GraphQLInputObjectType) => classOf(type, `@gql.InputType(${optionsOf(type)})`)

const classOf = (
  type: Fielded & { name: string; description?: string | null },
  decorator: string,
  prefix = '',
) =>
  `${decorator}\nexport ${prefix}class ${type.name} {\n` +
  Object.values(type.getFields()).map(fieldOf).join('\n\n') +
  '\n}'

/** Fields with arguments are plain too: only a `@FieldResolver` with `@Args` makes them equal to the SDL. */
function argsOf(type: GraphQLObjectType | GraphQLInterfaceType): string[] {
  return Object.values(type.getFields())
    .filter(field => field.args.length > 0)
    .map(field => {
      const name = type.name + field.name[0]!.toUpperCase() + field.name.slice(1) + 'Args'
      return `@gql.ArgsType()\nexport class ${name} {\n${field.args.map(fieldOf).join('\n\n')}\n}`
    })
}

const listOf = (types: readonly { name: string }[]) =>
  `/** Everything that the schema would not reach by itself. */\nexport const contractTypes = [\n` +
  types.map(type => `  ${type.name},\n`).join('') +
  ']'

function fieldOf(field: Output | Input) {
  const { nullable, reference } = shapeOf(field.type, field.name)
  const defaultValue = 'defaultValue' in field ? field.defaultValue : undefined
  const options = optionsOf(field, [
    ...(nullable === undefined ? [] : [`nullable: ${literal(nullable)}`]),
    ...(defaultValue === undefined ? [] : [`defaultValue: ${literal(defaultValue)}`]),
  ])
  const sign = isNonNullType(field.type) || defaultValue !== undefined ? '!' : '?'
  return (
    `${docOf(field)}  @gql.Field(() => ${reference}${options && `, ${options}`})\n` +
    `  ${field.name}${sign}: ${typescriptOf(field.type)}`
  )
}

/** A list's nullability in the words of type-graphql, which knows only one for the items of all depths. */
function shapeOf(type: GraphQLType, name: string) {
  const [list, ...items] = layersOf(type)
  const itemNullable = items.map(layer => layer.nullable)
  if (new Set(itemNullable).size > 1)
    throw new Error(`${name}: lists in lists must agree on what may be null.`)
  const reference = '['.repeat(items.length) + referenceOf(type) + ']'.repeat(items.length)
  if (!itemNullable[0]) return { reference, nullable: list!.nullable ? true : undefined }
  return { reference, nullable: list!.nullable ? 'itemsAndList' : 'items' }
}

function layersOf(type: GraphQLType): { nullable: boolean }[] {
  const bare = isNonNullType(type) ? type.ofType : type
  const layer = { nullable: bare === type }
  return isListType(bare) ? [layer, ...layersOf(bare.ofType as GraphQLType)] : [layer]
}

function referenceOf(type: GraphQLType) {
  const named = getNamedType(type)
  if (named.name === 'String' || named.name === 'Boolean') return named.name
  if (isSpecifiedScalarType(named)) return `gql.${named.name}`
  return isScalarType(named) ? `scalars.${named.name}` : named.name
}

function typescriptOf(type: GraphQLType): string {
  if (!isNonNullType(type)) return nonNullOf(type) + ' | null'
  return nonNullOf(type.ofType as GraphQLType)
}

function nonNullOf(type: GraphQLType): string {
  if (!isListType(type)) return isScalarType(type) ? (TYPES_OF_SCALARS[type.name] ?? 'string') : String(type)
  const item = typescriptOf(type.ofType as GraphQLType)
  return item.includes(' ') ? `(${item})[]` : `${item}[]`
}

const implementsOf = (type: GraphQLObjectType | GraphQLInterfaceType) =>
  type.getInterfaces().length ? [`implements: [${type.getInterfaces().map(String).join(', ')}]`] : []

interface Described {
  description?: string | null
  deprecationReason?: string | null
}

const textsOf = ({ description, deprecationReason }: Described) => ({
  ...(description && { description }),
  ...(deprecationReason && { deprecationReason }),
})

function optionsOf(described: Described, entries: string[] = []) {
  const texts = Object.entries(textsOf(described)).map(([key, text]) => `${key}: ${literal(text)}`)
  const all = [...entries, ...texts]
  return all.length ? `{ ${all.join(', ')} }` : ''
}

const docOf = ({ description }: Described) =>
  description ? `  /** ${description.replaceAll('*/', '*\\/').replaceAll('\n', '\n   * ')} */\n` : ''

const literal = (value: unknown): string => JSON.stringify(value)
