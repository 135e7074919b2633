import { Context, Liquid, type Template } from 'liquidjs'
import { LRUCache } from 'lru-cache'
import { date, date_time, time } from './filters/moments.ts'
import { money, number } from './filters/money.ts'
import { document, mask, phone } from './filters/person.ts'
import { list, yes_no } from './filters/words.ts'
import { problemOf, TextProblem } from './text-problem.ts'
import type { Voice } from './voice.ts'

const LONGEST_TEMPLATE = 4096
const MEMORY = 200_000
/** Parts of templates written out in one text; a limit of time would make the same run end in two ways. */
const MOST_PARTS = 5_000

/** No includes, layouts or files; nothing whose cost does not show in the template or in what LiquidJS counts. */
const TAGS = new Set(['if', 'unless', 'case', 'for', 'break', 'continue', 'assign', 'comment', 'raw', '#'])
const FILTERS = new Set([
  'upcase', 'downcase', 'capitalize', 'strip', 'default', 'size', 'first', 'last', 'join', 'map', 'where', 'reverse', 'uniq', 'compact',
  'plus', 'minus', 'times', 'divided_by', 'modulo', 'round', 'ceil', 'floor', 'abs', 'at_least', 'at_most', 'truncate', 'append', 'prepend', 'slice',
])
const OURS = { money, number, date, time, date_time, phone, mask, document, list, yes_no }

const liquid = create()

function create(): Liquid {
  const engine = new Liquid({
    strictVariables: true, strictFilters: true, lenientIf: true, ownPropertyOnly: true, templates: {},
    parseLimit: LONGEST_TEMPLATE, memoryLimit: MEMORY,
  })
  for (const name of Object.keys(engine.tags)) if (!TAGS.has(name)) delete engine.tags[name]
  for (const name of Object.keys(engine.filters)) if (!FILTERS.has(name)) delete engine.filters[name]
  // Otherwise `{% constructor %}` and `| toString` are found on the prototype.
  Object.setPrototypeOf(engine.tags, null)
  Object.setPrototypeOf(engine.filters, null)
  for (const [name, filter] of Object.entries(OURS)) engine.registerFilter(name, filter)
  return engine
}

/** What a template may be built of; the studio offers these. */
export const filterNames: readonly string[] = Object.keys(liquid.filters).sort()

type Parsed = { templates: Template[] } | { problem: TextProblem }

const parsed = new LRUCache<string, Parsed>({ max: 5_000 })

/** Parsed once; throws `TextProblem`. */
export function templatesOf(template: string): Template[] {
  let found = parsed.get(template)
  if (!found) parsed.set(template, (found = parse(template)))
  if ('problem' in found) throw found.problem
  return found.templates
}

function parse(template: string): Parsed {
  if (template.length > LONGEST_TEMPLATE) return { problem: new TextProblem('TOO_LARGE') }
  try {
    return { templates: liquid.parse(template) }
  } catch (error) {
    return { problem: problemOf(error) }
  }
}

export const engine = liquid

/** Functions and prototypes of what is given do not exist for templates. */
class DataContext extends Context {
  override readProperty(from: never, key: never): unknown {
    const value: unknown = super.readProperty(withoutMethods(from) as never, key)
    return typeof value === 'function' ? undefined : value
  }

  override spawn(scope: object = {}): Context {
    const { renderLimit, memoryLimit } = this
    return new DataContext(scope, liquid.options, { sync: true }, { liquid, renderLimit, memoryLimit })
  }
}

/** LiquidJS calls functions that it meets as properties. */
function withoutMethods(from: unknown): unknown {
  if (typeof from === 'function') return undefined
  if (typeof from !== 'object' || from === null || Array.isArray(from)) return from
  return hasMethods(from) ? Object.fromEntries(Object.entries(from).filter(([, value]) => typeof value !== 'function')) : from
}

const hasMethods = (from: object) => Object.values(from).some(value => typeof value === 'function')

export function contextOf(scope: Record<string, unknown>, voice: Voice): Context {
  let parts = 0
  const renderLimit = { check: () => void (++parts > MOST_PARTS && fail()), use: () => undefined }
  const context = new DataContext(scope, liquid.options, { sync: true }, { liquid, renderLimit: renderLimit as never })
  context.setRegister('voice', voice)
  return context
}

function fail(): never {
  throw new TextProblem('TOO_LARGE')
}
