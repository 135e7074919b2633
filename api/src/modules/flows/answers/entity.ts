import { refused, type Taker, taken } from './taking.ts'

/** What ELENA understood of it. */
export const takeEntity: Taker<'ENTITY'> = ({ entity }, { entities, text }) => {
  const value = Object.hasOwn(entities, entity) ? entities[entity] : undefined
  if (value !== undefined && value !== null) return taken(value)
  return refused(text.trim() === '' ? 'EMPTY' : 'NOT_UNDERSTOOD')
}
