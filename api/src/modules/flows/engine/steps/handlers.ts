import type { StepKind } from '@botpro/graphql/flows'
import type { StepHandler } from '../step-handler.ts'
import { answer, appointment, call, lookUp, request } from './asked.ts'
import { ask } from './ask.ts'
import { menu } from './menu.ts'
import { branch, end, handOff, jump, set, subFlow, tag } from './plain.ts'
import { say } from './say.ts'
import { survey } from './survey.ts'
import { verify } from './verify.ts'
import { payment, wait } from './wait.ts'

const handlers: { [Kind in StepKind]: StepHandler<Kind> } = {
  SAY: say, MENU: menu, ASK: ask, BRANCH: branch, SET: set, CALL: call, LOOK_UP: lookUp, VERIFY: verify, ANSWER: answer, SUB_FLOW: subFlow,
  JUMP: jump, WAIT: wait, HAND_OFF: handOff, REQUEST: request, SURVEY: survey, TAG: tag, APPOINTMENT: appointment, PAYMENT: payment, END: end,
}

export const handlerOf = (kind: StepKind) => handlers[kind] as StepHandler<StepKind>
