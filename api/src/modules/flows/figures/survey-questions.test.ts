import type { Flow, StepOf } from '@botpro/graphql/flows'
import { expect, test } from 'vitest'
import { botProApproves, as, create, documentOf, done, flows, flowsOf, golive, publish, useBots, world } from '../bots/bots.fixture.ts'
import { surveyQuestions } from './survey-questions.queries.ts'

useBots()

type Question = StepOf<'SURVEY'>['questions'][number]

const CSAT: Question = { id: 'service', type: 'CSAT', text: { ES: '{{ contact.name }}, ¿qué tal le atendimos?', EN: 'How did we do?' } }
const BEST: Question = { id: 'best', type: 'CHOICE', text: { ES: '¿Qué fue lo mejor?' }, options: [{ id: 'kind', title: { ES: 'El trato', EN: 'The people' } }, { id: 'fast', title: { ES: 'La rapidez' } }] }

async function asks(botId: string, questions: Question[], name?: string) {
  const [flow] = await flowsOf(botId)
  const document = await documentOf(flow!.id)
  const survey = { id: 'survey', kind: 'SURVEY', survey: 'after', ...name && { name }, questions, thanks: {}, next: {}, position: { x: 0, y: 0 } }
  const asking = { ...document, steps: [document.steps[0]!, survey] } as Flow
  done(await as(unit => flows.save(unit, { flowId: flow!.id, revision: flow!.revision, document: asking })))
}

test('questions of surveys have the words that customers read, then those of drafts, and nothing that Liquid would put in', async () => {
  const analyst = await world.member('ANALYST')
  const read = () => as(surveyQuestions, analyst)
  expect(await read()).toEqual([])
  const botId = await create()
  await asks(botId, [CSAT])
  done(await publish(botId))
  for (const stage of ['TEST', 'REVIEW', 'LIVE'] as const) {
    if (stage === 'LIVE') await botProApproves(botId)
    const seen = await golive.checklist(await as(unit => golive.look(unit, botId)))
    done(await as(unit => golive.move(unit, { botId, stage, overrideReason: 'Ya' }, seen)))
  }
  await asks(botId, [{ ...CSAT, text: { ES: 'Otra cosa' } }, BEST], 'Al terminar')
  expect(await read()).toEqual([
    { survey: 'after', surveyName: 'Bienvenida', question: 'service', type: 'CSAT', text: { es: '…, ¿qué tal le atendimos?', en: 'How did we do?' }, options: [] },
    {
      survey: 'after', surveyName: 'Al terminar', question: 'best', type: 'CHOICE', text: { es: '¿Qué fue lo mejor?', en: null },
      options: [{ id: 'kind', title: { es: 'El trato', en: 'The people' } }, { id: 'fast', title: { es: 'La rapidez', en: null } }],
    },
  ])
})

test('whoever may not read figures does not read the questions', async () => {
  await expect(as(surveyQuestions, await world.member('AGENT'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
