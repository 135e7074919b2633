import type { BotDifference, FlowDiff, StepDiff, TestDiff } from './bot-diff.ts'
import { pathText, type ChangeKind, type FieldDiff } from './field-diff.ts'

/** A difference as screens show it: of what is wholly new or gone, that it is. */
export const shownDiff = ({ settings, flows, tests, flowOrder }: BotDifference) => ({
  settings: settings.map(shownField), flows: flows.map(shownFlow), tests: tests.map(shownTest), isReordered: Boolean(flowOrder),
})

const shownField = ({ path, kind, before = null, after = null }: FieldDiff) =>
  ({ path: pathText(path), kind: kind === 'ORDERED' ? 'CHANGED' as const : kind, before, after })

const fieldsOf = ({ kind, fields }: { kind: ChangeKind; fields: FieldDiff[] }) => (kind === 'CHANGED' ? fields.map(shownField) : [])

const shownFlow = (flow: FlowDiff) =>
  ({ key: flow.key, name: flow.name, kind: flow.kind, fields: fieldsOf(flow), steps: flow.steps.map(shownStep) })

const shownStep = (change: StepDiff) => ({
  id: change.id, name: change.step.name ?? null, stepKind: change.step.kind, kind: change.kind, fields: fieldsOf(change),
  isMovedOnly: change.kind === 'CHANGED' && change.fields.every(({ path }) => path[0] === 'position'),
})

const shownTest = (test: TestDiff) => ({ key: test.key, name: test.name, kind: test.kind, fields: fieldsOf(test) })
