import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generate, type CodegenConfig } from '@graphql-codegen/cli'
import { addTypenameSelectionDocumentTransform, preset } from '@graphql-codegen/client-preset'
import { GraphQLError, parse, Source } from 'graphql'
import * as classGenerator from './class-generator.ts'

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
    config: { ...TYPES, nonOptionalTypename: !widget, ...(widget && { documentMode: 'string' }) },
  }
}

const configOf = (root: string): CodegenConfig => ({
  cwd: root,
  schema: 'graphql/schema/**/*.graphql',
  ignoreNoDocuments: true,
  silent: true,
  generates: {
    'api/src/contract.ts': { plugins: ['class-generator'] },
    ...Object.fromEntries(
      Object.keys(APPS).map(app => [`${APPS[app as App].folder}/src/contract/`, clientOf(app as App)]),
    ),
  },
  pluginLoader: (async (name: string) =>
    name === 'class-generator' ? classGenerator : import(name)) as unknown as CodegenConfig['pluginLoader'],
})

/** All generated files: the server's classes, a typed client per app, and the documents that each app may send. */
export async function outputsOf(root: string): Promise<Output[]> {
  checkSyntax(root)
  const files = (await generate(configOf(root), false)) as Output[]
  const clients = files.filter(file => file.filename.endsWith('/graphql.ts')).flatMap(clientFilesOf)
  const classes = files.filter(file => file.filename.endsWith('contract.ts'))
  return [...classes, ...clients, manifestOf(files)].map(file => ({
    ...file,
    filename: join(root, file.filename),
  }))
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

/** No `gql.ts`: our documents live in files, and its map of all of them could not be shaken out of a bundle. */
function clientFilesOf({ filename, content }: Output): Output[] {
  const pure = content.replaceAll('= new TypedDocumentString(', '= /*#__PURE__*/ new TypedDocumentString(')
  const index = {
    filename: filename.replace(/graphql\.ts$/, 'index.ts'),
    content: `export * from './graphql.ts'\n`,
  }
  return [{ filename, content: pure }, index]
}

function manifestOf(files: Output[]): Output {
  const documents = Object.entries(APPS).map(([app, { folder }]) => {
    const manifest = files.find(
      ({ filename }) => filename === `${folder}/src/contract/persisted-documents.json`,
    )
    return [app, JSON.parse(manifest?.content.replaceAll('"sha256:', '"') ?? '{}')]
  })
  const content = JSON.stringify(Object.fromEntries(documents), null, 1) + '\n'
  return { filename: 'api/src/persisted-documents.json', content }
}
