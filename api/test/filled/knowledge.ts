import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'

/** A question and its answer, in the tenant's own words. */
export async function fillFaq(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }): Promise<string> {
  const faq = newId()
  await owner.query(`insert into faq (tenant_id, id, question, wordings, language, answer, variants, plain, idempotency_key, created_at, changed_at)
    values ($1, $2, $3, array[$3], 'ES', $3, $4, $3, $3, now(), now())`, [tenantId, faq, canary, JSON.stringify([{ channel: 'WEB', text: canary }])])
  await owner.query('insert into knowledge_state (tenant_id, revision) values ($1, 1) on conflict do nothing', [tenantId])
  return faq
}

/** A source of Q&A, read; it leads nowhere, so that nobody is asked when it is read again. */
export async function fillSources(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  const [source, document, passage, file] = [newId(), newId(), newId(), newId()]
  const url = `http://127.0.0.1:1/${canary}`
  await owner.query(`insert into knowledge_source (tenant_id, id, kind, name, url, language, rhythm, state, problem, created_at)
    values ($1, $2, 'PAGE', $3, $4, 'ES', 'NEVER', 'READY', $5, now())`, [tenantId, source, canary, url, JSON.stringify({ code: 'CUT_SHORT', message: canary })])
  await owner.query(`insert into knowledge_document (tenant_id, id, source_id, position, key, title, url, problem, read_at, passage_count)
    values ($1, $2, $3, 0, $4, $5, $4, $6, now(), 1)`, [tenantId, document, source, url, canary, JSON.stringify({ code: 'TOO_SLOW', message: canary })])
  await owner.query(`insert into knowledge_passage (tenant_id, id, document_id, position, headings, text, language)
    values ($1, $2, $3, 0, $4, $5, 'ES')`, [tenantId, passage, document, [canary], canary])
  await owner.query('insert into knowledge_file (tenant_id, id, name, content, created_at) values ($1, $2, $3, $4, now())', [tenantId, file, `${canary}.md`, Buffer.from(canary)])
  return { knowledgeSource: source, knowledgeDocument: document, knowledgePassage: passage, knowledgeFile: file }
}

/** A server that is asked for help: one that no request of ours may reach, and off, or the bot would answer later than tests expect. */
export async function fillPredictive(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }): Promise<string> {
  const [model, call] = [newId(), newId()]
  await owner.query(`insert into predictive_model (tenant_id, id, name, base_url, sealed_key, key_last_four, uses, is_on, monthly_calls, timeout_ms, created_at, changed_at)
    values ($1, $2, $3, 'https://127.0.0.1:9/v1', null, 'abcd', $4, false, 100, 1000, now(), now())`,
  [tenantId, model, canary, JSON.stringify([{ purpose: 'GENERATE', model: canary }])])
  await owner.query(`insert into predictive_month (tenant_id, model_id, month, calls) values ($1, $2, '2026-01-01', 1)`, [tenantId, model])
  await owner.query(`insert into predictive_call (tenant_id, id, model_id, purpose, key, at, outcome) values ($1, $2, $3, 'GENERATE', $4, now(), 'ANSWERED')`,
    [tenantId, call, model, canary])
  return model
}
