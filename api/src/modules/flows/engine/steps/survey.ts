import type { Json, MenuOption, StepOf } from '@botpro/graphql/flows'
import { takeAnswer } from '../../answers/take-answer.ts'
import { isObject } from '../../values/json-object.ts'
import type { Heard } from '../input.ts'
import type { Moving } from '../moving.ts'
import { exit, forContact, notTaken, type Move, type StepHandler } from '../step-handler.ts'
import { menuOf, plainMenu, spoken, triedAgain } from './options.ts'

export const SKIP = 'skip'
const TRIES = 2

type Survey = StepOf<'SURVEY'>
type Question = Survey['questions'][number]

export const survey: StepHandler<'SURVEY'> = {
  cancelled: (moving, step) => over(moving, step, 'skipped'),
  enter(moving, step) {
    moving.frame.progress = { next: 0 }
    moving.say(moving.text(step.intro))
    return ask(moving, step)
  },
  again: (moving, step) => ask(moving, step),
  hear(moving, step, heard) {
    if (heard.optionId === SKIP) return over(moving, step, 'skipped')
    const question = current(moving, step)
    const value = question ? valueOf(moving, question, heard) : null
    if (question && value === null) return refuse(moving, step)
    if (question) moving.effects.push({ kind: 'SURVEY_ANSWER', survey: step.survey, question: question.id, type: question.type, value })
    const answers = { ...answersOf(moving), ...question && { [question.id]: value } }
    moving.frame.progress = { next: Number(moving.frame.progress.next ?? 0) + 1, answers }
    return ask(moving, step)
  },
}

const answersOf = ({ frame }: Moving): Record<string, Json> => (isObject(frame.progress.answers ?? null) ? frame.progress.answers as Record<string, Json> : {})

/** What she answered up to now is kept, of a survey that she breaks off too; what she did not is null. */
function over(moving: Moving, { saveAs, questions }: Survey, name: 'done' | 'skipped'): Move {
  moving.set(saveAs, { ...Object.fromEntries(questions.map(({ id }) => [id, null])), ...answersOf(moving) })
  return exit(name)
}

const current = (moving: Moving, { questions }: Survey): Question | undefined => questions[Number(moving.frame.progress.next ?? 0)]

function ask(moving: Moving, step: Survey): Move {
  const question = current(moving, step)
  if (!question) {
    moving.say(moving.text(step.thanks))
    return over(moving, step, 'done')
  }
  const skip = { id: SKIP, title: moving.words.skip, description: null }
  const { style, options } = scaleOf(moving, question)
  moving.say(moving.text(question.text), { menu: { style, options: [...options, skip] } })
  return forContact
}

function scaleOf(moving: Moving, { type, options = [] }: Question) {
  if (type === 'CHOICE') return menuOf(moving, options)
  return plainMenu(type === 'CSAT' ? [5, 4, 3, 2, 1].map(stars => ({ id: String(stars), title: '★'.repeat(stars) })) : [])
}

const SCALES = { CSAT: { min: 1, max: 5 }, NPS: { min: 0, max: 10 } }

function valueOf(moving: Moving, { type, options = [] }: Question, heard: Heard): Json {
  const { language, now, timeZone } = moving.facts
  const context = { language, now, timeZone }
  if (type === 'TEXT') return heard.text || null
  const scale = type === 'CHOICE' ? { type: 'CHOICE' as const, options: spoken(moving, options) as MenuOption[] } : { type: 'NUMBER' as const, whole: true, ...SCALES[type] }
  const stars = type === 'CSAT' && heard.optionId ? { ...heard, text: heard.optionId, optionId: null } : heard
  const taken = takeAnswer(scale, stars, context)
  return taken.ok ? taken.value : null
}

/** Nobody is pressed for an opinion. */
function refuse(moving: Moving, step: Survey): Move {
  if (triedAgain(moving) >= TRIES) return over(moving, step, 'skipped')
  moving.say(moving.words.choose)
  ask(moving, step)
  return notTaken
}
