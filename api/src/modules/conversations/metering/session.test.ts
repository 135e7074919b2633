import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counts, inOrder, momentOf, noted, recounted, SESSION_MS, type Changes, type Countable, type Opening, type SessionBook } from './session.ts'

const RUNS = 10_000
const START = Date.parse('2026-10-30T12:00:00Z')

/** Paper: what a database would hold of one identity. */
class Paper implements SessionBook {
  readonly messages = new Map<string, Countable>()
  sessions: Opening[] = []
  latest: Date | null = null
  asked = 0

  async arrive(...batch: Countable[]) {
    const fresh = batch.filter(({ id }) => !this.messages.has(id))
    for (const message of fresh) this.messages.set(message.id, message)
    this.latest = await noted(this, this.latest, batch)
  }

  async fail(id: string) {
    const message = this.messages.get(id)
    if (!message) return
    this.messages.set(id, { ...message, status: 'FAILED' })
    if (this.sessions.some(({ messageId }) => messageId === id)) this.latest = await recounted(this, this.latest, momentOf(message))
  }

  async standing(from: Date) {
    this.asked++
    const before = this.sessions.findLast(({ at }) => at < from)
    return [...before ? [before] : [], ...this.sessions.filter(({ at }) => at >= from)]
  }

  async next(from: Date) {
    this.asked++
    const found = [...this.messages.values()].filter(message => counts(message) && momentOf(message) >= from).toSorted(inOrder)[0]
    return found && { messageId: found.id, at: momentOf(found) }
  }

  async change({ opened, withdrawn }: Changes) {
    const gone = new Set(withdrawn.map(({ messageId }) => messageId))
    this.sessions = [...this.sessions.filter(({ messageId }) => !gone.has(messageId)), ...opened].toSorted((one, other) => one.at.getTime() - other.at.getTime())
  }
}

/** By the words of the rule: a message opens a session when nothing before it opened one that still runs. */
function byTheRule(messages: readonly Countable[]): Opening[] {
  const keyed = messages.filter(({ author, visibility, status, notice }) => author !== 'SYSTEM' && !notice && visibility !== 'INTERNAL' && status !== 'FAILED')
    .map(message => ({ id: message.id, time: (message.toldAt ?? message.sentAt).getTime(), side: message.author === 'CONTACT' ? 'a' : 'b' }))
  const comesBefore = (one: (typeof keyed)[number], other: (typeof keyed)[number]) =>
    one.time < other.time || (one.time === other.time && `${one.side}${one.id}` < `${other.side}${other.id}`)
  const memory = new Map<string, boolean>()
  const opens = (message: (typeof keyed)[number]): boolean => {
    const known = memory.get(message.id)
    if (known !== undefined) return known
    const running = keyed.some(other => comesBefore(other, message) && message.time - other.time < 24 * 60 * 60 * 1000 && opens(other))
    memory.set(message.id, !running)
    return !running
  }
  return keyed.filter(opens).toSorted((one, other) => one.time - other.time).map(({ id, time }) => ({ messageId: id, at: new Date(time) }))
}

const said = (id: string, hours: number, more: Partial<Countable> = {}): Countable =>
  ({ id, author: 'CONTACT', visibility: 'PUBLIC', status: 'SENT', sentAt: new Date(START + hours * 3_600_000), ...more })

// Quarters of a day and the milliseconds around them, so that moments meet and the ends of sessions are hit.
const moment = fc.tuple(fc.integer({ min: 0, max: 24 }), fc.constantFrom(0, 0, 0, -1, 1)).map(([quarters, ms]) => new Date(START + quarters * SESSION_MS / 4 + ms))
const message = fc.record({
  author: fc.constantFrom('CONTACT', 'CONTACT', 'BOT', 'AGENT', 'SYSTEM'), visibility: fc.constantFrom('PUBLIC', 'PUBLIC', 'PUBLIC', 'INTERNAL'),
  status: fc.constantFrom('SENT', 'SENT', 'SENT', 'QUEUED', 'FAILED'), sentAt: moment, toldAt: fc.option(moment, { nil: null }),
  notice: fc.constantFrom(null, null, null, 'NOT_ANSWERED_NOW'),
} satisfies { [Key in Exclude<keyof Countable, 'id'>]-?: fc.Arbitrary<Countable[Key]> })

/** All messages, in some order, some of them again, in batches; in between some turn out to have failed. */
const life = fc.array(message, { maxLength: 14 }).chain(all => {
  const messages = all.map((one, index): Countable => ({ ...one, id: String.fromCharCode(97 + index) }))
  const again = fc.array(fc.nat({ max: Math.max(0, messages.length - 1) }), { maxLength: messages.length })
  return fc.tuple(fc.constant(messages), again.chain(extra =>
    fc.shuffledSubarray([...messages.keys(), ...messages.length ? extra.map(index => index + 100) : []], { minLength: messages.length ? messages.length + extra.length : 0 })),
  fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), fc.uniqueArray(fc.nat({ max: 13 }), { maxLength: 3 }))
})

describe('the sessions of one identity', () => {
  test('are those of the set of its messages, in whatever order, batches and repeats they came', async () => {
    await fc.assert(fc.asyncProperty(life, async ([messages, order, breaks, failing]) => {
      const paper = new Paper()
      let batch: Countable[] = []
      for (const [at, index] of order.entries()) {
        batch.push(messages[index % 100]!)
        if (breaks[at % 30]) await paper.arrive(...batch.splice(0))
      }
      await paper.arrive(...batch)
      expect(paper.sessions).toEqual(byTheRule(messages))
      for (const index of failing) if (messages[index]) await paper.fail(messages[index].id)
      expect(paper.sessions).toEqual(byTheRule([...paper.messages.values()]))
      expect(paper.latest).toEqual(paper.sessions.at(-1)?.at ?? null)
    }), { numRuns: RUNS })
  })

  test('cost nothing to look up while everything comes in order', async () => {
    const paper = new Paper()
    for (let hour = 0; hour < 100; hour += 5) await paper.arrive(said(`m${hour}`, hour), said(`n${hour}`, hour, { author: 'BOT' }))
    expect(paper.asked).toBe(0)
    expect(paper.sessions.map(({ messageId }) => messageId)).toEqual(['m0', 'm25', 'm50', 'm75'])
  })

  test('do not get longer by what is written in them', async () => {
    const paper = new Paper()
    await paper.arrive(said('a', 0), said('b', 23), said('c', 24))
    expect(paper.sessions.map(({ messageId }) => messageId)).toEqual(['a', 'c'])
  })

  test('are counted again only up to where the old ones are met', async () => {
    const paper = new Paper()
    for (let day = 0; day < 300; day += 3) await paper.arrive(said(`d${day}`, day * 24))
    await paper.arrive(said('late', 30))
    expect(paper.sessions).toHaveLength(101)
    expect(paper.asked).toBe(3)
  })

  test('begin with the contact where both sides wrote in one moment', async () => {
    const paper = new Paper()
    await paper.arrive(said('greeting', 0, { author: 'BOT' }))
    await paper.arrive(said('question', 0))
    expect(paper.sessions.map(({ messageId }) => messageId)).toEqual(['question'])
  })
})
