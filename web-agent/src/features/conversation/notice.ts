import type { Message } from '../../live/desk.ts'

type Noticed = Pick<Message, 'notice'> & { member: { id: string } | null; noticeMember: { id: string } | null }

/** Which text tells what happened: `ByMe` when whoever reads did it, `ToMe` when it was given to her. */
export function noticeKey({ notice, member, noticeMember }: Noticed, memberId: string | null): string {
  if (!member) return `${notice}`
  const who = member.id === memberId ? 'ByMe' : 'By'
  return `${notice}${who}${notice === 'ASSIGNED' && noticeMember?.id === memberId ? 'ToMe' : ''}`
}
