import type { ReviewQueue_MisunderstoodGroupFragment as Group } from '../contract/graphql.ts'

/** A group that was judged, and the place that it had. */
export interface Judgement<Verdict> { key: number; group: Group; place: number; verdict: Verdict }
export interface Queue<Verdict> {
  groups: Group[]
  selectedId?: string
  /** What was judged and can be taken back, the oldest first. */
  judged: Judgement<Verdict>[]
  /** Messages that wait, the ones not fetched yet included. */
  waiting: number
}

export const emptyQueue = <Verdict>(): Queue<Verdict> => ({ groups: [], judged: [], waiting: 0 })
const judgedIds = ({ judged }: Queue<unknown>) => new Set(judged.flatMap(({ group }) => group.misunderstoodIds))
const clamp = (at: number, length: number) => Math.max(0, Math.min(at, length - 1))

/** What was asked for has come: added below, or in the place of all before. What was judged in the meantime stays away. */
export function received<Verdict>(queue: Queue<Verdict>, groups: readonly Group[], waiting: number, isFresh: boolean): Queue<Verdict> {
  const gone = judgedIds(queue)
  const known = new Set(isFresh ? [] : queue.groups.map(({ id }) => id))
  const added = groups.filter(({ id, misunderstoodIds }) => !known.has(id) && !misunderstoodIds.every(one => gone.has(one)))
  const all = isFresh ? added : [...queue.groups, ...added]
  const stays = all.some(({ id }) => id === queue.selectedId)
  return { ...queue, groups: all, waiting, selectedId: stays ? queue.selectedId : all[0]?.id }
}

export const selectedOf = ({ groups, selectedId }: Queue<unknown>) => groups.find(({ id }) => id === selectedId)
export const select = <Verdict>(queue: Queue<Verdict>, selectedId: string): Queue<Verdict> => ({ ...queue, selectedId })

/** Up (−1) or down (1); the ends hold. */
export function move<Verdict>(queue: Queue<Verdict>, by: number): Queue<Verdict> {
  const at = queue.groups.findIndex(({ id }) => id === queue.selectedId)
  return { ...queue, selectedId: queue.groups[clamp(at + by, queue.groups.length)]?.id }
}

/** The group leaves at once; the one below takes its turn, or the last. */
export function judge<Verdict>(queue: Queue<Verdict>, key: number, groupId: string, verdict: Verdict): Queue<Verdict> {
  const place = queue.groups.findIndex(({ id }) => id === groupId)
  const group = queue.groups[place]
  if (!group) return queue
  const groups = queue.groups.toSpliced(place, 1)
  const selectedId = queue.selectedId === groupId ? groups[clamp(place, groups.length)]?.id : queue.selectedId
  return { groups, selectedId, judged: [...queue.judged, { key, group, place, verdict }], waiting: Math.max(0, queue.waiting - group.count) }
}

/** As if it had not been judged: undone, or refused by the server. It comes back where it was, and is the one looked at. */
export function takeBack<Verdict>(queue: Queue<Verdict>, key: number): Queue<Verdict> {
  const judgement = queue.judged.find(one => one.key === key)
  if (!judgement) return queue
  const { group, place } = judgement
  const others = queue.groups.filter(({ id }) => id !== group.id)
  return {
    groups: others.toSpliced(Math.min(place, others.length), 0, group), selectedId: group.id,
    judged: queue.judged.filter(one => one !== judgement), waiting: queue.waiting + group.count,
  }
}

export const lastOf = <Verdict>({ judged }: Queue<Verdict>) => judged.at(-1)
