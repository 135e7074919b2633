import { PROOF_MINUTES, type Json, type StepOf } from '@botpro/graphql/flows'
import { isSameText } from '../../conditions/same-text.ts'
import { plainText } from '../../../language/index.ts'
import type { Heard } from '../input.ts'
import type { Moving } from '../moving.ts'
import { exit, failure, forContact, notTaken, type Move, type StepHandler } from '../step-handler.ts'
import { triedAgain } from './options.ts'

const ATTEMPTS = 3
const MINUTES = 5

type Verify = StepOf<'VERIFY'>

export const verify: StepHandler<'VERIFY'> = {
  enter(moving, step) {
    moving.frame.progress = {}
    return step.method.kind === 'CODE' ? sendCode(moving, step) : askKnown(moving, step)
  },
  again: (moving, step) => (step.method.kind === 'CODE' ? askForCode(moving, step) : askKnown(moving, step)),
  hear(moving, step, heard) {
    if (step.method.kind === 'KNOWN_DATA') return hearKnown(moving, step, heard)
    const code = heard.text.replace(/\D/g, '')
    return code ? { to: 'REQUEST', request: { kind: 'CHECK_CODE', code, attempts: step.attempts ?? ATTEMPTS } } : wrong(moving, step, moving.words.codeWrong)
  },
  /** First that the code is on its way, then what was said of the one that she typed; of known data, whether the answers count. */
  answered(moving, step, result) {
    if (!result.ok) {
      moving.fail({ code: result.code, message: result.message, status: null })
      return failure('failed', result.code)
    }
    if (step.method.kind === 'KNOWN_DATA') return result.data === true ? verified(moving, step) : wrongData(moving, step)
    if (moving.frame.progress.sent !== true) {
      moving.frame.progress.sent = true
      return askForCode(moving, step)
    }
    return result.data === true ? verified(moving, step) : wrong(moving, step, moving.words.codeWrong)
  },
}

function sendCode(moving: Moving, { method, attempts = ATTEMPTS }: Verify): Move {
  if (method.kind !== 'CODE') return failure('failed', 'NO_ADDRESS')
  const to = moving.value(method.to)
  if (to === null || to === '') return failure('failed', 'NO_ADDRESS')
  return { to: 'REQUEST', request: { kind: 'SEND_CODE', via: method.via, to: String(to), minutes: method.minutes ?? MINUTES, attempts } }
}

function askForCode(moving: Moving, { text }: Verify): Move {
  moving.say(moving.text(text) || moving.words.codeSent)
  return forContact
}

const answersOf = (moving: Moving): Record<string, Json> => (moving.frame.progress.answers as Record<string, Json> | undefined) ?? {}

function askKnown(moving: Moving, step: Verify): Move {
  const { method } = step
  if (method.kind !== 'KNOWN_DATA') return failure('failed', 'NO_QUESTIONS')
  const answers = answersOf(moving)
  const next = method.questions.find(({ id }) => !(id in answers))
  if (Object.keys(answers).length === 0) moving.say(moving.text(step.text))
  moving.say(moving.text(next?.text))
  return forContact
}

/** All questions are asked before anything is judged, so that nobody learns which answer was wrong. */
function hearKnown(moving: Moving, step: Verify, heard: Heard): Move {
  if (step.method.kind !== 'KNOWN_DATA') return failure('failed', 'NO_QUESTIONS')
  const { questions } = step.method
  const answers = answersOf(moving)
  const next = questions.find(({ id }) => !(id in answers))
  if (next) answers[next.id] = heard.text
  moving.frame.progress.answers = answers
  if (questions.some(({ id }) => !(id in answers))) return askKnown(moving, step)
  const judged = questions.map(({ id, expected }) => ({ answer: String(answers[id]), known: textOf(moving.value(expected)) }))
  // What can be no such answer, whoever she is, is no guess: it may be meant for something else.
  if (judged.some(({ answer, known }) => known !== '' && shapeOf(answer) !== shapeOf(known))) return wrongData(moving, step)
  const isRight = judged.every(({ answer, known }) => known !== '' && isSameText(answer, known))
  return { to: 'REQUEST', request: { kind: 'CHECK_KNOWN', expected: judged.map(({ known }) => plainText(known)).join('\n'), isRight } }
}

const textOf = (known: Json): string => (known === null ? '' : String(known))

/** How many words it has, and which of them are figures. */
const shapeOf = (text: string): string => plainText(text).split(' ').map(word => (/^\d+$/.test(word) ? '0' : 'a')).join(' ')

function wrongData(moving: Moving, step: Verify): Move {
  moving.frame.progress.answers = {}
  return wrong(moving, step, moving.words.dataWrong)
}

function verified(moving: Moving, { method, saveAs, lasts = PROOF_MINUTES }: Verify): Move {
  moving.prove(saveAs, lasts)
  moving.effects.push({ kind: 'VERIFIED', how: method.kind })
  return exit('verified')
}

function wrong(moving: Moving, step: Verify, words: string): Move {
  if (triedAgain(moving) >= (step.attempts ?? ATTEMPTS)) return failure('failed', 'WRONG')
  moving.say(moving.text(step.notUnderstood) || words)
  if (step.method.kind === 'KNOWN_DATA') askKnown(moving, step)
  return notTaken
}
