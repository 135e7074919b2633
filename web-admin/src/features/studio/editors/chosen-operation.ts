import type { Flow, StepOf, Variable } from '@botpro/graphql/flows'
import { changeStep } from '../document/commands.ts'
import type { Change } from '../document/flow-document.ts'
import { variableNameFrom } from '../document/names.ts'
import { declare } from '../document/variables.ts'
import { plain } from '../picker/search.ts'
import type { OperationChoice, OperationField } from '../resources/resources.ts'

/** More values than these are chosen one by one. */
const FEW = 6

/** `tipoDeCuenta`, `tipo_de_cuenta` and `Tipo de cuenta` are the same to people. */
const alike = (name: string) => plain(name).replaceAll(/[^a-z0-9]/g, '')

/** The variable that keeps a value of an answer, called as it is there. */
export const variableFor = ({ name, type = 'TEXT' }: OperationField): Variable => ({ name: variableNameFrom(name) || 'result', type, scope: 'FLOW' })

function sendsTo({ inputs }: OperationChoice, { variables }: Flow, input: StepOf<'CALL'>['input']): StepOf<'CALL'>['input'] {
  return Object.fromEntries(inputs.flatMap(({ name }) => {
    const own = variables.find(variable => alike(variable.name) === alike(name))
    const value = input[name] ?? (own && { path: own.name })
    return value ? [[name, value]] : []
  }))
}

/** An operation is chosen: it is sent what the flow knows by the same name, and what it answers is kept where nothing of that name is kept yet. */
export const chooseOperation = (step: StepOf<'CALL'>, operation: OperationChoice): Change => flow => {
  const { outputs } = operation
  const kept = (step.save ?? []).filter(({ from }) => outputs.some(({ name }) => name === from))
  const known = new Set(flow.variables.map(({ name }) => name))
  const fresh = kept.length || outputs.length > FEW ? [] : outputs.filter(output => !known.has(variableFor(output).name))
  const save = [...kept, ...fresh.map(output => ({ from: output.name, to: variableFor(output).name }))]
  const ready = fresh.reduce((now, output) => declare(variableFor(output))(now), flow)
  return changeStep<'CALL'>(step.id, { operation: operation.value, input: sendsTo(operation, flow, step.input), save: save.length ? save : undefined })(ready)
}
