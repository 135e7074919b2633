import { useI18n } from 'vue-i18n'

/** The key under which an action of the audit trail, such as `member.role-changed`, has its words. */
export const wordsKey = (action: string) => action.replace(/[.-]/g, '_')

/** Where at the desk the thing of an entry is looked at. The desk is an app of its own. */
export const deskAddress = ({ targetType, targetId }: { targetType: string; targetId: string | null }) =>
  (targetType === 'conversation' && targetId ? `/agent/inbox/all/${targetId}` : undefined)

/** What somebody did, in words; an action that has none yet is shown by its name. */
export function useActionWords() {
  const { t, te } = useI18n()
  return (action: string) => (te(`audit.what.${wordsKey(action)}`) ? t(`audit.what.${wordsKey(action)}`) : action)
}

/** Who did it, and what she is where that says more than her name. The system has no name of its own. */
export const actorWords = ({ actorName, actorKind }: { actorName: string; actorKind: string }, kind: string) =>
  ({ name: actorName || kind, kind: actorName && actorKind !== 'MEMBER' ? kind : '' })
