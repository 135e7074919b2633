import type { Value } from '@botpro/graphql/flows'
import { UNSET } from '../document/new-step.ts'

/** `CHOICE` is a text that stands in a list. */
export const VALUE_MODES = ['PATH', 'TEXT', 'NUMBER', 'YES_NO', 'TEMPLATE'] as const
export type ValueMode = (typeof VALUE_MODES)[number] | 'NONE' | 'OTHER' | 'CHOICE'

export function valueMode(value: Value | undefined): ValueMode {
  if (!value) return 'NONE'
  if ('path' in value) return 'PATH'
  if ('template' in value) return 'TEMPLATE'
  if (typeof value.literal === 'number') return 'NUMBER'
  if (typeof value.literal === 'boolean') return 'YES_NO'
  return typeof value.literal === 'string' ? 'TEXT' : 'OTHER'
}

export function emptyValue(mode: ValueMode): Value | undefined {
  if (mode === 'NONE') return undefined
  if (mode === 'PATH') return { path: UNSET }
  if (mode === 'TEMPLATE') return { template: '' }
  return { literal: mode === 'NUMBER' ? 0 : mode === 'YES_NO' ? true : '' }
}
