import { expect, test } from 'vitest'
import { actorWords, deskAddress, wordsKey } from './action.ts'
import es from './messages.es.ts'

const sources = import.meta.glob<string>('../../../../api/src/modules/**/*.ts', { query: '?raw', import: 'default', eager: true })

test('every action that the API writes down has words', () => {
  const actions = Object.entries(sources).filter(([file]) => !file.endsWith('.test.ts'))
    .flatMap(([, source]) => [...source.matchAll(/\baction: '([a-z][\w-]*\.[\w.-]+)'/g)].map(found => found[1]!))
  expect(actions.length).toBeGreaterThan(20)
  expect(actions.filter(action => !(wordsKey(action) in es.what))).toEqual([])
})

test('whatever is done with an appointment has words, although the API puts its name together', () => {
  expect(['booked', 'moved', 'cancelled', 'done', 'missed'].filter(verb => !(`appointment_${verb}` in es.what))).toEqual([])
  expect(['service', 'resource'].flatMap(what => ['created', 'changed', 'deleted'].map(verb => `appointment_${what}_${verb}`)).filter(key => !(key in es.what))).toEqual([])
})

test('only what was done with a conversation leads to the desk', () => {
  expect(deskAddress({ targetType: 'conversation', targetId: '018f' })).toBe('/agent/inbox/all/018f')
  expect(deskAddress({ targetType: 'member', targetId: '018f' })).toBeUndefined()
  expect(deskAddress({ targetType: 'conversation', targetId: null })).toBeUndefined()
})

test('a colleague is known by her name, anybody else also by what she is, the system by that alone', () => {
  expect(actorWords({ actorName: 'Rosa Paz', actorKind: 'MEMBER' }, 'Miembro')).toEqual({ name: 'Rosa Paz', kind: '' })
  expect(actorWords({ actorName: 'Olga Luz', actorKind: 'SUPPORT' }, 'Soporte')).toEqual({ name: 'Olga Luz', kind: 'Soporte' })
  expect(actorWords({ actorName: '', actorKind: 'SYSTEM' }, 'Sistema')).toEqual({ name: 'Sistema', kind: '' })
})
