import type { Broadcast } from '../../platform/broadcast.ts'
import { TenantAnswers } from '../../platform/tenant-answers.ts'
import type { ReadUnit } from '../../platform/unit.ts'

/** What a tenant's Q&A is at this moment. */
export interface KnowledgeNow {
  /** Grows with every change of questions and passages. */
  revision: number
  /** The revision of which was learnt what is learnt; nothing before the first time. */
  learntAt: number | null
  /** Whether there is anything to answer from. */
  hasAny: boolean
  /** IANA name. */
  timeZone: string
}

const TOPIC = 'knowledge.changed'

const NOW = `
  select k.revision::float8 as revision, k.learnt_at_revision::float8 as "learntAt",
    (select time_zone from tenant where id = $1) as "timeZone",
    exists (select from faq f where f.tenant_id = $1 and f.deleted_at is null) or exists (
      select from knowledge_source s
      join knowledge_document d on d.tenant_id = s.tenant_id and d.source_id = s.id
      join knowledge_passage p on p.tenant_id = d.tenant_id and p.document_id = d.id
      where s.tenant_id = $1 and s.deleted_at is null) as "hasAny"
  from knowledge_state k where k.tenant_id = $1`

/** Nothing for a tenant that never had any. */
export async function knowledgeNow(unit: ReadUnit): Promise<KnowledgeNow | null> {
  return (await unit.sql<KnowledgeNow>('knowledge-now', NOW, [unit.tenantId]))[0] ?? null
}

/** Remembered for a moment, also that a tenant has none: a visitor's message then costs no statement. */
export class LiveKnowledge {
  readonly #answers: TenantAnswers<KnowledgeNow | null>

  constructor(broadcast: Broadcast) {
    this.#answers = new TenantAnswers(broadcast, TOPIC)
  }

  of(unit: ReadUnit): Promise<KnowledgeNow | null> {
    return this.#answers.get(unit, () => knowledgeNow(unit))
  }

  /** From now on everybody looks anew, in every process. */
  tell(): void {
    this.#answers.forget()
  }
}
