import { InvalidInput } from '../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import type { FaqWordings } from './faq-wordings.ts'
import { phraseText, plainText } from './phrase-text.ts'

/** Messages as wordings of a question. */

const MAX_WORDING = 500

// What came of messages that were judged before: the tenant's own wordings are not among them.
const EARNED = 'select distinct wording from misunderstood_message where tenant_id = $1 and faq_id = $2 and wording is not null'

interface Judged {
  id: string
  text: string
}

/** What is added: what somebody typed in their stead, or each of them; one that is too long teaches nothing by itself. */
export function wordingsOf(judged: readonly Judged[], typed?: string): string[] | InvalidInput {
  if (typed === undefined) return judged.map(({ text }) => phraseText(text)).filter(isShort)
  const line = phraseText(typed)
  return isShort(line) ? [line] : new InvalidInput('phrase.text', `Between 1 and ${MAX_WORDING} characters.`)
}

const isShort = (line: string) => line.length > 0 && line.length <= MAX_WORDING

/** The wording that stands for each message now, where it came of this judgement or of an earlier one. */
export async function earnedWordings(unit: ReadUnit, { judged, faqId, added, typed }: { judged: readonly Judged[]; faqId: string; added: readonly string[]; typed?: string }) {
  const earlier = (await unit.sql<{ wording: string }>('misunderstood-earned', EARNED, [unit.tenantId, faqId])).map(({ wording }) => wording)
  const byWords = new Map([...added, ...earlier].map(wording => [plainText(wording), wording]))
  return judged.map(({ id, text }) => ({ id, faq: faqId, wording: byWords.get(plainText(phraseText(typed ?? text))) ?? null }))
}

interface Returned {
  faqId: string | null
  wording: string | null
}

/** Takes back from the questions what came of these messages alone. */
export async function takeBackWordings(unit: Unit, faqs: FaqWordings, returned: readonly Returned[]): Promise<void> {
  for (const [faqId, rows] of Map.groupBy(returned.filter(({ wording }) => wording), each => each.faqId)) {
    if (!faqId) continue
    const kept = new Set((await unit.sql<{ wording: string }>('misunderstood-earned', EARNED, [unit.tenantId, faqId])).map(({ wording }) => wording))
    const alone = [...new Set(rows.map(({ wording }) => wording!))].filter(wording => !kept.has(wording))
    if (alone.length) await faqs.removeWordings(unit, faqId, alone)
  }
}
