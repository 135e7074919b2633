import type { Unit } from '../platform/unit.ts'

export interface ConversationRow {
  id: string
  contact_id: string
  identity_id: string
  channel_account_id: string
  status: 'OPEN' | 'CLOSED'
  owner: 'BOT' | 'QUEUE' | 'AGENT'
  assignee_id: string | null
  language: 'ES' | 'EN'
  opened_at: Date
  last_activity_at: Date
  queued_at: Date | null
  first_queued_at: Date | null
  first_answered_at: Date | null
  closed_at: Date | null
  unread_count: number
  last_message_id: string | null
  sentiments: number[]
  urgent_since: Date | null
  version: number
}

export interface MessageRow {
  id: string
  conversation_id: string
  identity_id: string
  position: number
  author: 'CONTACT' | 'BOT' | 'AGENT' | 'SYSTEM'
  visibility: 'PUBLIC' | 'INTERNAL'
  member_id: string | null
  text: string
  menu: { options: { id: string; title: string }[] } | null
  chosen_option_id: string | null
  notice: string | null
  notice_member_id: string | null
  sentiment: number | null
  sentiment_label: string | null
  urgent: boolean | null
  status: 'SENT' | 'DELIVERED' | 'READ'
  sent_at: Date
  version: number
}

/** Many rows of the unit's tenant in one statement; each holds the same columns. */
export async function insertRows(unit: Unit, table: string, rows: object[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0]!).join(', ')
  await unit.sql(`demo-${table}`, `
    insert into ${table} (tenant_id, ${columns}) select $1, ${columns} from jsonb_populate_recordset(null::${table}, $2)`,
  [unit.tenantId, JSON.stringify(rows)])
}
