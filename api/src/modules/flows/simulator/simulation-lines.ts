import { FlowTest, type Recording, type TestLine } from '@botpro/graphql/flows'
import { z } from 'zod'
import { InvalidInput } from '../../../platform/refusal.ts'
import { problemsOf } from '../bots/format-problems.ts'
import { sizeProblem } from './bounded.ts'

export type PlayedLine = Exclude<TestLine, { kind: 'EXPECT' }>

const MOST_LINES = 20
const MOST_CHARACTERS = 500_000

const Lines = z.array(FlowTest.shape.lines.element).max(MOST_LINES)
const Contact = FlowTest.shape.contact

export function readLines(lines: unknown): PlayedLine[] | InvalidInput {
  const read = parse(Lines, lines, 'lines')
  if (read instanceof InvalidInput) return read
  const expecting = read.findIndex(({ kind }) => kind === 'EXPECT')
  return expecting < 0 ? read as PlayedLine[] : new InvalidInput(`lines.${expecting}.kind`, 'Nothing is expected in a simulation.')
}

export const readRecordings = (recordings: unknown): Recording[] | InvalidInput => parse(FlowTest.shape.recordings, recordings ?? [], 'recordings')

type Nullable<Shape> = { [Name in keyof Shape]: Shape[Name] | null }

export const readContact = (contact: Nullable<NonNullable<FlowTest['contact']>> | null | undefined): FlowTest['contact'] | InvalidInput =>
  parse(Contact, contact ? Object.fromEntries(Object.entries(contact).filter(([, value]) => value != null)) : undefined, 'contact')

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, field: string): z.output<Schema> | InvalidInput {
  const problem = sizeProblem(value, field, MOST_CHARACTERS)
  if (problem) return problem
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const { path, message } = problemsOf(read.error)[0]!
  return new InvalidInput(path ? `${field}.${path}` : field, message)
}
