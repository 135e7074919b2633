import type { Change, Conversation, Message } from '../../live/desk.ts'

export interface Alert { kind: 'MESSAGE' | 'QUEUED'; conversation: Conversation; message?: Message }
export interface Attention {
  memberId: string | null
  /** The conversation on the screen, while the page is really looked at. */
  lookingAt: string | null
  /** What waited before is no news. */
  since: string
}

function isNewlyQueued({ before, after }: Change, since: string) {
  if (after.status !== 'OPEN' || after.owner !== 'QUEUE' || !after.queuedAt) return false
  return before ? before.owner !== 'QUEUE' || before.queuedAt !== after.queuedAt : after.queuedAt >= since
}

/** Whether a change is worth a sound: my customer wrote, or somebody new waits for a person. */
export function alertFor(change: Change, { memberId, lookingAt, since }: Attention): Alert | null {
  const { kind, after, message } = change
  if (memberId === null || after.id === lookingAt) return null
  const isMine = after.owner === 'AGENT' && after.assignee?.id === memberId
  if (isMine && kind === 'MESSAGE_ADDED' && message?.author === 'CONTACT') return { kind: 'MESSAGE', conversation: after, message }
  return isNewlyQueued(change, since) ? { kind: 'QUEUED', conversation: after } : null
}
