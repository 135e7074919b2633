import { memberIdOf } from '../../../platform/actor.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { decodedText } from '../../../platform/decoded-text.ts'
import { newId } from '../../../platform/ids.ts'
import type { Language } from '../../../platform/language.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { plainText } from '../../language/index.ts'
import { bumpKnowledge } from '../knowledge-state.ts'
import { sentKnowledgeFile } from '../sources/knowledge-file.store.ts'
import { readFaqs, writeFaqs, type FaqFormat, type ImportProblem, type ReadFaq } from './faq-file.ts'
import { MAX_WORDINGS, newWordings } from './faq-input.ts'
import { plainOf, type FaqDetails } from './faq.entity.ts'
import { mayExportFaqs, mayImportFaqs } from './faq.policy.ts'
import { allFaqs, MOST_FAQS, type FaqRow } from './faq.queries.ts'
import { lockFaqs } from './faq.service.ts'

const MAX_CONTENT = 200_000
const PROBLEMS_SHOWN = 200

export interface FaqFile {
  format: FaqFormat
  /** The words themselves, or the id under which they were sent. */
  content?: string | null
  knowledgeFileId?: string | null
  language?: Language | null
  dryRun: boolean
}

export interface FaqImport {
  applied: boolean
  faqsAdded: number
  wordingsAdded: number
  duplicates: number
  problems: ImportProblem[]
  problemCount: number
}

interface Planned {
  details: FaqDetails
  /** Of one that was there before. */
  id: string | null
  gained: string[]
}

interface Plan {
  planned: Planned[]
  duplicates: number
  problems: ImportProblem[]
}

/** Questions that come in files, and leave in files. */
export class FaqImportService {
  async import(unit: Unit, { format, language, dryRun, ...file }: FaqFile): Promise<FaqImport | InvalidInput> {
    if (!mayImportFaqs(unit.actor)) throw new Forbidden()
    await lockFaqs(unit)
    const content = await contentOf(unit, file)
    if (content instanceof InvalidInput) return content
    const { faqs, problems } = await readFaqs(content, { format, language })
    const plan = planOf(faqs, await allFaqs(unit), problems)
    if (!dryRun) await write(unit, plan)
    return told(plan, !dryRun)
  }

  async export(unit: ReadUnit, format: FaqFormat): Promise<{ fileName: string; mediaType: string; content: string }> {
    if (!mayExportFaqs(unit.actor)) throw new Forbidden()
    const fileName = `questions-${unit.now.toISOString().slice(0, 10)}.${format.toLowerCase()}`
    return { fileName, ...writeFaqs(await allFaqs(unit), format) }
  }
}

async function contentOf(unit: Unit, { content, knowledgeFileId }: Pick<FaqFile, 'content' | 'knowledgeFileId'>): Promise<string | InvalidInput> {
  if ((content == null) === (knowledgeFileId == null)) return new InvalidInput('content', 'Either the content or a file that was sent.')
  if (content == null) return decodedText((await sentKnowledgeFile(unit, knowledgeFileId!)).content)
  return content.length > MAX_CONTENT ? new InvalidInput('content', `At most ${MAX_CONTENT} characters; send more as a file.`) : content
}

const sameness = ({ language, question }: Pick<FaqDetails, 'language' | 'question'>) => `${language} ${plainText(question)}`

/** What comes of taking in questions; nothing is written. */
function planOf(read: readonly ReadFaq[], there: readonly FaqRow[], problems: ImportProblem[]): Plan {
  const known = new Map<string, Planned>(there.map(({ id, ...details }) => [sameness(details), { details, id, gained: [] }]))
  const plan: Plan = { planned: [], duplicates: 0, problems: [...problems] }
  let room = MOST_FAQS - there.length
  for (const { line, ...details } of read) {
    const same = known.get(sameness(details))
    if (same) meet(same, { line, ...details }, plan)
    else if (room-- > 0) {
      const planned = { details, id: null, gained: [] }
      known.set(sameness(details), planned)
      plan.planned.push(planned)
    } else plan.problems.push({ line, code: 'TOO_MANY', message: `A tenant has at most ${MOST_FAQS} questions.`, text: details.question.slice(0, 100) })
  }
  return plan
}

/** A question that is there already, or came earlier in the file, gets what it lacks. */
function meet(same: Planned, { line, question, wordings, answer }: ReadFaq, plan: Plan) {
  const { details } = same
  const problem = (code: ImportProblem['code'], message: string) => plan.problems.push({ line, code, message, text: question.slice(0, 100) })
  if (plainText(details.answer) !== plainText(answer)) problem('CONFLICT', 'The question is there with another answer, which stays.')
  const lacking = newWordings([details.question, ...details.wordings], wordings)
  const gained = lacking.slice(0, MAX_WORDINGS - details.wordings.length)
  if (gained.length < lacking.length) problem('TOO_MANY', `A question has at most ${MAX_WORDINGS} wordings; the rest is left out.`)
  if (!gained.length) {
    plan.duplicates++
    return
  }
  same.details = { ...details, wordings: [...details.wordings, ...gained] }
  same.gained.push(...gained)
  if (!plan.planned.includes(same)) plan.planned.push(same)
}

const INSERT = `
  insert into faq (tenant_id, id, question, wordings, language, answer, valid_from, valid_until, plain, created_at, changed_at, changed_by)
  select $1, id, question, wordings, language, answer, valid_from, valid_until, plain, $2, $2, $3
  from jsonb_to_recordset($4) as given
    (id uuid, question text, wordings text[], language text, answer text, valid_from date, valid_until date, plain text)`
const GAIN = `
  update faq f set wordings = given.wordings, plain = given.plain, changed_at = $2, changed_by = $3, version = version + 1
  from jsonb_to_recordset($4) as given (id uuid, wordings text[], plain text)
  where f.tenant_id = $1 and f.id = given.id`

async function write(unit: Unit, { planned }: Plan): Promise<void> {
  if (!planned.length) return
  const rows = planned.map(({ id, details }) => {
    const { question, wordings, language, answer, validFrom, validUntil } = details
    return { id: id ?? newId(unit.now), isNew: id === null, question, wordings, language, answer, valid_from: validFrom, valid_until: validUntil, plain: plainOf(details) }
  })
  const values = (isNew: boolean) => [unit.tenantId, unit.now, memberIdOf(unit.actor), JSON.stringify(rows.filter(row => row.isNew === isNew))]
  await unit.sql('faqs-insert', INSERT, values(true))
  await unit.sql('faqs-gain', GAIN, values(false))
  unit.audit({ action: 'faqs.imported', targetType: 'faq', detail: { added: rows.filter(({ isNew }) => isNew).length, extended: rows.filter(({ isNew }) => !isNew).length } })
  await bumpKnowledge(unit)
}

function told({ planned, duplicates, problems }: Plan, applied: boolean): FaqImport {
  const added = planned.filter(({ id }) => id === null)
  const wordings = added.reduce((sum, { details }) => sum + details.wordings.length, 0)
    + planned.filter(({ id }) => id !== null).reduce((sum, { gained }) => sum + gained.length, 0)
  return {
    applied, duplicates, faqsAdded: added.length, wordingsAdded: wordings,
    problems: problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)).slice(0, PROBLEMS_SHOWN), problemCount: problems.length,
  }
}
