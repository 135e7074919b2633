import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useViewer } from '@botpro/ui/session/useViewer.ts'
import { computed } from 'vue'
import { EntitlementsDocument } from '../../contract/graphql.ts'

/** Whether the plan of the viewer's company does not include a feature. Until it is known, and for those above companies, everything is open. */
export function useEntitlements() {
  const { tenant } = useViewer()
  const { data } = useAsk({ query: EntitlementsDocument, variables: {}, pause: () => !tenant.value })
  const missing = computed(() => new Set<string>((tenant.value ? data.value?.entitlements ?? [] : []).filter(({ isIncluded }) => !isIncluded).map(({ feature }) => feature)))
  return (feature: string | undefined): boolean => feature !== undefined && missing.value.has(feature)
}
