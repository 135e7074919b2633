import { newId } from '../platform/ids.ts'
import type { Company, Employee } from './company.ts'

interface TrailOptions {
  company: Company
  people: Employee[]
  tenantId: string
  channelAccountId: string
  now: Date
}

const DAY = 86_400_000

/** What the audit trail tells of the first weeks. Seals and numbers are the database's affair. */
export function trailOf({ company, people, tenantId, channelAccountId, now }: TrailOptions): object[] {
  const owner = people.find(person => person.role === 'OWNER')!
  const admin = people.find(person => person.role === 'ADMIN')!
  const entry = (daysAgo: number, who: Employee, action: string, target: [type: string, id: string, detail: object]) => {
    const [targetType, targetId, detail] = target
    const at = new Date(now.getTime() - daysAgo * DAY)
    return {
      id: newId(at), at, action, target_type: targetType, target_id: targetId, detail,
      actor: { kind: 'MEMBER', memberId: who.id, role: who.role, name: who.name },
    }
  }
  const invited = people.filter(person => person !== owner).map((person, index) =>
    entry(44 - index / 50, owner, 'member.invited', ['member', person.id, { name: person.name, role: person.role }]))
  return [
    ...invited,
    entry(43, admin, 'channel.created', ['channel_account', channelAccountId, { name: company.site }]),
    entry(42.9, admin, 'calendar.changed', ['tenant', tenantId, { intervals: company.hours.length }]),
    entry(42.8, admin, 'bot.changed', ['bot_settings', tenantId, {}]),
    entry(20.2, admin, 'channel.changed', ['channel_account', channelAccountId, { color: company.widget.color }]),
    entry(6.1, owner, 'bot.changed', ['bot_settings', tenantId, {}]),
  ]
}
