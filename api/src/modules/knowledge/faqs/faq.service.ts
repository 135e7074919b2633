import { LockMode } from '@mikro-orm/core'
import { memberIdOf } from '../../../platform/actor.ts'
import { sha256 } from '../../../platform/crypto.ts'
import { Conflict, Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { lock } from '../../../platform/lock.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { plainText } from '../../language/index.ts'
import { bumpKnowledge } from '../knowledge-state.ts'
import { faqDetails, MAX_WORDING, MAX_WORDINGS, newWordings, type TypedFaq } from './faq-input.ts'
import { Faq, plainOf, type FaqDetails } from './faq.entity.ts'
import { mayChangeFaqs } from './faq.policy.ts'
import { faqCount, MOST_FAQS } from './faq.queries.ts'

const MAX_KEY = 100
const MOST_AT_ONCE = 100

/** What a question gained. */
export interface WordingsGained {
  question: string
  /** What it had not, as it has it now. */
  added: string[]
}

/** Questions and the answers that the bot gives. Each verb returns ids, or why not. */
export class FaqService {
  /** The id; the same for the same key. Throws `Conflict` for a key that came with something else. */
  async create(unit: Unit, { faq: typed, idempotencyKey }: { faq: TypedFaq; idempotencyKey?: string | null }): Promise<string | InvalidInput> {
    await lockFaqs(unit)
    const details = faqDetails(typed)
    const key = idempotencyKey?.trim() || null
    if (details instanceof InvalidInput) return details
    if (key && key.length > MAX_KEY) return new InvalidInput('idempotencyKey', `At most ${MAX_KEY} characters.`)
    const hash = key === null ? null : sha256(JSON.stringify(details))
    const same = key ? await unit.em.findOne(Faq, { tenantId: unit.tenantId, idempotencyKey: key }) : null
    if (same && (same.deletedAt || !hash!.equals(same.idempotencyHash ?? Buffer.alloc(0)))) throw new Conflict('The key came with another question.')
    if (same) return same.id
    if (await faqCount(unit) >= MOST_FAQS) return tooManyFaqs('faq.question')
    const faq = newFaq(unit, details, { idempotencyKey: key, idempotencyHash: hash })
    return tell(unit, faq, 'faq.created')
  }

  async change(unit: Unit, { faqId, version, faq: typed }: { faqId: string; version: number; faq: TypedFaq }): Promise<string | ChangedMeanwhile | InvalidInput> {
    const faq = await lockedFaq(unit, faqId)
    const details = faqDetails({ ...typed, language: typed.language ?? faq.language })
    if (details instanceof InvalidInput) return details
    if (faq.version !== version) return new ChangedMeanwhile()
    faq.describe(details, changeIn(unit))
    return tell(unit, faq, 'faq.changed')
  }

  /** Nothing where there is no such question. What it has already is left out. */
  async addWordings(unit: Unit, faqId: string, wordings: readonly string[]): Promise<WordingsGained | InvalidInput | null> {
    const [faq] = await lockedFaqs(unit, [faqId])
    if (!faq) return null
    const added = newWordings([faq.question, ...faq.wordings], wordings)
    if (added.some(wording => wording.length > MAX_WORDING)) return new InvalidInput('wordings', `At most ${MAX_WORDING} characters each.`)
    if (faq.wordings.length + added.length > MAX_WORDINGS) return new InvalidInput('wordings', `At most ${MAX_WORDINGS}.`)
    if (added.length) {
      faq.gain(added, changeIn(unit))
      await tell(unit, faq, 'faq.wordings-added', { count: added.length })
    }
    return { question: faq.question, added }
  }

  /** What it has not is no matter, nor that it is gone. */
  async removeWordings(unit: Unit, faqId: string, wordings: readonly string[]): Promise<void> {
    const [faq] = await lockedFaqs(unit, [faqId])
    const unwanted = new Set(wordings.map(plainText))
    if (!faq?.wordings.some(wording => unwanted.has(plainText(wording)))) return
    faq.lose(unwanted, changeIn(unit))
    await tell(unit, faq, 'faq.wordings-removed')
  }

  /** Those that were there. */
  async delete(unit: Unit, faqIds: string[]): Promise<string[] | InvalidInput> {
    if (faqIds.length > MOST_AT_ONCE) return new InvalidInput('faqIds', `At most ${MOST_AT_ONCE}.`)
    const faqs = await lockedFaqs(unit, faqIds)
    for (const faq of faqs) faq.delete(unit.now)
    return tellAll(unit, faqs, 'faqs.deleted')
  }

  async restore(unit: Unit, faqIds: string[]): Promise<string[] | InvalidInput> {
    if (faqIds.length > MOST_AT_ONCE) return new InvalidInput('faqIds', `At most ${MOST_AT_ONCE}.`)
    const faqs = await lockedFaqs(unit, faqIds, { deletedToo: true })
    const deleted = faqs.filter(faq => faq.deletedAt)
    if (await faqCount(unit) + deleted.length > MOST_FAQS) return tooManyFaqs('faqIds')
    for (const faq of deleted) faq.restore()
    await tellAll(unit, deleted, 'faqs.restored')
    return faqs.map(({ id }) => id)
  }
}

export const tooManyFaqs = (field: string) => new InvalidInput(field, `A tenant has at most ${MOST_FAQS} questions.`)

/** The questions of a tenant are changed by one at a time, so what is found to be new is still new when it is written. */
export async function lockFaqs(unit: Unit): Promise<void> {
  if (!mayChangeFaqs(unit.actor)) throw new Forbidden()
  await lock(unit, `faqs:${unit.tenantId}`)
}

export const changeIn = ({ now, actor }: Unit) => ({ now, by: memberIdOf(actor) })

interface Key { idempotencyKey: string | null; idempotencyHash: Buffer | null }

function newFaq({ em, tenantId, now, actor }: Unit, details: FaqDetails, key: Key): Faq {
  return em.create(Faq, {
    id: newId(now), tenantId, ...details, plain: plainOf(details), ...key,
    createdAt: now, changedAt: now, changedBy: memberIdOf(actor), deletedAt: null, version: 1,
  })
}

async function lockedFaq(unit: Unit, id: string): Promise<Faq> {
  const [faq] = await lockedFaqs(unit, [id])
  if (!faq) throw new NotFound('The question')
  return faq
}

/** In the order asked for, each once. */
async function lockedFaqs(unit: Unit, ids: string[], { deletedToo = false } = {}): Promise<Faq[]> {
  await lockFaqs(unit)
  const found = await unit.em.find(Faq, { tenantId: unit.tenantId, id: ids }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  const byId = new Map(found.filter(({ deletedAt }) => deletedToo || !deletedAt).map(faq => [faq.id, faq]))
  return [...new Set(ids)].flatMap(id => byId.get(id) ?? [])
}

async function tell(unit: Unit, { id, question }: Faq, action: string, detail: object = {}): Promise<string> {
  unit.audit({ action, targetType: 'faq', targetId: id, detail: { question: question.slice(0, 100), ...detail } })
  await unit.em.flush()
  await bumpKnowledge(unit)
  return id
}

async function tellAll(unit: Unit, faqs: readonly Faq[], action: string): Promise<string[]> {
  if (!faqs.length) return []
  unit.audit({ action, targetType: 'faq', targetId: faqs[0]!.id, detail: { count: faqs.length } })
  await unit.em.flush()
  await bumpKnowledge(unit)
  return faqs.map(({ id }) => id)
}
