import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor } from '../../../platform/actor.ts'
import { ContactService } from '../../contacts/index.ts'
import { MenuBot } from '../bot/menu-bot.ts'
import { ConversationService } from '../conversation.service.ts'
import { VisitorMessageService } from '../visitor/visitor-message.service.ts'
import { figuresOf, questionFigures, type SurveyTally } from './survey-figures.ts'
import { noteSurveyAnswer } from './survey-answer.ts'
import { surveyAnswers, surveyReport } from './survey.queries.ts'

const database = useDatabase({ entities })
const bot = new MenuBot()
const messages = new VisitorMessageService({ contacts: new ContactService(), bot })
let world: World

beforeEach(async () => { world = await newWorld(database) })

async function conversation(): Promise<string> {
  const stored = await world.as(world.visitor(), unit => messages.receive(unit, { clientId: randomUUID(), text: 'quiero hablar con una persona', attachmentIds: [], language: 'ES' }))
  return (stored as { conversationId: string }[])[0]!.conversationId
}

const note = (conversationId: string, question: string, type: string, value: unknown, now?: Date) =>
  world.as(systemActor(world.tenantId), unit => noteSurveyAnswer(unit, { survey: 'after-service', question, type, value, conversationId }), now)

const PERIOD = { from: '2026-11-02', until: '2026-11-15', timeZone: 'America/Santo_Domingo' }
const AT = new Date('2026-11-03T15:00:00Z')

describe('an answer', () => {
  test('counts once for each question of a conversation, and the first one stays', async () => {
    const id = await conversation()
    expect([await note(id, 'service', 'CSAT', 5, AT), await note(id, 'service', 'CSAT', 1, AT), await note(id, 'again', 'NPS', '9', AT)]).toEqual([true, false, true])
    const supervisor = await world.member('SUPERVISOR')
    const { total } = await world.as(supervisor, unit => surveyReport(unit, PERIOD))
    expect(total).toEqual({ answers: 2, csat: 100, nps: 100 })
  })

  test.each([['CSAT', 0], ['CSAT', 6], ['CSAT', 4.5], ['NPS', 11], ['NPS', -1], ['NPS', ''], ['NPS', 'diez'], ['CHOICE', ''], ['TEXT', 7], ['OTHER', 'x'], ['CSAT', null]])(
    'that is none is not kept: %s %j', async (type, value) => {
      expect(await note(await conversation(), 'service', type, value)).toBe(false)
    })

  test('is of the agent who had the conversation, and of nobody where the bot did all of it', async () => {
    const [served, alone] = [await conversation(), await conversation()]
    const ana = await world.member('AGENT', 'Ana Reyes')
    await world.as(ana, unit => new ConversationService(bot).claim(unit, served))
    await note(served, 'service', 'TEXT', ' Muy bien ', AT)
    await note(alone, 'service', 'CHOICE', 'yes', AT)
    const supervisor = await world.member('SUPERVISOR')
    const { edges } = await world.as(supervisor, unit => surveyAnswers(unit, { ...PERIOD, first: 10 }))
    expect(edges.map(({ node }) => [node.conversationId, node.text, node.agentId]).toSorted()).toEqual([[served, 'Muy bien', ana.memberId], [alone, 'yes', null]].toSorted())
  })
})

describe('the report', () => {
  test('tells weeks by the tenant’s Mondays and leaves out what is outside of the period', async () => {
    const at = (instant: string, score: number) => conversation().then(id => note(id, 'service', 'CSAT', score, new Date(instant)))
    // Sunday evening in Santo Domingo, though Monday in Greenwich.
    await at('2026-11-09T02:00:00Z', 5)
    await at('2026-11-09T05:00:00Z', 2)
    await at('2026-11-16T05:00:00Z', 1)
    const { questions } = await world.as(await world.member('ANALYST'), unit => surveyReport(unit, PERIOD))
    expect(questions).toMatchObject([{
      survey: 'after-service', question: 'service', type: 'CSAT', figures: { answers: 2, csat: 50, nps: null },
      counts: [{ value: '1', answers: 0 }, { value: '2', answers: 1 }, { value: '3', answers: 0 }, { value: '4', answers: 0 }, { value: '5', answers: 1 }],
      weeks: [{ monday: '2026-11-02', figures: { csat: 100 } }, { monday: '2026-11-09', figures: { csat: 0 } }],
    }])
  })

  test('is empty without an answer, and refuses a period that is none', async () => {
    const analyst = await world.member('ANALYST')
    expect(await world.as(analyst, unit => surveyReport(unit, PERIOD))).toMatchObject({ total: { answers: 0, csat: null, nps: null }, questions: [] })
    for (const wrong of [{ until: '2026-11-01' }, { until: '2028-11-01' }, { from: '2026-02-31' }])
      await expect(world.as(analyst, unit => surveyReport(unit, { ...PERIOD, ...wrong }))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await expect(world.as(analyst, unit => surveyAnswers(unit, { ...PERIOD, first: 1 }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  const tally = fc.record({
    survey: fc.constantFrom('a', 'b'), question: fc.constantFrom('q', 'r'), type: fc.constantFrom('CSAT' as const, 'NPS' as const),
    monday: fc.constantFrom('2026-11-02', '2026-11-09'), score: fc.integer({ min: 1, max: 5 }), choice: fc.constant(null), answers: fc.integer({ min: 1, max: 9 }),
  })

  test('loses no answer: what stands in weeks and in scores is the whole', () => {
    fc.assert(fc.property(fc.array(tally), (tallies: SurveyTally[]) => {
      const sum = (items: { answers: number }[]) => items.reduce((total, item) => total + item.answers, 0)
      const questions = questionFigures(tallies)
      expect(sum(questions.map(({ figures }) => figures))).toBe(figuresOf(tallies).answers)
      for (const { figures, weeks, counts } of questions) {
        expect(sum(weeks.map(week => week.figures))).toBe(figures.answers)
        expect(sum(counts)).toBe(figures.answers)
        expect(figures.nps ?? 0).toBeGreaterThanOrEqual(-100)
        expect(figures.csat ?? 0).toBeLessThanOrEqual(100)
      }
    }))
  })
})
