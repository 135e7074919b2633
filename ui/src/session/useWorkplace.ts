import { useMutation } from '@urql/vue'
import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { EnterTenantDocument, LeaveTenantDocument, SignOutDocument, type Session_ViewerFragment } from '../contract/graphql.ts'
import { useSession } from './session.ts'

type Workplace = Session_ViewerFragment['workplaces'][number]

/** Going to work somewhere, and leaving. Each ends with nothing of the place before on the screen. */
export function useWorkplace() {
  const session = useSession()
  const router = useRouter()
  const { executeMutation: enterTenant } = useMutation(EnterTenantDocument)
  const { executeMutation: leaveTenant } = useMutation(LeaveTenantDocument)
  const { executeMutation: endSession } = useMutation(SignOutDocument)
  const busy = ref(false)

  async function moving(change: () => Promise<{ error?: unknown }>, to: string) {
    busy.value = true
    const { error } = await change()
    busy.value = false
    if (error) return
    session.renew()
    await router.push(to)
  }
  const enter = ({ tenant }: Workplace, to = '/') =>
    moving(() => (tenant ? enterTenant({ tenantId: tenant.id }) : leaveTenant({})), to)
  const leave = (to = '/') => moving(() => leaveTenant({}), to)
  const signOut = () => moving(() => endSession({}), '/sign-in')
  return { enter, leave, signOut, busy }
}
