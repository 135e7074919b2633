import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { computed } from 'vue'
import { CreateEntityTypeDocument, EntityTypesDocument } from '../../contract/graphql.ts'
import { entityColor } from './entity-color.ts'

/** The tenant's entity types, and their colours. */
export function useEntityTypes() {
  const { data, ...asked } = useAsk({ query: EntityTypesDocument, variables: {} })
  const { change } = useChange(CreateEntityTypeDocument)
  const types = computed(() => data.value?.entityTypes ?? [])
  const colorOf = (entity: string) => entityColor(entity, types.value)
  /** One that is learnt from the marks that follow; resolves to whether there is one by this name now. */
  async function createLearned(name: string): Promise<boolean> {
    const result = (await change({ input: { name, kind: 'LEARNED', values: [] } }))?.createEntityType
    return result?.__typename === 'EntityType' || result?.__typename === 'NameTaken'
  }
  return { ...asked, types, colorOf, createLearned }
}
