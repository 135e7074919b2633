import { describe, expect, test } from 'vitest'
import { advance, freshState } from './engine.ts'
import { beginning, botOf, factsOn, flowOf, saying, variable } from './bot.fixture.ts'
import type { RunState } from './run-state.ts'

const proven = variable('probado', { type: 'YES_NO', scope: 'CONVERSATION', initial: false })
const says = (text: string) => ({ kind: 'SAY' as const, messages: [{ kind: 'TEXT' as const, text: { ES: text } }] })
const told = 'verificado: {{ contact.verified }}, probado: {{ probado }}'
const identify = (more: { lasts?: number; saveAs?: string }) => botOf([
  flowOf('quien', {
    variables: [proven],
    steps: {
      quien: { kind: 'VERIFY', method: { kind: 'KNOWN_DATA', questions: [{ id: 'q', text: { ES: '¿Su año?' }, expected: { literal: '1985' } }] }, ...more, next: { verified: 'decir', failed: 'decir' } },
      decir: says(told),
    },
  }),
  flowOf('despues', { variables: [proven], steps: { decir: says(told) } }),
])
const START = factsOn().now
const minutesLater = (minutes: number) => factsOn({ now: new Date(START.getTime() + minutes * 60_000) })

/** She proves who she is, and another flow tells what it knows of it so many minutes later. */
function proves(more: Parameters<typeof identify>[0]) {
  const bot = identify(more)
  const right = { kind: 'RESULT' as const, requestId: 'r0', result: { ok: true as const, data: true } }
  const state = [beginning('quien'), saying('1985')].reduce<RunState>((before, input) => advance(bot, before, input, factsOn()).state, freshState())
  const turn = advance(bot, state, right, factsOn())
  return { now: turn.says[0]!.text, after: (minutes: number) => advance(bot, turn.state, beginning('despues'), minutesLater(minutes)).says[0]!.text, state: turn.state }
}

describe('that somebody proved who she is', () => {
  test('is known to the very next step', () => {
    expect(proves({ saveAs: 'probado' }).now).toBe('verificado: true, probado: true')
  })

  test('holds for half an hour where the step does not say how long', () => {
    const { after } = proves({ saveAs: 'probado' })
    expect(after(29)).toContain('probado: true')
    expect(after(30)).toBe('verificado: false, probado: false')
  })

  test('holds as long as its step says', () => {
    const { after } = proves({ saveAs: 'probado', lasts: 2 })
    expect(after(1)).toContain('probado: true')
    expect(after(2)).toBe('verificado: false, probado: false')
  })

  test('is forgotten with every trace', () => {
    const { state } = proves({ saveAs: 'probado' })
    expect(Object.keys(state.shared)).toEqual(['probado', '__proofs'])
    expect(advance(identify({}), state, beginning('despues'), minutesLater(31)).state.shared).toEqual({})
  })
})
