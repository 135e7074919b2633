import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { computed } from 'vue'
import { IntentChoicesDocument } from '../../contract/graphql.ts'

/** Reports know intents by name: from there to the intent itself, or to the search for one that has gone or is beyond the list. */
export function useIntentLinks() {
  const { data } = useAsk({ query: IntentChoicesDocument, variables: {} })
  const idOf = computed(() => new Map(data.value?.intents.edges.map(({ node }) => [node.name, node.id])))
  return (name: string) => {
    const id = idOf.value.get(name)
    return id ? { path: `/intents/${id}` } : { path: '/intents', query: { search: name } }
  }
}
