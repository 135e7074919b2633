import type { ChannelKind, Json, Language } from '@botpro/graphql/flows'
import type { Remembered } from '../../run/recordings.ts'
import type { ReadUnit } from '../../../../platform/unit.ts'

/** A conversation as a test is made of it. */
export interface HadConversation {
  channel: ChannelKind
  language: Language
  name: string | null
  phone: string | null
  email: string | null
  messages: HadMessage[]
  visits: HadVisit[]
  /** What its runs still know, by the flow. */
  frames: { flow: string; vars: Record<string, Json> }[]
  shared: Record<string, Json>[]
  /** What was answered and understood, as far as it is kept. */
  remembered: Remembered[]
}

export interface HadMessage {
  id: string
  author: 'CONTACT' | 'BOT' | 'AGENT' | 'SYSTEM'
  text: string
  menu: { options: { id: string; title: string }[] } | null
  optionId: string | null
  notice: string | null
  content: { kind: string; latitude?: number; longitude?: number; title?: string } | null
  files: { name: string; type: string }[]
  at: string
}

export interface HadVisit {
  flow: string
  step: string
  exit: string | null
  failure: string | null
  at: string
}

export const MOST_MESSAGES = 400

const HAD = `
  select a.kind as channel, v.language, c.name, c.phone, c.email,
    coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'author', m.author, 'text', m.text, 'menu', m.menu, 'optionId', m.chosen_option_id, 'notice', m.notice,
        'content', m.content, 'at', m.sent_at, 'files', coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'type', f.media_type) order by f.id)
          from attachment f where f.tenant_id = m.tenant_id and f.message_id = m.id), '[]')) order by m.position)
      from (select * from message where tenant_id = $1 and conversation_id = $2 and deleted_at is null and (visibility = 'PUBLIC' or notice is not null)
        order by position limit ${MOST_MESSAGES}) m), '[]') as messages,
    coalesce((select jsonb_agg(jsonb_build_object('flow', s.flow, 'step', s.step, 'exit', s.exit, 'failure', s.failure, 'at', s.at) order by s.at, s.id)
      from (select * from flow_visit where tenant_id = $1 and conversation_id = $2 order by at, id limit 2000) s), '[]') as visits,
    coalesce((select jsonb_agg(f.frame) from flow_run r cross join lateral jsonb_array_elements(r.state -> 'frames') f (frame)
      where r.tenant_id = $1 and r.conversation_id = $2), '[]') as frames,
    coalesce((select jsonb_agg(r.state -> 'shared') from flow_run r where r.tenant_id = $1 and r.conversation_id = $2), '[]') as shared
  from conversation v join contact c on c.tenant_id = v.tenant_id and c.id = v.contact_id
    join channel_account a on a.tenant_id = v.tenant_id and a.id = v.channel_account_id
  where v.tenant_id = $1 and v.id = $2`

type HadRow = Omit<HadConversation, 'remembered'>

export const hadConversation = async (unit: ReadUnit, conversationId: string): Promise<HadRow | undefined> =>
  (await unit.sql<HadRow>('conversation-for-test', HAD, [unit.tenantId, conversationId]))[0]
