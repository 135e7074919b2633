import type { BotContent, BotSettings, Flow, FlowTest, Json, Step } from '@botpro/graphql/flows'
import { applyFields, diffFields, isTold, type ChangeKind, type FieldDiff } from './field-diff.ts'

export interface StepDiff {
  id: string
  kind: ChangeKind
  /** As it is now; as it was, where it is gone. */
  step: Step
  fields: FieldDiff[]
}

export interface FlowDiff {
  key: string
  name: string
  kind: ChangeKind
  /** Of the flow without its steps. */
  fields: FieldDiff[]
  steps: StepDiff[]
  /** Ids of steps, where the list has another order than the changes alone would give. */
  order?: string[]
}

export interface TestDiff {
  key: string
  name: string
  kind: ChangeKind
  fields: FieldDiff[]
}

export interface BotDifference {
  settings: FieldDiff[]
  flows: FlowDiff[]
  tests: TestDiff[]
  flowOrder?: string[]
  testOrder?: string[]
}

interface Pair<Item> {
  name: string
  before?: Item
  after?: Item
}

/** Everything that is different, by flow, step and field. */
export function diffBots(before: BotContent, after: BotContent): BotDifference {
  return {
    settings: diffFields(json(before.settings), json(after.settings)),
    flows: pairs(before.flows, after.flows, keyOf).flatMap(diffFlow),
    tests: pairs(before.tests, after.tests, keyOf).flatMap(diffTest),
    flowOrder: otherOrder(before.flows, after.flows, keyOf),
    testOrder: otherOrder(before.tests, after.tests, keyOf),
  }
}

/** What `diffBots` found, done to what it was found from. */
export function applyDiff(before: BotContent, diff: BotDifference): BotContent {
  return {
    settings: applyFields(json(before.settings), diff.settings) as BotSettings,
    flows: merged({ items: before.flows, changes: diff.flows, nameOf: keyOf, changed: change => change.key, apply: applyFlow, order: diff.flowOrder }),
    tests: merged({ items: before.tests, changes: diff.tests, nameOf: keyOf, changed: change => change.key, apply: applyWhole<FlowTest>, order: diff.testOrder }),
  }
}

const keyOf = ({ key }: { key: string }) => key
const idOf = ({ id }: { id: string }) => id
const json = (value: unknown) => value as Json

function pairs<Item>(before: Item[], after: Item[], nameOf: (item: Item) => string): Pair<Item>[] {
  const were = new Map(before.map(item => [nameOf(item), item]))
  const are = new Map(after.map(item => [nameOf(item), item]))
  return [...new Set([...were.keys(), ...are.keys()])].map(name => ({ name, before: were.get(name), after: are.get(name) }))
}

const kindOf = ({ before, after }: Pair<unknown>): ChangeKind => (!before ? 'ADDED' : !after ? 'REMOVED' : 'CHANGED')

function diffFlow(pair: Pair<Flow>): FlowDiff[] {
  const { name: key, before, after } = pair
  const card = { key, name: (after ?? before)!.name, kind: kindOf(pair) }
  const fields = diffFields(json(withoutSteps(before)), json(withoutSteps(after)), before && after ? [] : ['flow'])
  const steps = pairs(before?.steps ?? [], after?.steps ?? [], idOf).flatMap(diffStep)
  const order = before && after && otherOrder(before.steps, after.steps, idOf)
  return fields.length || steps.length || order ? [{ ...card, fields, steps, order }] : []
}

const withoutSteps = (flow: Flow | undefined) => {
  if (!flow) return undefined
  const { steps: _steps, ...rest } = flow
  return rest
}

function diffStep(pair: Pair<Step>): StepDiff[] {
  const fields = diffFields(json(pair.before), json(pair.after))
  return fields.length ? [{ id: pair.name, kind: kindOf(pair), step: (pair.after ?? pair.before)!, fields }] : []
}

function diffTest(pair: Pair<FlowTest>): TestDiff[] {
  const fields = diffFields(json(pair.before), json(pair.after))
  return fields.length ? [{ key: pair.name, name: (pair.after ?? pair.before)!.name, kind: kindOf(pair), fields }] : []
}

/** The names in their order, unless what stayed keeps its order and what is new stands behind it. */
function otherOrder<Item>(before: Item[], after: Item[], nameOf: (item: Item) => string): string[] | undefined {
  const are = after.map(nameOf)
  return isTold(before.map(nameOf), are) ? undefined : are
}

interface Merge<Item, Diff> {
  items: Item[]
  changes: Diff[]
  nameOf: (item: Item) => string
  changed: (change: Diff) => string
  apply: (item: Item | undefined, change: Diff) => Item | undefined
  order: string[] | undefined
}

function merged<Item, Diff>({ items, changes, nameOf, changed, apply, order }: Merge<Item, Diff>): Item[] {
  const parts = new Map(items.map(item => [nameOf(item), item]))
  for (const change of changes) {
    const item = apply(parts.get(changed(change)), change)
    if (item === undefined) parts.delete(changed(change))
    else parts.set(changed(change), item)
  }
  return order ? order.map(name => parts.get(name)!) : [...parts.values()]
}

function applyFlow(flow: Flow | undefined, { kind, fields, steps, order }: FlowDiff): Flow | undefined {
  if (kind === 'REMOVED') return undefined
  const rest = kind === 'ADDED' ? fields[0]!.after : applyFields(json(withoutSteps(flow)), fields)
  return {
    ...rest as Omit<Flow, 'steps'>,
    steps: merged({ items: flow?.steps ?? [], changes: steps, nameOf: idOf, changed: change => change.id, apply: applyWhole<Step>, order }),
  }
}

function applyWhole<Item>(item: Item | undefined, { kind, fields }: { kind: ChangeKind; fields: FieldDiff[] }): Item | undefined {
  if (kind === 'REMOVED') return undefined
  return (kind === 'ADDED' ? fields[0]!.after : applyFields(json(item), fields)) as Item
}
