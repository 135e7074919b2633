import type { BotRule, FlowRule } from '../bot-map.ts'
import { within } from '../finding.ts'

/** Whether the types of requests and the entities that a flow names are there. */
export const namedElsewhere: FlowRule = ({ flow, steps }, { world }, report) => {
  for (const step of steps) {
    const tell = within(report, { flow: flow.key, step: step.id })
    if (step.kind === 'REQUEST' && !world.requestTypes.includes(step.type)) tell('UNKNOWN_REQUEST_TYPE', { field: 'type', facts: { name: step.type } })
    if (step.kind === 'ASK' && step.answer.type === 'ENTITY' && !world.entities.includes(step.answer.entity)) tell('UNKNOWN_ENTITY', { field: 'answer.entity', facts: { name: step.answer.entity } })
  }
}

/** A survey is what its flows ask: where two ask the same question, they have to ask it alike. */
export const surveys: BotRule = ({ all }, report) => {
  const known = new Map<string, { type: string; flow: string }>()
  for (const { flow, steps } of all) {
    for (const step of steps) {
      if (step.kind !== 'SURVEY') continue
      step.questions.forEach(({ id, type }, index) => {
        const before = known.get(`${step.survey} ${id}`)
        if (!before) known.set(`${step.survey} ${id}`, { type, flow: flow.key })
        else if (before.type !== type) report('SURVEY_DIFFERS', { flow: flow.key, step: step.id, field: `questions.${index}.type`, facts: { question: id, name: step.survey, first: before.flow } })
      })
    }
  }
}
