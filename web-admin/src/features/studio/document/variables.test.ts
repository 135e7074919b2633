import type { Step } from '@botpro/graphql/flows'
import { expect, test } from 'vitest'
import { flowOf, say } from './flow.testing.ts'
import { namesUsed, renameVariable, usesOf } from './variables.ts'

const branch: Step = { id: 'b', kind: 'BRANCH', position: { x: 0, y: 0 }, next: {}, rules: [{ id: 'r', when: { all: [{ left: 'account.balance', operator: 'LESS', right: { literal: 'account' } }] } }] }
const told: Step = { ...say('s'), kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Tiene {{ account.balance | money }} y la palabra account.' } }] } as Step
const flow = flowOf([branch, told, say('x')], { variables: [{ name: 'account', type: 'OBJECT', scope: 'FLOW' }] })

test('a variable is used where a condition or a text names it, and not where the word merely stands', () => {
  expect(usesOf(flow, 'account').map(({ id }) => id)).toEqual(['b', 's'])
  expect([...namesUsed({ literal: '{{ account }}' })]).toEqual([])
})

test('a variable that is called otherwise is so wherever it is named', () => {
  const { variables, steps } = renameVariable('account', 'savings')(flow)
  expect(variables[0]!.name).toBe('savings')
  expect(steps[0]).toMatchObject({ rules: [{ when: { all: [{ left: 'savings.balance', right: { literal: 'account' } }] } }] })
  expect(steps[1]).toMatchObject({ messages: [{ text: { ES: 'Tiene {{ savings.balance | money }} y la palabra account.' } }] })
  expect(steps[2]).toBe(flow.steps[2])
})

test('two variables never get the same name', () => {
  const two = flowOf([say('a')], { variables: [{ name: 'one', type: 'TEXT', scope: 'FLOW' }, { name: 'two', type: 'TEXT', scope: 'FLOW' }] })
  expect(renameVariable('one', 'two')(two)).toBe(two)
})
