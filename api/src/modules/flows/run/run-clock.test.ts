import { describe, expect, test } from 'vitest'
import { CEDULA, useTalk } from './flow-bot.fixture.ts'

const { newProcess, later, thread } = useTalk()

describe('the time of a conversation', () => {
  test('goes on by itself when its time has come, once, also where two processes look', async () => {
    const [one, other] = [newProcess(), newProcess()]
    await one.say('Esperar', 'espera')
    later(4)
    await one.clock.look()
    expect((await thread()).at(-1)).not.toBe('BOT Ya es hora.')
    later(2)
    await Promise.all([one.clock.look(), other.clock.look()])
    expect((await thread()).filter(text => text === 'BOT Ya es hora.')).toHaveLength(1)
  })

  test('asks once whether she is still there, and hears her answer to the question before', async () => {
    const { say, clock, work } = newProcess()
    await say('saldo')
    later(11)
    await clock.look()
    later(11)
    await clock.look()
    expect((await thread()).filter(text => text === 'BOT ¿Sigue ahí?')).toHaveLength(1)
    await say(CEDULA)
    await work.settled()
    expect((await thread()).at(-1)).toBe('BOT Tiene RD$ 5.00.')
  })
})
