import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import type { Actor } from '../../platform/actor.ts'
import { ContactService } from '../contacts/index.ts'
import { ConversationService, MenuBot, VisitorMessageService } from '../conversations/index.ts'
import { frequentWords } from './mood-words.ts'
import { moodReport } from './mood.queries.ts'

const database = useDatabase({ entities })
const bot = new MenuBot()
const visitorMessages = new VisitorMessageService({ contacts: new ContactService(), bot })
const conversations = new ConversationService(bot)

// A Wednesday, ten in the evening in Santo Domingo, where the day is four hours younger than in UTC.
const NOW = new Date('2026-11-26T02:00:00Z')
const HOUR = 3_600_000
const ANGRY = 'pésimo servicio, nadie me responde por mi pedido'
const PRESSING = 'me robaron la tarjeta, bloquéenla ya'

let world: World
let supervisor: Actor
beforeEach(async () => {
  world = await newWorld(database)
  supervisor = await world.member('SUPERVISOR')
})

async function says(text: string, { hoursAgo = 1, who = world.visitor() }: { hoursAgo?: number; who?: Actor } = {}) {
  const at = new Date(NOW.getTime() - hoursAgo * HOUR)
  const stored = await world.as(who, unit => visitorMessages.receive(unit, { clientId: randomUUID(), text, attachmentIds: [], language: 'ES' }), at)
  return (stored as { conversationId: string }[])[0]!.conversationId
}
const report = (days = 7, who = supervisor) => world.as(who, unit => moodReport(unit, { days, timeZone: 'America/Santo_Domingo' }), NOW)

test('each message counts once, by how it sounded, on its day and in its hour where the tenant is', async () => {
  await says(ANGRY)
  await says('muchas gracias, excelente atención', { hoursAgo: 1 })
  // Yesterday in Santo Domingo, today in UTC.
  await says('¿a qué hora abren?', { hoursAgo: 23 })
  await says(PRESSING, { hoursAgo: 24 * 6 })
  await says(ANGRY, { hoursAgo: 24 * 7 })
  const { from, until, total, byDay, byHour } = await report()
  expect([from, until]).toEqual(['2026-11-19', '2026-11-25'])
  expect(total).toEqual({ negative: 2, neutral: 1, positive: 1, urgent: 1 })
  expect(byDay.map(({ date, figures }) => [date, figures.negative, figures.neutral, figures.positive, figures.urgent])).toEqual([
    ['2026-11-19', 1, 0, 0, 1], ...['20', '21', '22', '23'].map(day => [`2026-11-${day}`, 0, 0, 0, 0]), ['2026-11-24', 0, 1, 0, 0], ['2026-11-25', 1, 0, 1, 0],
  ])
  expect(byHour).toHaveLength(24)
  expect(byHour.filter(({ figures }) => figures.negative + figures.neutral + figures.positive > 0).map(({ hour }) => hour)).toEqual([21, 22, 23])
})

test('numbers, options and what the bot writes count nowhere', async () => {
  await says('001-1234567-8')
  expect((await report()).total).toEqual({ negative: 0, neutral: 0, positive: 0, urgent: 0 })
})

test('what cannot wait comes before what is open, and that before what is closed', async () => {
  const closed = await says(ANGRY)
  await world.as(supervisor, unit => conversations.close(unit, closed), NOW)
  const twice = world.visitor()
  await says(ANGRY, { who: twice })
  const open = await says(ANGRY, { who: twice })
  const once = await says(ANGRY)
  const pressing = await says(PRESSING)
  await says('¿a qué hora abren?')
  const { attention } = await report()
  expect(attention!.map(({ conversationId }) => conversationId)).toEqual([pressing, open, once, closed])
  expect(attention![1]!.figures).toEqual({ negative: 2, neutral: 0, positive: 0, urgent: 0 })
})

describe('who may not read conversations', () => {
  test('reads figures, but not whose they are', async () => {
    await says(ANGRY)
    const { attention, total } = await report(7, await world.member('ANALYST'))
    expect(attention).toBeNull()
    expect(total.negative).toBe(1)
  })

  test('and an agent reads no report at all', async () => {
    await expect(report(7, await world.member('AGENT'))).rejects.toThrow('not allowed')
  })
})

test.each([0, -1, 93])('a report of %i days is refused', async days => {
  await expect(report(days)).rejects.toThrow('days')
})

describe('the words of negative messages', () => {
  const said = (...texts: string[]) => frequentWords(texts.map((text, at) => ({ conversationId: String(at), text })))

  test('are what several conversations speak of, in the form that is most common', () => {
    expect(said('mi pedido no llega', 'los pedidos llegan tarde', 'el pedido está roto', 'la factura está mal'))
      .toEqual([{ word: 'pedido', conversations: 3 }, { word: 'llega', conversations: 2 }])
  })

  test('are not those of one person alone, nor numbers', () => {
    expect(frequentWords([1, 2, 3].map(() => ({ conversationId: 'one', text: 'Rosa Peña 8095550000' })))).toEqual([])
    expect(said('cuenta 4417', 'cuenta 4417')).toEqual([{ word: 'cuenta', conversations: 2 }])
  })
})
