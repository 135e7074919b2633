import type { FlowChoice } from '../draft/flow-source.ts'
import type { OperationField } from '../resources/resources.ts'

const passed = (flow: FlowChoice | undefined, ways: readonly string[]): OperationField[] =>
  (flow?.variables ?? []).filter(variable => ways.includes(variable.passed ?? '')).map(({ name, initial }) => ({ name, label: name, required: initial === undefined && ways.includes('IN') }))

/** What a flow is given, and what it gives back. */
export const parametersOf = (flow: FlowChoice | undefined): OperationField[] => passed(flow, ['IN', 'IN_OUT'])
export const resultsOf = (flow: FlowChoice | undefined): OperationField[] => passed(flow, ['OUT', 'IN_OUT'])
