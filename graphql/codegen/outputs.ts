import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate, type CodegenConfig } from '@graphql-codegen/cli'
import { addTypenameSelectionDocumentTransform, preset } from '@graphql-codegen/client-preset'
import { GraphQLError, parse, Source } from 'graphql'
import * as classGenerator from './class-generator.ts'
import { documentsOf } from './documents.ts'

export interface Output {
  filename: string
  content: string
}

/** Which operations each app is made of. The widget carries only hashes: its documents stay on the server. */
const APPS = {
  admin: { folder: 'web-admin', operations: ['shared', 'admin'] },
  agent: { folder: 'web-agent', operations: ['shared', 'agent'] },
  shared: { folder: 'ui', operations: ['shared'] },
  widget: { folder: 'widget', operations: ['widget'] },
}
type App = keyof typeof APPS
const contractOf = (app: App) => `${APPS[app].folder}/src/contract`

const SCALARS = {
  Cursor: 'string',
  Date: 'string',
  DateTime: 'string',
  Decimal: 'string',
  EmailAddress: 'string',
  JSON: 'any',
  Locale: 'string',
  LocalTime: 'string',
  TimeZone: 'string',
  URL: 'string',
  UUID: 'string',
}
const TYPES = { useTypeImports: true, enumType: 'string-literal', strictScalars: true, scalars: SCALARS }

function clientOf(app: App): CodegenConfig['generates'][string] {
  const widget = app === 'widget'
  return {
    preset,
    documents: APPS[app].operations.map(folder => `graphql/operations/${folder}/**/*.graphql`),
    documentTransforms: widget ? [] : [addTypenameSelectionDocumentTransform],
    presetConfig: {
      fragmentMasking: false,
      persistedDocuments: widget ? { mode: 'replaceDocumentWithHash' } : true,
    },
    config: { ...TYPES, nonOptionalTypename: !widget, documentMode: 'string' },
  }
}

const configOf = (root: string): CodegenConfig => ({
  cwd: root,
  schema: 'graphql/schema/**/*.graphql',
  ignoreNoDocuments: true,
  silent: true,
  generates: {
    'api/src/contract.ts': { plugins: ['class-generator'] },
    ...Object.fromEntries((Object.keys(APPS) as App[]).map(app => [`${contractOf(app)}/`, clientOf(app)])),
  },
  pluginLoader: (async (name: string) =>
    name === 'class-generator' ? classGenerator : import(name)) as unknown as CodegenConfig['pluginLoader'],
})

/** All generated files: the server's classes, a typed client per app, and the documents that each app may send. */
export async function outputsOf(root: string): Promise<Output[]> {
  checkSyntax(root)
  const files = (await generate(configOf(root), false)) as Output[]
  const contentOf = (filename: string) => files.find(file => file.filename === filename)!.content
  const manifest = Object.fromEntries((Object.keys(APPS) as App[]).map(app => [app, persistedOf(app, contentOf)]))
  const clients = (Object.keys(APPS) as App[]).flatMap(app => clientFilesOf(app, contentOf, root))
  const outputs = [
    { filename: 'api/src/contract.ts', content: contentOf('api/src/contract.ts') },
    ...clients,
    { filename: 'api/src/persisted-documents.json', content: JSON.stringify(manifest, null, 1) + '\n' },
  ]
  return outputs.map(file => ({ ...file, filename: join(root, file.filename) }))
}

/** The generator reports broken syntax without saying in which file. */
function checkSyntax(root: string) {
  for (const file of globSync('graphql/{schema,operations}/**/*.graphql', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8')
    try {
      if (/^\s*[^#\s]/m.test(text)) parse(new Source(text, file))
    } catch (error) {
      throw error instanceof GraphQLError ? new Error(error.toString()) : error
    }
  }
}

/** The text of each document that an app may send, by its hash. */
const persistedOf = (app: App, contentOf: (filename: string) => string): Record<string, string> =>
  JSON.parse(contentOf(`${contractOf(app)}/persisted-documents.json`).replaceAll('"sha256:', '"'))

/** No `gql.ts`: our documents live in files, and its map of all of them could not be shaken out of a bundle. */
function clientFilesOf(app: App, contentOf: (filename: string) => string, root: string): Output[] {
  const folder = contractOf(app)
  const generated = contentOf(`${folder}/graphql.ts`)
  const index = { filename: `${folder}/index.ts`, content: `export * from './graphql.ts'\n` }
  if (app === 'widget') {
    const content = generated.replaceAll('= new TypedDocumentString(', '= /*#__PURE__*/ new TypedDocumentString(')
    return [{ filename: `${folder}/graphql.ts`, content }, index]
  }
  const types = generated.slice(0, generated.indexOf('export class TypedDocumentString'))
  return [...documentsOf({ folder, types, texts: Object.values(persistedOf(app, contentOf)) }, root), index]
}
