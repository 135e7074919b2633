import { Output, type Template } from 'liquidjs'
import { engine, templatesOf } from './liquid.ts'
import { problemOf } from './text-problem.ts'

type Segments = (string | number | Segments)[]

/** The paths that a template names, such as `account.balance` and `items[0].name`, without those it sets itself. Throws `TextProblem`. */
export const variablesIn = (template: string): string[] => pathsOf(templatesOf(template))

/** Those that have to be there: neither in a condition or in what stands under one, nor given a default. Throws `TextProblem`. */
export function variablesNeededIn(template: string): string[] {
  const templates = templatesOf(template)
  const spared = new Set(pathsOf(everyTemplate(templates).flatMap(leniently)))
  return pathsOf(templates).filter(path => !spared.has(path) && !spared.has(rootOf(path)))
}

export const rootOf = (path: string): string => /^[^.[]*/.exec(path)![0]

function pathsOf(templates: Template[]): string[] {
  try {
    const found = engine.globalVariableSegmentsSync(templates) as Segments[]
    return [...new Set(found.map(pathOf).filter(path => path !== ''))]
  } catch (error) {
    throw problemOf(error)
  }
}

/** As far as it is known before the text is written: `items[number].name` is `items`. */
function pathOf(segments: Segments): string {
  let path = ''
  for (const segment of segments) {
    if (typeof segment === 'object') break
    if (typeof segment === 'number') path += `[${segment}]`
    else path += path === '' ? segment : `.${segment}`
  }
  return path
}

function everyTemplate(templates: Iterable<Template>): Template[] {
  return [...templates].flatMap(template => [template, ...everyTemplate(childrenOf(template))])
}

function childrenOf(template: Template): Template[] {
  if (!template.children) return []
  const found = template.children(false, true).next()
  return Array.isArray(found.value) ? found.value as Template[] : []
}

const ASKING = new Set(['if', 'unless', 'case'])

/** What of a template may be missing, as a template of its own. */
function leniently(template: Template): Template[] {
  const isDefaulted = template instanceof Output && template.value.filters[0]?.name === 'default'
  if (ASKING.has((template as { name?: string }).name ?? '')) return [template]
  if (!template.arguments || !isDefaulted) return []
  return [{ token: template.token, render: template.render, arguments: () => template.arguments!() }]
}
