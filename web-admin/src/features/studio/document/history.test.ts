import { expect, test } from 'vitest'
import { changeStep } from './commands.ts'
import { flowOf, say } from './flow.testing.ts'
import { begun, done, undone } from './history.ts'

const named = (name: string) => changeStep('a', { name })

test('letters typed one after another are undone at once', () => {
  const first = begun(flowOf([say('a')]))
  const typed = ['H', 'Ho', 'Hola'].reduce((now, name, at) => done(now, named(name), { merge: 'a:name', at: at * 200 }), first)
  expect(undone(typed).present).toBe(first.present)
})

test('what was typed after a pause is undone on its own', () => {
  const first = begun(flowOf([say('a')]))
  const typed = done(done(first, named('Hola'), { merge: 'a:name', at: 0 }), named('Hola y adiós'), { merge: 'a:name', at: 60_000 })
  expect(undone(typed).present.steps[0]!.name).toBe('Hola')
})

test('a change to something else ends what is undone at once', () => {
  const typed = done(done(begun(flowOf([say('a')])), named('Hola'), { merge: 'a:name', at: 0 }), changeStep('a', { note: 'x' }), { merge: 'a:note', at: 10 })
  expect(undone(typed).present.steps[0]).toMatchObject({ name: 'Hola' })
})

test('after something new, what was undone cannot be redone', () => {
  const history = done(undone(done(begun(flowOf([say('a')])), named('one'), { at: 0 })), named('two'), { at: 1 })
  expect(history.future).toEqual([])
})

test('what one act does in several changes is undone at once, and letters typed on belong to it', () => {
  const first = begun(flowOf([say('a')]))
  const acted = done(done(first, changeStep('a', { note: 'x' }), { at: 0 }), named('H'), { merge: 'a:name', at: 0, isSameAct: true })
  expect(undone(done(acted, named('Ho'), { merge: 'a:name', at: 100 })).present).toBe(first.present)
})
