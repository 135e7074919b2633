import type { Json } from '@botpro/graphql/flows'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DemoProblem, type DemoSystem } from './demo-system.ts'
import { government } from './government.ts'
import { health } from './health.ts'

const NOW = new Date('2026-11-27T15:00:00Z')
const GOOD = { document: '00000000018', number: 'SOL-123453', bill: 'POL-45210', reference: 'P-1', licence: 'LIC-45210', plan: 'family', procedure: 'mri', words: 'resonancia', centre: 'central', kind: 'REIMBURSEMENT', description: 'x', anonymous: true, name: 'x', paymentId: 'x', amount: '1.00', currency: 'DOP', callbackUrl: 'https://bot.example.com/payments/x/callback' }

const service: Record<string, string> = { government: 'trade-licence' }
const inputOf = (system: DemoSystem, operation: string): Record<string, Json> => {
  const wanted = system.operations[operation]!.inputs.filter(({ required }) => required)
  return Object.fromEntries(wanted.map(({ name, type }) => [name, type === 'OBJECT' ? { id: 'f1', name: 'foto.jpg', type: 'image/jpeg' } : (GOOD as Record<string, Json>)[name] ?? service[system.key] ?? null]))
}
const problemOf = (ask: () => Json) => {
  try { ask() } catch (problem) { return problem as DemoProblem }
}

describe.each([health, government])('the sample system $key', system => {
  const operations = Object.entries(system.operations)

  test.each(operations)('%s answers in the shape of its sample, and the same twice', (name, operation) => {
    const input = inputOf(system, name)
    const answer = operation.answer(input, NOW) as Record<string, Json>
    expect(Object.keys(answer).sort()).toEqual(Object.keys(operation.sample as object).sort())
    expect(operation.answer(structuredClone(input), NOW)).toEqual(answer)
  })

  test('asked in English, a sample system speaks no Spanish, and the reverse', () => {
    for (const [name, { inputs, answer }] of operations.filter(([, { inputs }]) => inputs.some(({ name }) => name === 'language'))) {
      const [spanish, english] = ['ES', 'EN'].map(language => JSON.stringify(answer({ ...inputOf(system, name), language }, NOW)))
      expect({ name, same: spanish === english }).toEqual({ name, same: false })
      expect(inputs.find(one => one.name === 'language')?.required).toBe(false)
    }
  })

  const identified = operations.flatMap(([name, { inputs }]) => inputs.filter(input => input.required && ['document', 'number', 'bill', 'licence'].includes(input.name) && input.type === 'TEXT').map(input => [name, input.name] as const))

  test.each(identified)('%s is down, too slow or without answer for the documented numbers in %s', (name, input) => {
    const asked = (number: string, cedula: string) => problemOf(() => system.operations[name]!.answer({ ...inputOf(system, name), [input]: input === 'document' ? cedula : number }, NOW))
    expect(asked('X-503', '001-0000503-2')).toMatchObject({ code: 'UNAVAILABLE', status: 503 })
    expect(asked('X-504', '00100005040')).toMatchObject({ code: 'TIMEOUT', status: 504 })
    expect(asked('X-404', '00100004043')).toMatchObject({ code: 'NOT_FOUND', status: 404 })
  })

  test.each(operations)('%s refuses what it needs and does not get, with a problem of its own', (name, { inputs, answer }) => {
    for (const { name: left, type } of inputs.filter(({ required, type }) => required && type === 'TEXT')) {
      const { [left]: _, ...input } = inputOf(system, name)
      expect({ left, type, problem: problemOf(() => answer(input, NOW))?.status }).toMatchObject({ left, problem: expect.any(Number) })
    }
  })

  test('whatever is asked, it answers or has a problem that has a code', () => {
    fc.assert(fc.property(fc.constantFrom(...operations), fc.dictionary(fc.constantFrom('document', 'number', 'service', 'plan', 'kind', 'bill', 'words', 'language'), fc.oneof(fc.string(), fc.integer(), fc.constant(null))), ([, { answer }], input) => {
      const problem = problemOf(() => answer(input as Record<string, Json>, NOW))
      expect(problem === undefined || /^[A-Z_]+$/.test(problem.code)).toBe(true)
    }))
  })
})

test('what has been opened is found by its number, as received', () => {
  const { number } = health.operations.open_claim!.answer({ document: '00000000018', kind: 'COMPLAINT', description: 'espera' }, NOW) as { number: string }
  expect(health.operations.get_claim!.answer({ number }, NOW)).toMatchObject({ number, state: 'RECEIVED' })
  const opened = government.operations.open_complaint!.answer({ kind: 'STREET', description: 'hoyo', anonymous: true }, NOW) as { number: string }
  expect(government.operations.get_request!.answer({ number: opened.number }, NOW)).toMatchObject({ number: opened.number, state: 'RECEIVED' })
})
