import { expect, test } from 'vitest'
import { moveAll, openStore } from './store.ts'

const blocked = (): Storage => {
  throw new DOMException('blocked', 'SecurityError')
}

test('where storage is blocked things are kept in memory', () => {
  const store = openStore('a:', blocked)
  store.set('token', 'x')
  expect(store.get('token')).toBe('x')
  expect(store.keys('')).toEqual(['token'])
  store.remove('token')
  expect(store.get('token')).toBeUndefined()
})

test('what was kept is found again after a reload', () => {
  openStore('b:').set('outbox:1', { text: 'hola' })
  const reloaded = openStore('b:')
  expect(reloaded.keys('outbox:')).toEqual(['outbox:1'])
  expect(reloaded.get('outbox:1')).toEqual({ text: 'hola' })
})

test('a broken entry is as good as none', () => {
  localStorage.setItem('c:session', '{')
  expect(openStore('c:').get('session')).toBeUndefined()
})

test('a visitor who is vouched for takes along what she had, and leaves nothing behind', () => {
  const anonymous = openStore('d::')
  const known = openStore('d:ana:')
  anonymous.set('outbox:1', 'hola')
  anonymous.set('session', 'anonymous')
  known.set('session', 'known')
  moveAll(anonymous, known)
  expect([known.get('outbox:1'), known.get('session'), anonymous.keys('')]).toEqual(['hola', 'known', []])
})
