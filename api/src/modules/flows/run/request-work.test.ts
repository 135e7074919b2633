import { describe, expect, test } from 'vitest'
import { CEDULA, useTalk } from './flow-bot.fixture.ts'
import { CLAIM_MS } from './request-work.ts'

const { scene, newProcess, later, thread, conversation } = useTalk()

describe('a process that is killed', () => {
  test.each([
    ['before it asked, of what may not be repeated', 'asking', false, 0, 'TIMEOUT'],
    ['after it asked, of what may not be repeated', 'telling', false, 1, 'TIMEOUT'],
    ['after it asked, of what may be repeated', 'telling', true, 2, null],
  ])('%s', async (_what, isKilledBefore, repeats, times, failure) => {
    scene.mayRepeat = repeats
    const dying = newProcess(undefined, { isKilledBefore })
    await dying.say('saldo')
    await dying.say(CEDULA)
    await dying.work.settled()
    const next = newProcess()
    await next.clock.look()
    await next.work.settled()
    expect(scene.asked.length).toBe(isKilledBefore === 'asking' ? 0 : 1)
    later(CLAIM_MS / 60_000 + 1)
    await next.clock.look()
    await next.work.settled()
    expect(scene.asked).toHaveLength(times)
    expect(new Set(scene.asked.map(({ asking }) => asking.key)).size).toBeLessThanOrEqual(1)
    expect((await thread()).at(-1)).toBe(failure ? '(BOT Cédula 00113918205: UNKNOWN' : 'BOT Tiene RD$ 5.00.')
    expect((await scene.database.owner.query('select * from flow_request where tenant_id = $1', [scene.world.tenantId])).rows).toEqual([])
  })

  test('again and again over one request is followed by one that asks no more, and people take over', async () => {
    scene.mayRepeat = true
    const first = newProcess(undefined, { isKilledBefore: 'telling' })
    await first.say('saldo')
    await first.say(CEDULA)
    await first.work.settled()
    for (const isKilledBefore of ['telling', 'telling', '']) {
      later(CLAIM_MS / 60_000 + 1)
      const next = newProcess(undefined, { isKilledBefore })
      await next.clock.look()
      await next.work.settled()
    }
    expect(scene.asked).toHaveLength(3)
    expect((await thread()).at(-1)).toBe('(BOT Cédula 00113918205: BROKEN')
    expect((await scene.database.owner.query('select * from flow_request where tenant_id = $1', [scene.world.tenantId])).rows).toEqual([])
  })

  test('before it took the request up leaves it to the next, which asks once', async () => {
    const first = newProcess()
    first.work.begin = () => {}
    await first.say('saldo')
    await first.say(CEDULA)
    expect(scene.asked).toEqual([])
    later(1)
    const [one, other] = [newProcess(), newProcess()]
    await Promise.all([one.clock.look(), other.clock.look()])
    await Promise.all([one.work.settled(), other.work.settled()])
    expect(scene.asked).toHaveLength(1)
    expect((await thread()).at(-1)).toBe('BOT Tiene RD$ 5.00.')
  })

  test('an answer that is brought twice is told once', async () => {
    const { say, work, mover } = newProcess()
    await say('saldo')
    await say(CEDULA)
    await work.settled()
    const { id } = await conversation()
    const { asking } = scene.asked[0]!
    const [runId, requestId] = asking.key.split(':') as [string, string]
    await mover.answered({ tenantId: scene.world.tenantId, runId, requestId, conversationId: id as string }, { ok: true, data: { balance: 'otra vez' } })
    expect((await thread()).filter(text => text.startsWith('BOT Tiene'))).toEqual(['BOT Tiene RD$ 5.00.'])
  })
})
