import type { StepOf } from '@botpro/graphql/flows'
import { problemText } from '../../answers/problem-text.ts'
import { takeAnswer } from '../../answers/take-answer.ts'
import type { Refusal, Taken } from '../../answers/taking.ts'
import type { Heard } from '../input.ts'
import type { Moving } from '../moving.ts'
import { exit, failure, forContact, notTaken, type Move, type StepHandler } from '../step-handler.ts'
import { menuOf, plainMenu, spoken, triedAgain } from './options.ts'

const RETRIES = 2

export const ask: StepHandler<'ASK'> = {
  enter(moving, step) {
    moving.frame.progress = {}
    if (step.skipIfKnown && moving.at(step.saveAs) !== null) return exit('answered')
    return question(moving, step)
  },

  again: (moving, step) => question(moving, step),

  hear(moving, step, heard) {
    const taken = taking(moving, step, heard)
    if (!taken.ok) return refuse(moving, step, taken.reason)
    moving.set(step.saveAs, taken.value)
    return exit('answered')
  },
}

function question(moving: Moving, step: StepOf<'ASK'>): Move {
  const { answer } = step
  const { yes, no } = moving.words
  const menu = answer.type === 'CHOICE' ? menuOf(moving, answer.options, answer.style)
    : answer.type === 'YES_NO' ? plainMenu([{ id: 'yes', title: yes }, { id: 'no', title: no }]) : null
  moving.say(moving.speech(step), { menu })
  return forContact
}

function taking(moving: Moving, { answer }: StepOf<'ASK'>, heard: Heard): Taken {
  const { language, now, timeZone } = moving.facts
  const asked = answer.type === 'CHOICE' ? { ...answer, options: spoken(moving, answer.options) } : answer
  return takeAnswer(asked, heard, { language, now, timeZone })
}

function refuse(moving: Moving, step: StepOf<'ASK'>, reason: Refusal): Move {
  if (triedAgain(moving) > (step.retries ?? RETRIES)) return failure('failed', 'NOT_UNDERSTOOD')
  moving.say(moving.text(step.notUnderstood) || problemText(reason, step.answer, moving.facts.language))
  if (step.answer.type === 'CHOICE' || step.answer.type === 'YES_NO') question(moving, step)
  return notTaken
}
