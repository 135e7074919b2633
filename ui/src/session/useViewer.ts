import { useQuery } from '@urql/vue'
import { computed } from 'vue'
import { ViewerDocument } from '../contract/graphql.ts'
import type { ViewerRole } from './session.ts'

const MAY_CHANGE: ViewerRole[] = ['ADMIN', 'OWNER']

/** Who looks at the screen, and what she may do with it. */
export function useViewer() {
  const { data } = useQuery({ query: ViewerDocument, variables: {} })
  const viewer = computed(() => data.value?.viewer ?? null)
  const role = computed(() => viewer.value?.role ?? null)
  const tenant = computed(() => viewer.value?.tenant ?? null)
  const isSupport = computed(() => role.value === 'SUPPORT')
  /** An operator who looks in reads everything and changes nothing. */
  const canConfigure = computed(() => role.value !== null && MAY_CHANGE.includes(role.value))
  return { viewer, role, tenant, isSupport, canConfigure }
}
