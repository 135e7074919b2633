import type { Message } from '../../live/desk.ts'

type Noticed = Pick<Message, 'notice'> & Partial<Pick<Message, 'text'>> & { member: { id: string } | null; noticeMember: { id: string } | null }

/** Which text tells what happened: `ByMe` when whoever reads did it, `ToMe` when it was given to her, `FromMe` when it was hers. */
export function noticeKey({ notice, text, member, noticeMember }: Noticed, memberId: string | null): string {
  const isAboutMe = noticeMember !== null && noticeMember.id === memberId
  if (notice === 'ARRIVED') return text ? `${notice}ByLink` : notice
  // Who changed her rights is nobody's business in a thread.
  if (notice === 'RETURNED_TO_QUEUE') return isAboutMe ? `${notice}FromMe` : notice
  if (!member) return `${notice}`
  const who = member.id === memberId ? 'ByMe' : 'By'
  return `${notice}${who}${notice === 'ASSIGNED' && isAboutMe ? 'ToMe' : ''}`
}
