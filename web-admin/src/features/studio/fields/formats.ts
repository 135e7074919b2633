import type { KnownName, SubjectType } from './names-known.ts'

/** As people are told a value of a type; as it is, the machine would be heard in it. */
const SPOKEN: Partial<Record<SubjectType, string>> = { MONEY: 'money', DATE: 'date', TIME: 'time', DATE_TIME: 'date_time', YES_NO: 'yes_no', LIST: 'list' }
/** Other ways that are asked for often. The rest is written by hand. */
const OTHERWISE: Partial<Record<SubjectType, readonly string[]>> = { NUMBER: ['money', 'number'], TEXT: ['mask', 'document'] }

export interface Offer {
  path: string
  /** What is put between the braces. */
  put: string
  /** The filter by which the value is shown otherwise than it is told plainly. */
  format?: string
}

/** What may be put into a text for each of the names that are known; for machines, values as they are. */
export function offersOf(names: readonly KnownName[], isSpoken: boolean): Offer[] {
  return names.flatMap(({ path, type, group }) => {
    if (!isSpoken) return [{ path, put: path }]
    const spoken = SPOKEN[type]
    const others = group === 'variables' ? OTHERWISE[type] ?? [] : []
    return [{ path, put: spoken ? `${path} | ${spoken}` : path }, ...others.map(format => ({ path, put: `${path} | ${format}`, format }))]
  })
}
