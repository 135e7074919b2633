import { OutsideProblem, type OutsideProblemCode } from '../../../platform/outside/outside-problem.ts'

export type ProblemCode = OutsideProblemCode | 'NOT_FOUND' | 'NOT_ALLOWED' | 'EMPTY' | 'ENCRYPTED' | 'TOO_MANY' | 'CUT_SHORT'

export interface KnowledgeProblem {
  code: ProblemCode
  message: string
}

/** Why a document brings no passages; thrown by readers, and kept with what was to be read. */
export class ReadingProblem extends Error implements KnowledgeProblem {
  readonly code: ProblemCode

  constructor(code: ProblemCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ReadingProblem'
    this.code = code
  }
}

/** What may be told of an error; nothing where it is ours. */
export const problemOf = (error: unknown): KnowledgeProblem | undefined =>
  error instanceof ReadingProblem || error instanceof OutsideProblem ? { code: error.code, message: error.message } : undefined
