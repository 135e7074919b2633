import type { Json } from '@botpro/graphql/flows'

/** An object of JSON: no list, and not null. */
export const isObject = (value: Json): value is Record<string, Json> => typeof value === 'object' && value !== null && !Array.isArray(value)
