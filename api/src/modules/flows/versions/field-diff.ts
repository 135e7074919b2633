import type { Json } from '@botpro/graphql/flows'
import { isSame } from '../bots/canonical.ts'

export type ChangeKind = 'ADDED' | 'REMOVED' | 'CHANGED'

/** A field, a place in a list, or a thing of a list that is told from the others by one of its fields. */
export type Segment = string | number | { by: string; is: string }

/** A value that is different, at its place. */
export interface FieldDiff {
  path: Segment[]
  kind: ChangeKind | 'ORDERED'
  /** Of ORDERED, the names in their order. */
  before?: Json
  after?: Json
  /** Of ORDERED: by which field the things of the list are named. */
  by?: string
}

type Fields = Record<string, Json>
/** By name, in their order: an object would put names that look like numbers first. */
type Parts = Map<string, Json>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const partsOf = (fields: Fields): Parts => new Map(Object.entries(fields))

/** Things of lists that have an id or a name are found by it, wherever they stand. */
export function diffFields(before: Json | undefined, after: Json | undefined, path: Segment[] = []): FieldDiff[] {
  if (before === undefined && after === undefined) return []
  if (before === undefined) return [{ path, kind: 'ADDED', after }]
  if (after === undefined) return [{ path, kind: 'REMOVED', before }]
  if (isFields(before) && isFields(after)) return diffNamed(partsOf(before), partsOf(after), name => [...path, name])
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, path)
  return isSame(before, after) ? [] : [{ path, kind: 'CHANGED', before, after }]
}

const diffNamed = (before: Parts, after: Parts, pathOf: (name: string) => Segment[]): FieldDiff[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap(name => diffFields(before.get(name), after.get(name), pathOf(name)))


function diffLists(before: Json[], after: Json[], path: Segment[]): FieldDiff[] {
  const by = identityOf(before, after)
  if (!by) return diffPlaces(before, after, path)
  const changes = diffNamed(byName(before, by), byName(after, by), is => [...path, { by, is }])
  const [were, are] = [namesOf(before, by), namesOf(after, by)]
  return isTold(were, are) ? changes : [...changes, { path, kind: 'ORDERED', before: were, after: are, by }]
}

/** Whether what stayed keeps its order and all that is new stands behind it: then the changes alone say where everything is. */
export function isTold(were: string[], are: string[]): boolean {
  const [known, present] = [new Set(were), new Set(are)]
  return isSame([...were.filter(name => present.has(name)), ...are.filter(name => !known.has(name))], are)
}

const diffPlaces = (before: Json[], after: Json[], path: Segment[]): FieldDiff[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_, place) => diffFields(before[place], after[place], [...path, place])).flat()

/** By what the things of both lists can be told apart, if by anything. */
const identityOf = (before: Json[], after: Json[]): string | undefined =>
  ['id', 'name', 'key'].find(by => before.length + after.length > 0 && areTold(before, by) && areTold(after, by))

function areTold(list: Json[], by: string): boolean {
  const names = list.map(item => (isFields(item) && Object.hasOwn(item, by) ? item[by] : undefined))
  return names.every(name => typeof name === 'string') && new Set(names).size === names.length
}

const namesOf = (list: Json[], by: string): string[] => list.map(item => (item as Fields)[by] as string)
const byName = (list: Json[], by: string): Parts => new Map(list.map(item => [(item as Fields)[by] as string, item]))

/** What `diffFields` found, done: the value that it was found against. */
export const applyFields = (before: Json | undefined, changes: FieldDiff[]): Json | undefined =>
  applyAt(before, changes.map(change => ({ change, rest: change.path })))

interface Pending {
  change: FieldDiff
  rest: Segment[]
}

function applyAt(value: Json | undefined, pending: Pending[]): Json | undefined {
  const whole = pending.find(({ rest, change }) => rest.length === 0 && change.kind !== 'ORDERED')
  if (whole) return whole.change.after
  if (pending.length === 0) return value
  return Array.isArray(value) ? applyList(value, pending) : applyNamed(value as Fields, pending)
}

const nameOf = (segment: Segment): string => (typeof segment === 'object' ? segment.is : String(segment))
const below = (pending: Pending[]) => Map.groupBy(pending.filter(({ rest }) => rest.length > 0), ({ rest }) => nameOf(rest[0]!))
const inside = (pending: Pending[]): Pending[] => pending.map(({ change, rest }) => ({ change, rest: rest.slice(1) }))

const applyNamed = (value: Fields, pending: Pending[]): Fields => Object.fromEntries(applyParts(partsOf(value), pending))

function applyParts(parts: Parts, pending: Pending[]): Parts {
  for (const [name, changes] of below(pending)) {
    const part = applyAt(parts.get(name), inside(changes))
    if (part === undefined) parts.delete(name)
    else parts.set(name, part)
  }
  return parts
}

function applyList(value: Json[], pending: Pending[]): Json[] {
  const order = pending.find(({ rest }) => rest.length === 0)?.change
  const head = pending.find(({ rest }) => rest.length > 0)?.rest[0]
  const by = order?.by ?? (typeof head === 'object' ? head.by : undefined)
  if (!by) return [...applyParts(new Map(value.map((item, place) => [String(place), item])), pending).values()]
  const parts = applyParts(byName(value, by), pending)
  return order ? (order.after as string[]).map(name => parts.get(name)!) : [...parts.values()]
}

/** As people read it: `options.yes.title.ES`. */
export const pathText = (path: Segment[]): string => path.map(nameOf).join('.')
