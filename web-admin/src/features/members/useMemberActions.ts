import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useConfirm } from '@botpro/ui/state/useConfirm.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { useI18n } from 'vue-i18n'
import {
  ChangeMemberRoleDocument, DisableMemberDocument, EnableMemberDocument, ResendInvitationDocument,
  type MemberRole, type MembersTable_MemberFragment as Member,
} from '../../contract/graphql.ts'

/** What an administrator does with a member who is there already. */
export function useMemberActions() {
  const { t } = useI18n()
  const confirm = useConfirm()
  const { done, failed } = useNotify()
  const { change: changeRoleOf, busy } = useChange(ChangeMemberRoleDocument)
  const { change: disableMember } = useChange(DisableMemberDocument)
  const { change: enableMember } = useChange(EnableMemberDocument)
  const { change: resendInvitation } = useChange(ResendInvitationDocument)

  async function resend({ id }: Member) {
    if (await resendInvitation({ memberId: id })) done(t('members.done.resent'))
  }
  async function enable({ id, name }: Member) {
    if (await enableMember({ memberId: id })) done(t('members.done.enabled', { name }))
  }
  async function disable({ id, name }: Member) {
    const title = t('members.disableTitle', { name })
    const confirmed = await confirm({
      title, text: t('members.disableText'), confirm: t('members.actions.disable'), isDangerous: true,
    })
    if (!confirmed) return
    const result = (await disableMember({ input: { memberId: id } }))?.disableMember
    if (result?.__typename === 'LastOwner') failed(t('members.lastOwner'))
    if (result?.__typename === 'Member') done(t('members.done.disabled', { name }))
  }
  /** Resolves to a refusal in words, or to nothing. */
  async function changeRole({ id }: Member, role: MemberRole): Promise<string | undefined> {
    const result = (await changeRoleOf({ input: { memberId: id, role } }))?.changeMemberRole
    if (result?.__typename === 'Member') done(t('members.done.role'))
    if (result?.__typename === 'LastOwner') return t('members.lastOwner')
  }
  return { resend, enable, disable, changeRole, busy }
}
