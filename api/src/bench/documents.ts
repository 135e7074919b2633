import { loadPersistedDocuments, type PersistedDocuments } from '../platform/contract/persisted.ts'

const documents = loadPersistedDocuments()

/** What our apps send for an operation: the chat the hash of its document, the others its text. */
export function payloadOf(app: keyof PersistedDocuments, operationName: string, variables: object): object {
  const known = Object.entries(documents[app]).find(([, text]) =>
    new RegExp(`(query|mutation|subscription) ${operationName}\\b`).test(text))
  if (!known) throw new Error(`The app ${app} has no operation ${operationName}.`)
  const [sha256Hash, query] = known
  return app === 'widget'
    ? { operationName, variables, extensions: { persistedQuery: { version: 1, sha256Hash } } }
    : { operationName, variables, query }
}

export const bodyOf = (...operation: Parameters<typeof payloadOf>): string => JSON.stringify(payloadOf(...operation))
