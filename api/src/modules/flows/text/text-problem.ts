import { LiquidError } from 'liquidjs'

export type TextProblemCode = 'SYNTAX' | 'UNKNOWN_VARIABLE' | 'UNKNOWN_FILTER' | 'UNKNOWN_TAG' | 'TOO_LARGE'

/** Why a template cannot be written out: what it names that is not there, and where it does, counted from 1. */
export class TextProblem extends Error {
  override readonly name = 'TextProblem'
  readonly code: TextProblemCode
  readonly named: string | null
  readonly line: number
  readonly column: number

  constructor(code: TextProblemCode, { named = null, line = 1, column = 1, cause }: { named?: string | null; line?: number; column?: number; cause?: unknown } = {}) {
    super(`${code}${named === null ? '' : ` ${named}`} at ${line}:${column}`, { cause })
    this.code = code
    this.named = named
    this.line = line
    this.column = column
  }
}

const KINDS: [RegExp, TextProblemCode][] = [
  [/undefined variable: ([^\n,]+)/, 'UNKNOWN_VARIABLE'],
  [/undefined filter: ([^\n,]+)/, 'UNKNOWN_FILTER'],
  [/tag "([^"]*)" not found/, 'UNKNOWN_TAG'],
  [/limit exceeded()/, 'TOO_LARGE'],
]

/** LiquidJS tells its reasons in words only. */
export function problemOf(error: unknown): TextProblem {
  if (error instanceof TextProblem) return error
  const message = error instanceof Error ? error.message : String(error)
  const inner = LiquidError.is(error) ? (error as LiquidError & { originalError?: unknown }).originalError : undefined
  if (inner instanceof TextProblem) return inner
  const [line, column] = placeOf(error)
  for (const [shape, code] of KINDS) {
    const match = shape.exec(message)
    if (match) return new TextProblem(code, { named: match[1] ? tidy(match[1]) : null, line, column, cause: error })
  }
  return new TextProblem('SYNTAX', { line, column, cause: error })
}

const tidy = (name: string) => name.replace(/ \(.*$/, '').trim()

function placeOf(error: unknown): [number, number] {
  if (!LiquidError.is(error)) return [1, 1]
  const [line = 1, column = 1] = (error as LiquidError).token.getPosition()
  return [line, column]
}
