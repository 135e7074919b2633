import type { ViewerRole } from '@botpro/ui/session/session.ts'
import type { MembersTable_MemberFragment as Member } from '../../contract/graphql.ts'

interface Rights { canManage: boolean; canDisable: boolean }
interface Asker { role: ViewerRole | null; memberId?: string }

/** What the server would allow, so that nothing is offered in vain: owners are touched by owners, nobody locks herself out. */
export function memberRights({ role, memberId }: Asker, member: Pick<Member, 'id' | 'role'>): Rights {
  const canManage = role === 'OWNER' || (role === 'ADMIN' && member.role !== 'OWNER')
  return { canManage, canDisable: canManage && member.id !== memberId }
}
