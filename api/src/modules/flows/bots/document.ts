import { BotFile, BotSettings, Flow, FlowTest, type BotContent } from '@botpro/graphql/flows'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { z } from 'zod'
import { InvalidBotFile, type FormatProblem } from './bot.errors.ts'
import { canonical } from './canonical.ts'
import { problemsOf, unkeepable } from './format-problems.ts'

const MOST_BYTES = 1_000_000
const MOST_FILE = 8_000_000

/** A flow as it came in, or the first thing that is wrong with it, with its place in `field`. */
export function readFlow(document: unknown, field = 'document'): Flow | InvalidInput {
  const read = parse(Flow, document, field)
  if (read instanceof InvalidInput) return read
  const [twice] = repeatedIds(read)
  return twice ? invalid(field, twice) : read
}

export const readTest = (document: unknown, field = 'document'): FlowTest | InvalidInput => parse(FlowTest, document, field)

export const readSettings = (document: unknown, field = 'settings'): BotSettings | InvalidInput => parse(BotSettings, document, field)

function parse<Schema extends z.ZodType>(schema: Schema, document: unknown, field: string): z.output<Schema> | InvalidInput {
  const [problem] = tooLarge(document, MOST_BYTES) ?? unkeepable(document)
  if (problem) return invalid(field, problem)
  const read = schema.safeParse(document)
  return read.success ? canonical(read.data) : invalid(field, problemsOf(read.error)[0]!)
}

const tooLarge = (document: unknown, most: number): FormatProblem[] | undefined =>
  (JSON.stringify(document ?? null).length > most ? [{ path: '', message: `More than ${most.toLocaleString('en')} characters.` }] : undefined)

const invalid = (field: string, { path, message }: FormatProblem) => new InvalidInput(path ? `${field}.${path}` : field, message)

/** A bot out of the text of a file, or everything that is wrong with it. */
export function readBotFile(text: string): BotFile | InvalidBotFile {
  if (text.length > MOST_FILE) return new InvalidBotFile([{ path: '', message: `More than ${MOST_FILE.toLocaleString('en')} characters.` }])
  const given = jsonIn(text)
  if (given === undefined) return new InvalidBotFile([{ path: '', message: 'The file is not JSON.' }])
  const lost = unkeepable(given)
  if (lost.length) return new InvalidBotFile(lost)
  const read = BotFile.safeParse(given)
  const problems = read.success ? contentProblems(read.data) : problemsOf(read.error)
  return problems.length ? new InvalidBotFile(problems) : canonical(read.data!)
}

/** A JSON file may begin with a byte order mark: editors of Windows write one. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** What the format's shapes do not say: what is named exists once. */
export function contentProblems({ flows, tests }: BotContent): FormatProblem[] {
  return [
    ...repeated(flows.map(({ key }) => key), 'flows', 'key', 'Another flow has this key.'),
    ...flows.flatMap((flow, index) => repeatedIds(flow).map(({ path, message }) => ({ path: `flows.${index}.${path}`, message }))),
    ...repeated(tests.map(({ key }) => key), 'tests', 'key', 'Another test has this key.'),
  ]
}

const repeatedIds = ({ steps, variables }: Flow): FormatProblem[] => [
  ...repeated(steps.map(({ id }) => id), 'steps', 'id', 'Another step has this id.'),
  ...repeated(variables.map(({ name }) => name), 'variables', 'name', 'Another variable has this name.'),
]

function repeated(names: string[], list: string, field: string, message: string): FormatProblem[] {
  const seen = new Set<string>()
  return names.flatMap((name, index) => {
    const isNew = !seen.has(name)
    seen.add(name)
    return isNew ? [] : [{ path: `${list}.${index}.${field}`, message }]
  })
}
