import { loadPersistedDocuments, type PersistedDocuments } from '../platform/contract/persisted.ts'

const documents = loadPersistedDocuments()

/** A document that one of our apps sends, by the name of its operation. */
export function documentOf(app: keyof PersistedDocuments, operationName: string) {
  const known = Object.entries(documents[app]).find(([, text]) =>
    new RegExp(`(query|mutation|subscription) ${operationName}\\b`).test(text))
  if (!known) throw new Error(`The app ${app} has no operation ${operationName}.`)
  const extensions = { persistedQuery: { version: 1, sha256Hash: known[0] } }
  return {
    /** As the apps send it: the hash for the text. */
    payload: (variables: object) => ({ operationName, variables, extensions }),
    request: (variables: object) => JSON.stringify({ operationName, variables, extensions }),
  }
}
