import { Kind, type DocumentNode, type SelectionNode, type SelectionSetNode } from 'graphql'
import { fragmentsOf } from './budget.ts'

/** What a document may look like, whatever it asks for. Documents of our own apps are exempt. */
export interface Limits {
  depth: number
  aliases: number
  directives: number
  directivesPerNode: number
  fields: number
}

export const DEFAULT_LIMITS: Limits = {
  depth: 14,
  aliases: 30,
  directives: 40,
  directivesPerNode: 4,
  fields: 400,
}

type Shape = Limits

/** Whether a document stays within the limits. Looks at the text alone, so it comes before validation. */
export function withinLimits(document: DocumentNode, limits: Limits): boolean {
  const shape = shapeOf(document)
  return (Object.keys(limits) as (keyof Limits)[]).every(name => shape[name] <= limits[name])
}

function shapeOf(document: DocumentNode): Shape {
  const shape: Shape = { depth: 0, aliases: 0, directives: 0, directivesPerNode: 0, fields: 0 }
  for (const definition of document.definitions) {
    countDirectives(definition, shape)
    if ('selectionSet' in definition) count(definition.selectionSet, shape)
  }
  shape.depth = depthOf(document)
  return shape
}

function count({ selections }: SelectionSetNode, shape: Shape) {
  for (const node of selections) {
    countDirectives(node, shape)
    if (node.kind === Kind.FIELD) shape.fields++
    if (node.kind === Kind.FIELD && node.alias) shape.aliases++
    if ('selectionSet' in node && node.selectionSet) count(node.selectionSet, shape)
  }
}

function countDirectives({ directives = [] }: { directives?: readonly unknown[] }, shape: Shape) {
  shape.directives += directives.length
  shape.directivesPerNode = Math.max(shape.directivesPerNode, directives.length)
}

function depthOf(document: DocumentNode) {
  const fragments = fragmentsOf(document)
  const known = new Map<string, number>()
  const ofSet = (set?: SelectionSetNode) => (set ? Math.max(...set.selections.map(ofNode)) : 0)
  const ofFragment = (name: string) => {
    if (known.has(name)) return known.get(name)!
    known.set(name, 0)
    known.set(name, ofSet(fragments.get(name)?.selectionSet))
    return known.get(name)!
  }
  const ofNode = (node: SelectionNode): number => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value)
    // Introspection has its own rule; the tools' well-known query for it is deeper than anything we serve.
    if (node.kind === Kind.FIELD && node.name.value.startsWith('__')) return 1
    return ofSet(node.selectionSet) + (node.kind === Kind.FIELD ? 1 : 0)
  }
  return Math.max(
    0,
    ...document.definitions.map(node => ('selectionSet' in node ? ofSet(node.selectionSet) : 0)),
  )
}
