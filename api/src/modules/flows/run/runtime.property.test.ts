import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figure } from '../../../../test/figures.ts'
import { useTalk } from './flow-bot.fixture.ts'
import { randomTalk } from './random-talk.fixture.ts'
import { WATCHED } from './watched-talk.schema.fixture.ts'
import { WatchedTalk } from './watched-talk.fixture.ts'

const talk = useTalk({ schema: WATCHED })

test('whatever is drawn, said, answered, delivered twice or killed, everything is done once, every run waits for something or is over, and who writes while a system is asked waits her turn', { timeout: figure(120_000, 3_600_000) }, async () => {
  let happened = 0
  await fc.assert(fc.asyncProperty(randomTalk, async random => {
    await talk.renew()
    try {
      await new WatchedTalk(talk, random).play()
    } finally {
      await talk.set('delete from flow_run where tenant_id = $1')
    }
    happened += random.moments.length
  }), { numRuns: figure(15, 2500), endOnFailure: true })
  expect(happened).toBeGreaterThan(0)
})
