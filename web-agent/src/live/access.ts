import type { MemberRole } from '../contract/graphql.ts'
import type { Listed } from './list.ts'

export interface Person { memberId: string | null; role: MemberRole | 'SUPPORT' | null; /** The company's service stands still: nobody writes. */ isReadOnly?: boolean }
export interface Access {
  /** Whether it is hers to answer. */
  isMine: boolean
  canClaim: boolean
  /** To take it from a colleague. */
  canTakeOver: boolean
  canAssign: boolean
  canHandBack: boolean
  canClose: boolean
  canReopen: boolean
  canReply: boolean
  canNote: boolean
}

const ANSWERING = ['AGENT', 'SUPERVISOR', 'ADMIN', 'OWNER']
const LEADING = ['SUPERVISOR', 'ADMIN', 'OWNER']

/** Whether answering is her work. */
export const isAnswering = ({ role }: Person) => role !== null && ANSWERING.includes(role)

export const canAnswer = (person: Person) => isAnswering(person) && !person.isReadOnly

/** Whether the tenant's intents are hers to see. */
export const canName = ({ role }: Person) => role !== null && LEADING.includes(role)

/** What may be offered. The server decides again; this only keeps dead buttons off the screen. */
export function accessTo({ status, owner, assignee }: Listed, person: Person): Access {
  const works = canAnswer(person)
  const isOpen = works && status === 'OPEN'
  const hasAgent = owner === 'AGENT'
  const isMine = isOpen && hasAgent && assignee?.id === person.memberId
  const leads = isOpen && person.role !== null && LEADING.includes(person.role)
  const mayGive = isOpen && (leads || isMine || !hasAgent)
  return {
    isMine,
    canClaim: isOpen && !hasAgent,
    canTakeOver: leads && hasAgent && !isMine,
    canAssign: mayGive,
    canHandBack: mayGive && owner !== 'BOT',
    canClose: mayGive,
    canReopen: works && status === 'CLOSED',
    canReply: isMine,
    canNote: works,
  }
}
