import type { Step, StepOf, Variable } from '@botpro/graphql/flows'
import { expect, test } from 'vitest'
import { stepById } from '../document/flow-document.ts'
import { flowOf } from '../document/flow.testing.ts'
import { UNCHOSEN } from '../document/new-step.ts'
import type { OperationChoice } from '../resources/resources.ts'
import { chooseOperation } from './chosen-operation.ts'

const field = (name: string, type: Variable['type'] = 'TEXT') => ({ name, label: name, required: true, type })
const balance: OperationChoice = { value: 'balance', label: 'Consultar balance', inputs: [field('numero_documento'), field('moneda')], outputs: [field('balance', 'NUMBER'), field('cliente')] }
const call = (more: Partial<StepOf<'CALL'>> = {}) => ({ id: 'c', kind: 'CALL', position: { x: 0, y: 0 }, next: {}, connector: 'core', operation: UNCHOSEN, input: {}, ...more }) as StepOf<'CALL'>
const chosen = (step: StepOf<'CALL'>, variables: Variable[] = [], operation = balance) => {
  const flow = chooseOperation(step, operation)(flowOf([step as Step], { variables }))
  return { step: stepById(flow, 'c') as StepOf<'CALL'>, variables: flow.variables }
}
const text = (name: string): Variable => ({ name, type: 'TEXT', scope: 'FLOW' })

test('an operation is sent what the flow knows by the same name, however that is written', () => {
  expect(chosen(call(), [text('numeroDocumento'), text('otro')]).step.input).toEqual({ numero_documento: { path: 'numeroDocumento' } })
})

test('what it answers is kept by its own name and type, but never over something that the flow knows already', () => {
  const { step, variables } = chosen(call(), [text('cliente')])
  expect(step.save).toEqual([{ from: 'balance', to: 'balance' }])
  expect(variables).toEqual([text('cliente'), { name: 'balance', type: 'NUMBER', scope: 'FLOW' }])
})

test('what was already said of the step holds as far as the other operation has it', () => {
  const { step, variables } = chosen(call({ input: { moneda: { literal: 'DOP' }, otra: { literal: 1 } }, save: [{ from: 'cliente', to: 'nombre' }, { from: 'otro', to: 'otro' }] }))
  expect(step.input).toEqual({ moneda: { literal: 'DOP' } })
  expect(step.save).toEqual([{ from: 'cliente', to: 'nombre' }])
  expect(variables).toEqual([])
})

test('of an answer with many values none is kept before somebody says which', () => {
  expect(chosen(call(), [], { ...balance, outputs: Array.from({ length: 9 }, (_, n) => field(`v${n}`)) })).toMatchObject({ variables: [] })
})
