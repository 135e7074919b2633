import { expect, test } from 'vitest'
import { buttons, flow, say, t } from './index.ts'

const hello = t('Hola', 'Hello')

test('a step that leads nowhere is told at once', () => {
  expect(() => flow('x', { name: 'X', steps: { hello: say(hello, 'gone') } })).toThrow('x.hello leads to “gone”')
})

test('a step that nothing leads to is told at once', () => {
  expect(() => flow('x', { name: 'X', steps: { hello: say(hello), lonely: say(hello) } })).toThrow('x.lonely: nothing leads there')
})

test('a menu that names no other way leads to a person when it is not understood, and back to the menu afterwards', () => {
  const { steps } = flow('x', { name: 'X', summary: t('Está eligiendo.', 'Choosing.'), steps: { which: buttons({ text: hello, options: {} }) } })
  expect(steps.map(({ id, kind }) => [id, kind])).toEqual([['which', 'MENU'], ['lost', 'HAND_OFF'], ['to_menu', 'JUMP']])
  expect(steps[1]).toMatchObject({ summary: { ES: 'Está eligiendo.' } })
})

test('a flow that is part of others ends as failed instead of jumping away', () => {
  const { steps } = flow('x', { name: 'X', isPart: true, steps: { which: buttons({ text: hello, options: {} }) } })
  expect(steps.map(({ id }) => id)).toEqual(['which', 'lost', 'gave_up'])
  expect(steps[2]).toMatchObject({ kind: 'END', failed: true })
})
