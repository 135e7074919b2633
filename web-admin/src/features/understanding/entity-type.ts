import type { EntityKind, EntityTypeForm_EntityTypeFragment as EntityType } from '../../contract/graphql.ts'
import { repeatedValues, type ValueDraft } from './entity-values.ts'
import { finishedName, isName } from './training-name.ts'

export interface EntityTypeDraft { version: number; name: string; description: string; kind: EntityKind; values: ValueDraft[] }

export const KINDS: EntityKind[] = ['LEARNED', 'LIST', 'BOTH']
export const KIND_ICONS: Record<EntityKind, string> = { LEARNED: 'i-lucide-sparkles', LIST: 'i-lucide-list-checks', BOTH: 'i-lucide-layers' }

export const draftOf = (type?: EntityType): EntityTypeDraft => ({
  version: type?.version ?? 0, name: type?.name ?? '', description: type?.description ?? '', kind: type?.kind ?? 'LIST',
  values: type?.values.map(({ value, synonyms }) => ({ value, synonyms: [...synonyms] })) ?? [],
})

/** Lines without a value are lines that nobody filled in. */
export const inputOf = ({ name, description, kind, values }: EntityTypeDraft) => ({
  name: finishedName(name), description: description.trim() || null, kind,
  values: kind === 'LEARNED' ? [] : values.filter(({ value }) => value.trim()).map(({ value, synonyms }) => ({ value: value.trim(), synonyms })),
})

/** The first thing that stands in the way of saving, as the key of its words. */
export function problemOf({ name, kind, values }: EntityTypeDraft): 'name' | 'repeated' | 'empty' | undefined {
  if (!isName(finishedName(name))) return 'name'
  if (kind === 'LEARNED') return undefined
  if (repeatedValues(values).length) return 'repeated'
  return kind === 'LIST' && !values.some(({ value }) => value.trim()) ? 'empty' : undefined
}
