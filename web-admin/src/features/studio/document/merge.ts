import { connected, type Flow, type Step } from './flow-document.ts'

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, sorted(part)]))
}

type Place = Step['id'] | 'flow'
interface Merged { flow: Flow; /** What both changed, each in a way of its own; mine holds. */ clashes: Place[] }

/** One of two that differ from what both began with: the one that changed; mine, with a clash, where both did. */
function chosen<Part>(base: Part, mine: Part, theirs: Part): { part: Part; clashes: boolean } {
  if (same(mine, theirs) || same(base, theirs)) return { part: mine, clashes: false }
  if (same(base, mine)) return { part: theirs, clashes: false }
  return { part: mine, clashes: true }
}

/** Puts together what two people made of one flow. */
export function merged(base: Flow, mine: Flow, theirs: Flow): Merged {
  const [byBase, byMine, byTheirs] = [base, mine, theirs].map(({ steps }) => new Map(steps.map(step => [step.id, step]))) as [Steps, Steps, Steps]
  const ids = [...new Set([...mine.steps, ...theirs.steps].map(step => step.id))]
  const found = ids.map(id => ({ id, ...chosen(byBase.get(id), byMine.get(id), byTheirs.get(id)) }))
  const { steps: _m, ...mySettings } = mine
  const { steps: _t, ...theirSettings } = theirs
  const { steps: _b, ...baseSettings } = base
  const settings = chosen(baseSettings, mySettings, theirSettings)
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
