import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kind, parse, type OperationDefinitionNode } from 'graphql'
import type { Output } from './outputs.ts'

export interface Client {
  /** Where the client lies, such as `web-admin/src/contract`. */
  folder: string
  /** What the generator made of the contract for it. */
  types: string
  /** The texts of its documents, fragments included. */
  texts: string[]
}

const operationsIn = (text: string) =>
  parse(text, { noLocation: true }).definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION)

/** `admin/bots` for each operation that is written in `graphql/operations/admin/bots.graphql`. */
function homesOf(root: string) {
  const homes = globSync('graphql/operations/**/*.graphql', { cwd: root }).flatMap(file =>
    operationsIn(readFileSync(join(root, file), 'utf8')).map(({ name }) => {
      const home = file.replaceAll('\\', '/').replace(/^graphql\/operations\/|\.graphql$/g, '')
      return [name!.value, home] as const
    }))
  return new Map(homes)
}

function constantOf(text: string, { name, operation }: OperationDefinitionNode) {
  const result = name!.value + operation[0]!.toUpperCase() + operation.slice(1)
  return `export const ${name!.value}Document = ${JSON.stringify(text)} as g.Document<g.${result}, g.${result}Variables>\n`
}

/**
 * Documents as texts, in a module for each file that they are written in: a part of an app brings only what it asks, and
 * a text is a sixth of its tree. Whoever imports them from `graphql.ts` takes no more than what it names.
 */
export function documentsOf({ folder, types, texts }: Client, root: string): Output[] {
  const homes = homesOf(root)
  const modules = new Map<string, string>()
  for (const text of texts) {
    const operation = operationsIn(text)[0]!
    const home = homes.get(operation.name!.value)!
    const head = `import type * as g from '../../graphql.ts'\n\n`
    modules.set(home, (modules.get(home) ?? head) + constantOf(text, operation))
  }
  const reexports = [...modules.keys()].map(home => `export * from './documents/${home}.ts'\n`).join('')
  const document = 'export type Document<Data, Variables> = string & DocumentTypeDecoration<Data, Variables>\n'
  return [
    { filename: `${folder}/graphql.ts`, content: types + document + reexports },
    ...[...modules].map(([home, content]) => ({ filename: `${folder}/documents/${home}.ts`, content })),
  ]
}
