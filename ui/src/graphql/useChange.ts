import { useMutation, type AnyVariables, type DocumentInput } from '@urql/vue'

/**
 * A mutation as a verb: resolves to its data, or to nothing when it failed (the person has been told by then).
 * Refusals that a screen explains come as data.
 */
export function useChange<Data, Variables extends AnyVariables>(document: DocumentInput<Data, Variables>) {
  const { executeMutation, fetching: busy } = useMutation(document)
  async function change(variables: Variables): Promise<Data | undefined> {
    const { data, error } = await executeMutation(variables)
    return error ? undefined : data
  }
  return { change, busy }
}
