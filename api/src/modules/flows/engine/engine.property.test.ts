import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '@botpro/graphql/flows'
import { figure } from '../../../../test/figures.ts'
import { factsOn } from './bot.fixture.ts'
import { compileBot } from './compiled.ts'
import { STEP_BUDGET } from './drive.ts'
import { advance } from './engine.ts'
import type { RunInput } from './input.ts'
import { randomContent, randomInput } from './random-bot.fixture.ts'
import type { RunTurn } from './turn.ts'

const inputOf = (input: RunInput | { kind: 'ANSWER_LAST'; ok: boolean; data: unknown }, before: RunTurn | undefined): RunInput | null => {
  if (input.kind !== 'ANSWER_LAST') return input
  const requestId = before?.state.waiting?.kind === 'REQUEST' ? before.state.waiting.requestId : 'r0'
  return { kind: 'RESULT', requestId, result: input.ok ? { ok: true, data: input.data as Json } : { ok: false, code: 'TIMEOUT', message: 'late' } }
}

test('whatever is drawn and whatever is said, every turn ends or waits, and leaves a state that can be kept', () => {
  fc.assert(fc.property(randomContent, fc.array(randomInput, { maxLength: 20 }), (content, inputs) => {
    const bot = compileBot(content)
    let before: RunTurn | undefined
    let now = Date.UTC(2026, 10, 27, 15)
    for (const random of inputs) {
      const input = inputOf(random, before)!
      const state = before?.state ?? null
      const frozen = JSON.stringify(state)
      const turn = advance(bot, state, input, factsOn({ now: new Date(now += 600_000), hours: { open: now % 1_200_000 === 0 } }))
      expect(JSON.stringify(state)).toBe(frozen)
      expect(turn.visits.length).toBeLessThanOrEqual(3 * STEP_BUDGET)
      expect(turn.says.length).toBeLessThanOrEqual(30)
      expect(JSON.parse(JSON.stringify(turn.state))).toEqual(turn.state)
      const { waiting, frames } = turn.state
      if (!turn.unused && !turn.deferred) expect(waiting === null).toBe(frames.length === 0)
      expect(turn.request !== null).toBe(waiting?.kind === 'REQUEST' && !turn.unused && !turn.deferred)
      if (turn.ended) expect(frames).toEqual([])
      for (const says of turn.says) {
        expect(says.text.length).toBeLessThanOrEqual(4096)
        if (says.media) expect([says.media.fileId, says.media.url].filter(Boolean)).toHaveLength(1)
        if (says.media?.url) expect(new URL(says.media.url).protocol).toBe('https:')
      }
      before = turn
    }
  }), { numRuns: figure(250, 10_000) })
})

test('the same turn tried twice comes to the same', () => {
  fc.assert(fc.property(randomContent, fc.array(randomInput, { maxLength: 10 }), (content, inputs) => {
    const play = () => {
      const bot = compileBot(content)
      let before: RunTurn | undefined
      return inputs.map(input => (before = advance(bot, before?.state ?? null, inputOf(input, before)!, factsOn())))
    }
    expect(play()).toEqual(play())
  }), { numRuns: figure(60, 1000) })
})

test('a run that only answers move, and nobody hears, ends', () => {
  fc.assert(fc.property(randomContent, fc.boolean(), (content, ok) => {
    const bot = compileBot(content)
    let turn = advance(bot, null, { kind: 'START', flow: 'uno', trigger: { kind: 'X', id: null, data: null } }, factsOn())
    for (let round = 0; turn.request; round++) {
      expect(round).toBeLessThan(300)
      turn = advance(bot, turn.state, { kind: 'RESULT', requestId: turn.request.id, result: ok ? { ok, data: null } : { ok, code: 'X', message: '' } }, factsOn())
    }
  }), { numRuns: figure(150, 5000) })
})
