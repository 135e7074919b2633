import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import {
  GraphQLDateTime,
  GraphQLEmailAddress,
  GraphQLJSON,
  GraphQLLocale,
  GraphQLTimeZone,
  GraphQLURL,
  GraphQLUUID,
} from 'graphql-scalars'

interface TextScalar {
  name: string
  pattern: RegExp
  says: string
}

/** A scalar that is a string of a certain form on both sides. */
function textScalar({ name, pattern, says }: TextScalar) {
  const check = (value: unknown) => {
    if (typeof value === 'string' && pattern.test(value)) return value
    throw new GraphQLError(`${name} must be ${says}.`)
  }
  const parseLiteral = (node: { kind: string; value?: unknown }) =>
    check(node.kind === Kind.STRING && node.value)
  return new GraphQLScalarType({ name, serialize: check, parseValue: check, parseLiteral })
}

const Cursor = textScalar({
  name: 'Cursor',
  pattern: /^[\w-]{1,200}$/,
  says: 'a place that this API gave out',
})
const LocalTime = textScalar({
  name: 'LocalTime',
  pattern: /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
  says: 'HH:mm',
})
const Decimal = textScalar({
  name: 'Decimal',
  pattern: /^-?\d{1,15}(\.\d{1,6})?$/,
  says: 'a decimal number as a string',
})
const LocalDate = textScalar({
  name: 'Date',
  pattern: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  says: 'YYYY-MM-DD',
})

// A Date would be turned into text later by JSON, and slower.
const DateTime = new GraphQLScalarType({
  ...GraphQLDateTime.toConfig(),
  serialize: value => (value instanceof Date ? value.toISOString() : GraphQLDateTime.serialize(value)),
})

/** How each scalar of the contract is read and written. */
export const scalars = {
  Cursor,
  Date: LocalDate,
  DateTime,
  Decimal,
  EmailAddress: GraphQLEmailAddress,
  JSON: GraphQLJSON,
  Locale: GraphQLLocale,
  LocalTime,
  TimeZone: GraphQLTimeZone,
  URL: GraphQLURL,
  UUID: GraphQLUUID,
}
