import type { AnswerType, Flow, Step } from '@botpro/graphql/flows'
import { expect, test } from 'vitest'
import { flowOf, say } from '../document/flow.testing.ts'
import { ANSWERS, answerOf } from './answers.ts'
import { expectAnswer, keepAnswerIn, type AnswerNames } from './answer-variable.ts'

const NAMES = { ...Object.fromEntries(ANSWERS.map(type => [type, type.toLowerCase()])), TEXT: 'respuesta', CEDULA: 'cedula', MONEY: 'monto' } as AnswerNames
const ask = (id: string, saveAs: string): Step => ({ id, kind: 'ASK', position: { x: 0, y: 0 }, next: {}, text: {}, answer: { type: 'TEXT' }, saveAs })
const told = { ...say('s'), messages: [{ kind: 'TEXT', text: { ES: 'Usted escribió {{ respuesta }}.' } }] } as Step
const asking = (steps: Step[], ...names: string[]): Flow => flowOf(steps, { variables: names.map(name => ({ name, type: 'TEXT', scope: 'FLOW' })) })
const asked = (flow: Flow, type: AnswerType) => expectAnswer('a', answerOf(type, { type: 'TEXT' }), NAMES)(flow)

test('what is asked for gives its name, its type and its privacy to the variable, wherever that is named', () => {
  const { variables, steps } = asked(asking([ask('a', 'respuesta'), told], 'respuesta'), 'CEDULA')
  expect(variables).toEqual([{ name: 'cedula', type: 'TEXT', scope: 'FLOW', personal: true }])
  expect(steps[0]).toMatchObject({ answer: { type: 'CEDULA' }, saveAs: 'cedula' })
  expect(steps[1]).toMatchObject({ messages: [{ text: { ES: 'Usted escribió {{ cedula }}.' } }] })
})

test('a second answer of the same kind gets a name of its own', () => {
  expect(asked(asking([ask('a', 'respuesta_2')], 'cedula', 'respuesta_2'), 'CEDULA').steps[0]).toMatchObject({ saveAs: 'cedula_2' })
})

test('a name that somebody chose stays, and only the type goes along', () => {
  expect(asked(asking([ask('a', 'deuda')], 'deuda'), 'MONEY').variables).toEqual([{ name: 'deuda', type: 'MONEY', scope: 'FLOW' }])
})

test('a variable that something else fills too is left alone', () => {
  const flow = asking([ask('a', 'respuesta'), ask('b', 'respuesta')], 'respuesta')
  expect(asked(flow, 'MONEY').variables).toBe(flow.variables)
})

test('an answer kept elsewhere leaves no variable behind that the studio made for it', () => {
  const both = asking([ask('a', 'respuesta')], 'respuesta', 'mia')
  expect(keepAnswerIn('a', 'mia', NAMES)(both).variables.map(({ name }) => name)).toEqual(['mia'])
  expect(keepAnswerIn('a', 'mia', NAMES)(asking([ask('a', 'respuesta'), told], 'respuesta', 'mia')).variables).toHaveLength(2)
  expect(keepAnswerIn('a', 'mia', NAMES)(asking([ask('a', 'deuda')], 'deuda', 'mia')).variables).toHaveLength(2)
})
