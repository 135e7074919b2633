import { computed } from 'vue'
import type { StudioResources } from './resources.ts'

export function useStudioResources(): StudioResources {
  const none = computed(() => [])
  return { connectors: none, intents: none, entities: none, tables: none, requestTypes: none, services: none }
}
