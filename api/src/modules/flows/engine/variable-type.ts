import type { Json, VariableType } from '@botpro/graphql/flows'
import { isObject } from '../values/json-object.ts'
const isText = (value: Json) => typeof value === 'string' && value.trim() !== ''

const CHECKS: Record<VariableType, (value: Json) => boolean> = {
  TEXT: isText,
  NUMBER: value => typeof value === 'number' && Number.isFinite(value),
  MONEY: value => isObject(value) && isText(value.amount ?? null) && isText(value.currency ?? null),
  DATE: value => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  TIME: value => typeof value === 'string' && /^\d{2}:\d{2}$/.test(value),
  DATE_TIME: value => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  YES_NO: value => typeof value === 'boolean',
  LIST: Array.isArray,
  OBJECT: isObject,
  FILE: isObject,
  LOCATION: value => isObject(value) && typeof value.latitude === 'number' && typeof value.longitude === 'number',
}

/** Whether a value that was found by itself is what a variable of a type is to hold. */
export const isOfType = (value: Json, type: VariableType): boolean => CHECKS[type](value)
