import {
  buildSchema, getNamedType, GraphQLEnumType, isAbstractType, isCompositeType, isEnumType, isInputObjectType, isListType, isNonNullType,
  isObjectType, isUnionType, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLObjectType,
} from 'graphql'
import { ruleOf, type Rule } from '../src/platform/contract/allow.ts'
import { Gate } from '../src/platform/contract/gate.ts'
import { loadSdl } from '../src/platform/contract/load.ts'
import type { Variables } from './client.ts'

export const schema = buildSchema(loadSdl())
const gate = new Gate({ schema })

const PREFERRED = ['ALL', 'AGENT']
const BY_NAME: Record<string, unknown> = {
  first: 2, timeZone: 'America/Santo_Domingo', currency: 'USD', color: '#336699', origin: 'https://example.com',
  opens: '09:00', closes: '10:00', allowedOrigins: 'https://example.com', password: 'otra frase larga y rara',
  newPassword: 'otra frase larga y rara', currentPassword: 'esta no es la suya', code: '123456',
}
let counter = 0

export type RootName = 'Query' | 'Mutation' | 'Subscription'
type Field = GraphQLField<unknown, unknown>

/** A root field of the contract, ready to be called. */
export interface RootField {
  root: RootName
  name: string
  rule: Rule
  document: string
  /** Asks for nothing but the name of what comes back. */
  barest: string
  /** Where ids go in, in the order in which values are asked for. */
  idPlaces: Place[]
  field: Field
}

/** What is put into an argument or an input field. */
export interface Place {
  name: string
  /** The input type, or the root field, that it is part of. */
  of: string
  root: RootName
  type: GraphQLNamedType
}
export type ValueOf = (place: Place) => unknown

/** Every root field there is. A new one is among them by itself; one that cannot be called stops here, by its name. */
export const rootFields: RootField[] = (['Query', 'Mutation', 'Subscription'] as const).flatMap(root =>
  Object.values((schema.getType(root) as GraphQLObjectType).getFields()).map(field => rootField(root, field)))

function rootField(root: RootName, field: Field): RootField {
  const idPlaces: Place[] = []
  inputsOf({ root, name: field.name, field }, place => {
    if (place.type.name === 'ID') idPlaces.push(place)
    return sampleValue(place)
  })
  return {
    root, name: field.name, field, idPlaces, document: documentOf(root, field),
    barest: write(root, field, 0),
    rule: ruleOf(schema, `${root}.${field.name}`, field),
  }
}

/** Values for everything that a field takes, the optional too. */
export function inputsOf({ root, field }: Pick<RootField, 'root' | 'name' | 'field'>, valueOf: ValueOf): Variables {
  return Object.fromEntries(field.args.map(({ name, type }) => [name, inputOf({ name, of: field.name, root }, type, valueOf)]))
}

function inputOf(place: Omit<Place, 'type'>, type: GraphQLInputType, valueOf: ValueOf): unknown {
  if (isNonNullType(type)) return inputOf(place, type.ofType, valueOf)
  if (isListType(type)) return [inputOf(place, type.ofType, valueOf)]
  if (!isInputObjectType(type)) return valueOf({ ...place, type })
  return Object.fromEntries(Object.values(type.getFields()).map(field =>
    [field.name, inputOf({ ...place, name: field.name, of: type.name }, field.type, valueOf)]))
}

/** Something well-formed that belongs to nobody. */
export function sampleValue({ name, type }: Place): unknown {
  if (name in BY_NAME) return BY_NAME[name]
  if (/email$/i.test(name)) return `nobody-${Date.now()}-${counter++}@example.com`
  if (name === 'slug') return `s-${Date.now().toString(36)}-${counter++}`
  if (isEnumType(type)) return preferred(type)
  const samples: Record<string, unknown> = {
    ID: crypto.randomUUID(), String: 'prueba', Int: 1, Float: 1, Boolean: true, DateTime: '2099-01-01T00:00:00.000Z', Date: '2099-01-01',
    LocalTime: '09:00', TimeZone: 'America/Santo_Domingo', JSON: {}, Cursor: null,
  }
  if (!(type.name in samples)) throw new Error(`The tests do not know what a ${type.name} looks like: say it in ${import.meta.filename}.`)
  return samples[type.name]
}

function preferred(type: GraphQLEnumType) {
  const names = type.getValues().map(value => value.name)
  return PREFERRED.find(name => names.includes(name)) ?? names[0]
}

/** As deep as the gate of the API lets it be. */
function documentOf(root: RootName, field: Field): string {
  for (let depth = 6; depth > 0; depth--) {
    const document = write(root, field, depth)
    try {
      gate.admit({ query: document, variables: { first: 2 } })
      return document
    } catch (error) {
      if (depth === 1) throw new Error(`${root}.${field.name} cannot be called: ${(error as Error).message}`, { cause: error })
    }
  }
  throw new Error('unreachable')
}

function write(root: RootName, field: Field, depth: number): string {
  const variables = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ')
  const type = getNamedType(field.type)
  return `${root.toLowerCase()} Call${variables && `(${variables})`} { ${field.name}${given && `(${given})`}${selectionOf(type, depth)} }`
}

function selectionOf(type: GraphQLNamedType, depth: number): string {
  if (!isCompositeType(type)) return ''
  if (depth === 0) return ' { __typename }'
  if (isObjectType(type)) return ` { __typename ${fieldsOf(type, depth, new Map()).join(' ')} }`
  if (!isAbstractType(type)) return ' { __typename }'
  const taken = new Map<string, string>()
  const members = isUnionType(type) ? type.getTypes() : schema.getPossibleTypes(type)
  return ` { __typename ${members.map(member => `... on ${member.name} { __typename ${fieldsOf(member, depth, taken).join(' ')} }`).join(' ')} }`
}

/** Fields of one name but different types need another name beside each other. */
function fieldsOf(type: GraphQLObjectType, depth: number, taken: Map<string, string>): string[] {
  return Object.values(type.getFields()).flatMap(field => {
    const composite = isCompositeType(getNamedType(field.type))
    if (composite && depth <= 1) return []
    const known = taken.get(field.name)
    const alias = known !== undefined && known !== String(field.type) ? `${type.name}_${field.name}: ` : ''
    if (known === undefined) taken.set(field.name, String(field.type))
    const few = field.args.some(arg => arg.name === 'first') ? '(first: 2)' : ''
    return [`${alias}${field.name}${few}${selectionOf(getNamedType(field.type), depth - 1)}`]
  })
}

export const isSubscription = ({ root }: RootField) => root === 'Subscription'
