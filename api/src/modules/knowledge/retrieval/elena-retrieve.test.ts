import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faq, handbook } from './small-handbook.fixture.ts'

const command = join(import.meta.dirname, '../../../../cli/elena.ts')
const folder = mkdtempSync(join(tmpdir(), 'retrieve-'))

function file(name: string, lines: readonly unknown[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.map(line => typeof line === 'string' ? line : JSON.stringify(line)).join('\n'))
  return path
}

const run = (...args: string[]) => new Promise<{ code: number, out: string, err: string }>(resolve => {
  execFile(process.execPath, [command, 'retrieve', ...args], (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }))
})

const questions = [
  { id: 'a', text: '¿la garantía cubre golpes?', relevant: ['warranty'] },
  { id: 'b', text: 'puntos canjeados', relevant: 'loyalty' },
  { id: 'c', text: 'la capital de Francia' },
  { id: 'd', text: '', relevant: [] },
]

test('the command measures passages and prints one object', async () => {
  const { code, out } = await run('--passages', file('p.jsonl', handbook), '--queries', file('q.jsonl', [...questions, '']), '--lang', 'es', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toEqual({
    recallAt1: 1, mrrAt10: 1, noAnswerAuroc: 1, indexSeconds: expect.any(Number),
    latencyMs: { median: expect.any(Number), p95: expect.any(Number) }, passages: 12, queries: 4,
  })
})

test('lines of one id are wordings of one answer; without a question that has none, nothing is said of that', async () => {
  const lines = faq.flatMap(({ id, question, wordings }) => [question, ...wordings].map(text => ({ id, text })))
  const { out } = await run('--passages', file('f.jsonl', lines), '--queries', file('g.jsonl', [{ text: 'a qué hora abren mañana', relevant: ['open'] }]), '--json')
  expect(JSON.parse(out)).toMatchObject({ recallAt1: 1 })
  expect(JSON.parse(out)).not.toHaveProperty('noAnswerAuroc')
})

test('nothing to find and nothing to ask is measured too', async () => {
  const empty = file('empty.jsonl', [])
  const { code, out } = await run('--passages', empty, '--queries', empty, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ recallAt1: null, mrrAt10: null, queries: 0 })
})

test.each([
  ['no JSON', [...questions, '{"id": 3'], 'line 5'],
  ['no object', [...questions, '[]'], 'line 5: is no JSON object'],
  ['no text', [questions[0], '', { id: 'x' }], 'line 3: "text" should be a text'],
  ['wrong ids', [{ text: 'a', relevant: [{}] }], 'line 1: "relevant" should be a list of ids'],
])('a line that is %s ends the command with its number', async (name, lines, told) => {
  const { code, out, err } = await run('--passages', file('p.jsonl', handbook), '--queries', file(`${name}.jsonl`, lines), '--json')
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain(told)
  expect(err).not.toContain('    at ')
})

test('a missing file, a wrong option and an unknown language are told in words', async () => {
  const passages = file('p.jsonl', handbook)
  expect(await run('--passages', passages, '--queries', join(folder, 'none.jsonl'))).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read') })
  expect(await run('--passage', passages)).toMatchObject({ code: 1, err: expect.stringContaining('Usage') })
  expect(await run('--passages', passages, '--queries', passages, '--lang', 'fr')).toMatchObject({ code: 1, err: expect.stringContaining('es, en') })
})
