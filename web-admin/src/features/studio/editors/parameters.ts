import type { Variable } from '@botpro/graphql/flows'
import type { OperationField } from '../resources/resources.ts'

const passed = (variables: readonly Variable[], ways: readonly string[]): OperationField[] =>
  variables.filter(variable => ways.includes(variable.passed ?? '')).map(({ name, initial, optional, type }) => ({ name, label: name, required: initial === undefined && !optional && ways.includes('IN'), type }))

/** What a flow is given, and what it gives back. */
export const parametersOf = (variables: readonly Variable[]): OperationField[] => passed(variables, ['IN', 'IN_OUT'])
export const resultsOf = (variables: readonly Variable[]): OperationField[] => passed(variables, ['OUT', 'IN_OUT'])
