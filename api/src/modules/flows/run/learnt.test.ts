import { describe, expect, test } from 'vitest'
import { flowOf, variable, type Drawn } from '../engine/bot.fixture.ts'
import { menu, useTalk } from './flow-bot.fixture.ts'

const { newProcess, later, thread } = useTalk()

describe('what was learnt a moment ago', () => {
  const asks = (steps: Parameters<typeof flowOf>[1]['steps']) => flowOf('datos', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['datos'] } }], variables: [variable('nombre')], steps })
  const answered = { buscar: { kind: 'ANSWER', question: { literal: 'x' }, next: { answered: 'decir', unanswered: 'decir' } } } as const
  const tells: Record<string, Drawn> = { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: '{{ contact.name }}, {{ contact.attributes.plan }}, {% if conversation.tags contains "nuevo" %}nuevo{% endif %}' } }] } }

  test('is known after an answer that the house gave in the same turn', async () => {
    const { say } = newProcess([menu, asks({
      guardar: { kind: 'SET', assignments: [{ to: 'contact.name', value: { literal: 'Ana' } }, { to: 'contact.attributes.plan', value: { literal: 'oro' } }], next: { done: 'etiqueta' } },
      etiqueta: { kind: 'TAG', add: ['nuevo'], remove: [], next: { done: 'buscar' } }, ...answered, ...tells,
    })])
    await say('datos')
    expect((await thread()).at(-1)).toBe('BOT Ana, oro, nuevo')
  })

  test('of who she is counts after an answer that the house gave in the same turn, and half an hour long', async () => {
    const quien = asks({
      quien: { kind: 'VERIFY', method: { kind: 'KNOWN_DATA', questions: [{ id: 'q', text: { ES: '¿Su año?' }, expected: { literal: '1985' } }] }, next: { verified: 'buscar', failed: 'decir' } },
      ...answered, decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'probado: {{ contact.verified }}' } }] },
    })
    const after = flowOf('luego', { triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['luego'] } }], steps: { decir: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'luego: {{ contact.verified }}' } }] } } })
    const { say } = newProcess([menu, quien, after], { parts: { inside: { answer: async (_unit, request) => (request.kind === 'CHECK_KNOWN' ? { ok: true, data: true } : { ok: false, code: 'NONE', message: '' }) } } })
    for (const words of ['datos', '1985']) await say(words)
    expect((await thread()).at(-1)).toBe('BOT probado: true')
    later(29)
    await say('luego')
    expect((await thread()).at(-1)).toBe('BOT luego: true')
    later(1)
    await say('luego')
    expect((await thread()).at(-1)).toBe('BOT luego: false')
  })
})
