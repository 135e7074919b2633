import type { Step, StepKind, StepOf } from './steps.ts'

type Exits = { [Kind in StepKind]: (step: StepOf<Kind>) => string[] }

const exits: Exits = {
  SAY: () => ['done'],
  MENU: ({ options, items }) => [...options.map(({ id }) => id), ...(items ? ['chosen'] : []), 'failed'],
  ASK: () => ['answered', 'failed'],
  BRANCH: ({ rules }) => [...rules.map(({ id }) => id), 'otherwise'],
  SET: () => ['done'],
  CALL: () => ['done', 'failed'],
  LOOK_UP: () => ['found', 'missing'],
  VERIFY: () => ['verified', 'failed'],
  ANSWER: () => ['answered', 'unanswered'],
  SUB_FLOW: () => ['done', 'failed'],
  JUMP: () => [],
  WAIT: ({ event, minutes, until }) => [...(event ? ['happened'] : []), ...(minutes !== undefined || until ? ['elapsed'] : []), 'written'],
  HAND_OFF: () => ['returned'],
  REQUEST: () => ['done', 'failed'],
  SURVEY: () => ['done', 'skipped'],
  TAG: () => ['done'],
  APPOINTMENT: () => ['done', 'failed'],
  PAYMENT: () => ['paid', 'failed', 'expired'],
  END: () => [],
}

/** The exits of a step in the order in which the canvas shows them; `next` may name no others. */
export const exitsOf = (step: Step): string[] => (exits[step.kind] as (step: Step) => string[])(step)

/** Exits that may lead nowhere without anybody wondering: the run ends there, or goes on as if nothing had been. */
const OPTIONAL: Partial<Record<StepKind, readonly string[]>> = {
  SAY: ['done'], SET: ['done'], TAG: ['done'], SUB_FLOW: ['done'], ANSWER: ['answered'], SURVEY: ['done', 'skipped'], WAIT: ['written'], HAND_OFF: ['returned'],
}

export const isOptionalExit = ({ kind }: Step, exit: string): boolean => OPTIONAL[kind]?.includes(exit) ?? false

/** Kinds at which a run stops until somebody or something answers. */
export const waitsForInput: ReadonlySet<StepKind> = new Set<StepKind>(['MENU', 'ASK', 'VERIFY', 'WAIT', 'HAND_OFF', 'SURVEY', 'PAYMENT'])
