import type pg from 'pg'
import { trainElena } from '../../src/modules/elena/engine.ts'
import { newId } from '../../src/platform/ids.ts'

/** What is taught, learnt and not understood; the words are the tenant's own. */
export async function fillElena(owner: pg.Pool, { tenantId, canary }: { tenantId: string; canary: string }) {
  const [intent, phrase, entityType, training, model, trainingFile] = [newId(), newId(), newId(), newId(), newId(), newId()]
  await owner.query('insert into training_file (tenant_id, id, content, created_at) values ($1, $2, $3, now())', [tenantId, trainingFile, JSON.stringify({ text: canary, intent: canary })])
  const report = {
    ...NO_REPORT, intents: [{ intent: canary, examples: 1, precision: 1, recall: 1, f1: 1 }],
    advice: [{ kind: 'ADD_PHRASES', intent: canary, otherIntent: null, language: null, count: 1, phrases: [canary] }],
  }
  await owner.query(`insert into intent (tenant_id, id, name, description, action, answers, created_at)
    values ($1, $2, $3, $3, 'ANSWER', $4, now())`, [tenantId, intent, canary, JSON.stringify([{ language: 'ES', text: canary }])])
  await owner.query(`insert into phrase (tenant_id, id, intent_id, language, text, plain, entities, origin, created_at)
    values ($1, $2, $3, 'ES', $4, $4, $5, 'WRITTEN', now())`, [tenantId, phrase, intent, canary, JSON.stringify([{ start: 0, end: 5, entity: canary }])])
  await owner.query(`insert into entity_type (tenant_id, id, name, description, kind, "values", created_at)
    values ($1, $2, $3, $3, 'LIST', $4, now())`, [tenantId, entityType, canary, JSON.stringify([{ value: canary, synonyms: [canary] }])])
  await owner.query(`insert into model_training (tenant_id, id, state, requested_at, heard_at, finished_at, error)
    values ($1, $2, 'FAILED', now(), now(), now(), $3)`, [tenantId, training, canary])
  await owner.query(`insert into elena_model (tenant_id, id, training_id, number, state, trained_at, override_reason, intent_count, phrase_count,
      languages, accuracy, macro_f1, size_bytes, training_seconds, report)
    values ($1, $2, $3, 1, 'TRAINED', now(), $4, 1, 1, '{ES}', 1, 1, 1, 1, $5)`, [tenantId, model, training, canary, JSON.stringify(report)])
  await owner.query(`insert into elena_model_content (tenant_id, model_id, content) values ($1, $2, $3)`, [tenantId, model, smallModel()])
  const { rows } = await owner.query<{ id: string }>(`
    insert into misunderstood_message (tenant_id, id, contact_id, conversation_id, reason, language, likeness, confidence, guesses, at, state)
    select m.tenant_id, m.id, c.contact_id, c.id, 'LOW_CONFIDENCE', 'ES', $2, 0.1, $3, m.sent_at, 'WAITING'
    from message m join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
    where m.tenant_id = $1 and m.author = 'CONTACT' limit 1 returning id`, [tenantId, canary, JSON.stringify([{ intent: canary, probability: 0.1 }])])
  return { intent, phrase, entityType, training, model, trainingFile, misunderstood: rows[0]!.id }
}

let small: Buffer | undefined

/** Learnt once, from hardly anything. */
function smallModel(): Buffer {
  const examples = ['hola', 'buenas'].map(text => ({ text, intent: 'saludo', language: 'es' as const }))
  return small ??= Buffer.from(trainElena({ examples: [...examples, { text: 'adiós', intent: 'despedida', language: 'es' }] }).write())
}

const NO_REPORT = {
  folds: 5, examples: 1, accuracy: 1, macroF1: 1, threshold: 0.5, calibrationError: 0, outOfScopeRate: 0, strangersRefused: 1,
  confusions: [], calibration: [], thresholds: [], languages: [], entities: [],
}
