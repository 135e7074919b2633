import { DemoProblem, type DemoSystem } from './demo-system.ts'

/** Says what it was told; fails where it is told to. */
export const echo: DemoSystem = {
  key: 'echo',
  name: { ES: 'Eco', EN: 'Echo' },
  operations: {
    say: {
      name: { ES: 'Repetir', EN: 'Say again' },
      idempotent: true,
      inputs: [
        { name: 'text', type: 'TEXT', required: true, description: { ES: 'Lo que se dice.', EN: 'What is said.' } },
        { name: 'times', type: 'NUMBER', required: false, description: { ES: 'Cuántas veces.', EN: 'How often.' } },
      ],
      sample: { said: 'hola', at: '2026-01-01T00:00:00.000Z' },
      answer({ text, times }, now) {
        if (text === 'missing') throw new DemoProblem('NOT_FOUND', 404, 'Nobody said so.')
        if (text === 'broken') throw new Error('The echo is broken.')
        return { said: String(text).repeat(Number(times ?? 1)), at: now.toISOString() }
      },
    },
  },
}
