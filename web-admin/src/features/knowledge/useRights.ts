import { useViewer } from '@botpro/ui/session/useViewer.ts'
import { computed } from 'vue'

/** Supervisors write questions; sources and files are for administrators. Who looks in from outside changes nothing. */
export function useRights() {
  const { role, isSupport, canConfigure } = useViewer()
  const canWrite = computed(() => canConfigure.value || role.value === 'SUPERVISOR')
  const canExport = computed(() => canConfigure.value || isSupport.value)
  return { canWrite, canConfigure, canExport }
}
