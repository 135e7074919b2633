import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useViewer } from '@botpro/ui/session/useViewer.ts'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { CommerceTenantDocument } from '../../contract/graphql.ts'

/** Whose commercial life is on the screen: the named tenant's, or the viewer's own. */
export function useCommerceTenant(tenantId: MaybeRefOrGetter<string | undefined>) {
  const { tenant: own } = useViewer()
  const { data, error, state, refresh } = useAsk({
    query: CommerceTenantDocument, variables: () => ({ tenantId: toValue(tenantId) ?? '' }), pause: () => !toValue(tenantId),
  })
  const named = computed(() => (data.value?.subscription.id === toValue(tenantId) ? data.value?.subscription.tenant : undefined))
  const tenant = computed(() => (toValue(tenantId) ? named.value : own.value ?? undefined))
  const tenantState = computed(() => (tenant.value ? 'ready' : toValue(tenantId) ? state.value : 'loading'))
  return { tenant, state: tenantState, error, refresh }
}
