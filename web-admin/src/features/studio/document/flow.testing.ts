import type { Flow, StepKind } from '@botpro/graphql/flows'
import { exitsOf } from '@botpro/graphql/flows/exits.ts'
import fc from 'fast-check'
import { makeRoom } from '../canvas/make-room.ts'
import { STEP_KINDS } from '../steps/step-kinds.ts'
import { anyListing, patchFor } from './any-patch.testing.ts'
import { pasteCopied, readCopied, written } from './clipboard.ts'
import { addStep, changeFlow, changeStep, connect, disconnect, duplicate, insertBetween, moveSteps, removeSteps, renameExit, setStart } from './commands.ts'
import { connectionsOf, type Change, type Step } from './flow-document.ts'
import { newStep, newStepId, withVariable } from './new-step.ts'
import { declare, renameVariable } from './variables.ts'

export const say = (id: string, next: Record<string, string> = {}, x = 0): Step =>
  ({ id, kind: 'SAY', position: { x, y: 0 }, next, messages: [{ kind: 'TEXT', text: { ES: id } }] })

export const menu = (id: string, next: Record<string, string> = {}): Step =>
  ({ id, kind: 'MENU', position: { x: 0, y: 0 }, next, style: 'BUTTONS', text: { ES: id }, options: [{ id: 'yes', title: { ES: 'Sí' } }, { id: 'no', title: { ES: 'No' } }] })

export const flowOf = (steps: Step[], more: Partial<Flow> = {}): Flow =>
  ({ key: 'flow', name: 'Flow', variables: [], triggers: [], start: steps[0]!.id, steps, ...more })

export const anyKind = fc.constantFrom<StepKind>(...STEP_KINDS)

/** Steps of another flow on the clipboard, with a variable that this one may not know. */
const ELSEWHERE = written(flowOf([menu('there', { yes: 'more' }), { id: 'more', kind: 'ASK', position: { x: 300, y: 0 }, next: { answered: 'there' }, text: { ES: '¿Cuánto?' }, answer: { type: 'MONEY', currency: 'DOP' }, saveAs: 'total' }],
  { key: 'other', variables: [{ name: 'total', type: 'MONEY', scope: 'FLOW' }] }), new Set(['there', 'more']))

/** One thing that somebody may do, whatever the flow is at that moment: numbers say which of what there is. */
const anyAct = fc.record({ what: fc.nat(), kind: anyKind, one: fc.nat(), other: fc.nat(), exit: fc.nat(), x: fc.integer({ min: -5000, max: 5000 }), y: fc.integer({ min: -5000, max: 5000 }), text: fc.string({ maxLength: 30 }), patch: fc.nat(), listing: anyListing })
type Act = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never

function changeFor(flow: Flow, act: Act): Change {
  const pick = (n: number) => flow.steps[n % flow.steps.length]!
  const [one, other] = [pick(act.one), pick(act.other)]
  const exits = exitsOf(one)
  const from = { step: one.id, exit: exits[act.exit % Math.max(1, exits.length)] ?? 'done' }
  const ids = flow.steps.map(({ id }) => id)
  const fresh = () => newStep(act.kind, newStepId(act.kind, ids, () => act.one % 97 / 97), { x: act.x, y: act.y })
  const connection = connectionsOf(flow)[act.exit]
  const changes: (() => Change)[] = [
    () => now => { const { flow: ready, step } = withVariable(now, fresh()); return addStep(step, act.other % 2 ? from : undefined)(ready) },
    () => connect(from, other.id),
    () => disconnect(from),
    () => insertBetween(fresh(), connection ?? from),
    () => now => { const step = fresh(); return makeRoom(step.id, from.step)(insertBetween(step, connection ?? from)(now)) },
    () => moveSteps({ [one.id]: { x: act.x, y: act.y }, [other.id]: { x: act.y, y: act.x } }),
    () => changeStep(one.id, { name: act.text || undefined }),
    () => changeStep(one.id, patchFor(one.kind, act.patch)),
    () => changeStep(one.id, patchFor(one.kind, act.patch)),
    () => (one.kind === 'JUMP' ? changeStep<'JUMP'>(one.id, { step: act.exit % 2 ? other.id : undefined }) : now => now),
    () => removeSteps(act.exit % 3 ? [one.id] : [one.id, other.id]),
    () => duplicate([one.id, other.id], (step, taken) => newStepId(step.kind, taken, () => 0.5), { x: 20, y: 20 }),
    () => pasteCopied(readCopied(written(flow, new Set([one.id, other.id]))), (step, taken) => newStepId(step.kind, taken, () => 0.25), { x: 60, y: 80 }),
    () => pasteCopied(readCopied(ELSEWHERE), (step, taken) => newStepId(step.kind, taken, () => 0.75), { x: act.x, y: act.y }),
    () => setStart(other.id),
    () => changeFlow({ description: act.text || undefined }),
    () => changeFlow({ name: act.text.trim() || 'Flow' }),
    () => changeFlow(act.listing(flow)),
    () => declare({ name: 'answer', type: 'TEXT', scope: 'FLOW' }),
    () => (flow.variables[0] ? renameVariable(flow.variables[0].name, `named${act.x % 5 + 5}`) : now => now),
    () => (one.kind === 'MENU' && one.options[0] ? renameExit<'MENU'>({ step: one.id, exit: one.options[0].id }, `o${act.exit % 50}`, { options: [{ ...one.options[0], id: `o${act.exit % 50}` }] }) : now => now),
  ]
  return changes[act.what % changes.length]!()
}

/** It is told the flow that it finds. */
export const anyChange = anyAct.map((act): Change => flow => changeFor(flow, act)(flow))

/** Whole sessions of work: each act is told the flow that the acts before have left. */
export const anySession = fc.array(anyChange, { maxLength: 40 })
