import { connected, type Flow, type Step } from './flow-document.ts'

/** What two documents share is not looked into; what is left undefined is not there. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!isHolder(a) || !isHolder(b) || Array.isArray(a) !== Array.isArray(b)) return false
  return Object.keys(a).every(name => same(a[name], b[name])) && Object.keys(b).every(name => name in a || b[name] === undefined)
}

const isHolder = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

export type Place = Step['id'] | 'flow'
export type Side = 'MINE' | 'THEIRS'
interface Merged { flow: Flow; /** What both changed, each in a way of its own. */ clashes: Place[] }

/** One of two that differ from what both began with: the one that changed; with a clash where both did. */
function chosen<Part>({ base, mine, theirs, side }: { base: Part; mine: Part; theirs: Part; side: Side }): { part: Part; clashes: boolean } {
  if (same(mine, theirs) || same(base, theirs)) return { part: mine, clashes: false }
  if (same(base, mine)) return { part: theirs, clashes: false }
  return { part: side === 'MINE' ? mine : theirs, clashes: true }
}

/** Puts together what two people made of one flow; where both changed the same, the side that somebody says, or mine. */
export function merged(base: Flow, mine: Flow, theirs: Flow, sideOf: (place: Place) => Side = () => 'MINE'): Merged {
  const [byBase, byMine, byTheirs] = [base, mine, theirs].map(({ steps }) => new Map(steps.map(step => [step.id, step]))) as [Steps, Steps, Steps]
  const ids = [...new Set([...mine.steps, ...theirs.steps].map(step => step.id))]
  const found = ids.map(id => ({ id, ...chosen({ base: byBase.get(id), mine: byMine.get(id), theirs: byTheirs.get(id), side: sideOf(id) }) }))
  const { steps: _m, ...mySettings } = mine
  const { steps: _t, ...theirSettings } = theirs
  const { steps: _b, ...baseSettings } = base
  const settings = chosen({ base: baseSettings, mine: mySettings, theirs: theirSettings, side: sideOf('flow') })
  const steps = found.flatMap(({ part }) => part ?? [])
  const clashes: Place[] = [...found.filter(one => one.clashes).map(({ id }) => id), ...(settings.clashes ? ['flow' as const] : [])]
  return { flow: whole(mine, { ...settings.part, steps }), clashes }
}
type Steps = Map<string, Step>

/** Steps that somebody removed may still be led to. */
function whole(mine: Flow, flow: Flow): Flow {
  const ids = new Set(flow.steps.map(step => step.id))
  const steps = flow.steps.length ? flow.steps.map(step => connected(step, id => ids.has(id))) : mine.steps
  const start = steps.some(({ id }) => id === flow.start) ? flow.start : steps[0]!.id
  const result = { ...flow, start, steps }
  return same(result, mine) ? mine : result
}

export interface Difference { id: string; kind: 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED'; step: Step }

/** What of a flow is otherwise in another, step by step. */
export function differences(before: Flow, after: Flow): Difference[] {
  const [old, now] = [before, after].map(({ steps }) => new Map(steps.map(step => [step.id, step]))) as [Steps, Steps]
  const gone = before.steps.filter(({ id }) => !now.has(id)).map(step => ({ id: step.id, kind: 'REMOVED' as const, step }))
  const other = after.steps.flatMap<Difference>(step => {
    const was = old.get(step.id)
    if (!was) return [{ id: step.id, kind: 'ADDED', step }]
    if (same(was, step)) return []
    return [{ id: step.id, kind: same({ ...was, position: step.position }, step) ? 'MOVED' : 'CHANGED', step }]
  })
  return [...gone, ...other]
}
