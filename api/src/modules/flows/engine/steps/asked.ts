import type { Json, Value } from '@botpro/graphql/flows'
import { valueAt } from '../../conditions/value-at.ts'
import type { Moving } from '../moving.ts'
import type { RequestResult } from '../request.ts'
import { exit, failure, type Move, type StepHandler } from '../step-handler.ts'

/** Steps that need something from elsewhere, and are over when it is there. */

const DEFAULT_SLOTS = 5

/** What went wrong is kept for texts and conditions as `error`. */
function failed(moving: Moving, name: string, { code, message, status }: Extract<RequestResult, { ok: false }>): Move {
  moving.fail({ code, message, status: status ?? null })
  return failure(name, code)
}

export const call: StepHandler<'CALL'> = {
  enter(moving, { connector, operation, input, waitText }) {
    moving.say(moving.text(waitText))
    return { to: 'REQUEST', request: { kind: 'CALL', connector, operation, input: moving.values(input) } }
  },
  answered(moving, { save = [], saveAs }, result) {
    if (!result.ok) return failed(moving, 'failed', result)
    moving.set(saveAs, result.data)
    for (const { from, to } of save) moving.set(to, (valueAt(result.data, from) ?? null) as Json)
    return exit('done')
  },
}

export const lookUp: StepHandler<'LOOK_UP'> = {
  enter: (moving, { table, where }) => ({ to: 'REQUEST', request: { kind: 'LOOK_UP', table, where: moving.values(where) } }),
  answered(moving, { saveAs }, result) {
    if (!result.ok) return failed(moving, 'missing', result)
    moving.set(saveAs, result.data)
    return exit(result.data === null ? 'missing' : 'found')
  },
}

export const answer: StepHandler<'ANSWER'> = {
  enter(moving, { question }) {
    const asked = question ? moving.value(question) : moving.at('message.text')
    return asked ? { to: 'REQUEST', request: { kind: 'ANSWER', question: String(asked) } } : exit('unanswered')
  },
  answered(moving, { saveAs }, result) {
    const text = result.ok && typeof result.data === 'string' ? result.data : ''
    if (!text) return exit('unanswered')
    moving.set(saveAs, text)
    moving.say(text)
    return exit('answered')
  },
}

export const request: StepHandler<'REQUEST'> = {
  enter: (moving, { type, title, fields, priority = 'NORMAL' }) =>
    ({ to: 'REQUEST', request: { kind: 'OPEN_REQUEST', type, title: moving.text(title), fields: moving.values(fields), priority } }),
  answered(moving, { saveAs }, result) {
    if (!result.ok) return failed(moving, 'failed', result)
    moving.set(saveAs, result.data)
    return exit('done')
  },
}

export const appointment: StepHandler<'APPOINTMENT'> = {
  enter(moving, { action, most = DEFAULT_SLOTS, ...step }) {
    const of = (value: Value | undefined) => moving.value(value)
    return {
      to: 'REQUEST', request: {
        kind: 'APPOINTMENT', action, most, service: of(step.service), resource: of(step.resource), slot: of(step.slot),
        appointment: of(step.appointment), from: of(step.from), note: of(step.remarks),
      },
    }
  },
  answered(moving, { saveAs }, result) {
    if (!result.ok) return failed(moving, 'failed', result)
    moving.set(saveAs, result.data)
    return exit('done')
  },
}
