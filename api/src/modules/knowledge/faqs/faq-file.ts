import { breather } from '../../../platform/breath.ts'
import { bareCell, csvText } from '../../../platform/csv-cells.ts'
import { csvRows, delimiterOf } from '../../../platform/csv-rows.ts'
import type { Language } from '../../../platform/language.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import { faqDetails } from './faq-input.ts'
import type { FaqDetails } from './faq.entity.ts'

export type FaqFormat = 'CSV' | 'JSONL'

/** `code` is stable; `message` is a sentence for developers. */
export interface ImportProblem {
  line?: number
  code: 'UNREADABLE' | 'NO_TEXT' | 'TOO_LONG' | 'TOO_MANY' | 'CONFLICT' | 'UNSUPPORTED'
  message: string
  text?: string
}

export interface ReadFaq extends FaqDetails {
  line: number
}

interface Fields { question: string; answer: string; wordings: string[]; language: string; validFrom: string; validUntil: string }

type Row = { line: number; fields: Fields } | { line: number; problem: Omit<ImportProblem, 'line'> }

const MOST_ROWS = 10_000
const MOST_PROBLEMS = 10_000
const LONGEST_LINE = 500_000

export interface FileOptions {
  format: FaqFormat
  /** Of questions that do not say theirs. */
  language?: Language | null
}

/** Questions that can be taken, with the line where each begins, and what is wrong with the others. Keeps nobody waiting, and never throws for what a file holds. */
export async function readFaqs(content: string, { format, language }: FileOptions): Promise<{ faqs: ReadFaq[]; problems: ImportProblem[] }> {
  const [faqs, problems]: [ReadFaq[], ImportProblem[]] = [[], []]
  const text = content.replace(/^\ufeff/, '')
  if (!text.trim()) return { faqs, problems: [{ code: 'UNREADABLE', message: 'The file is empty.' }] }
  const breath = breather()
  for (const row of format === 'CSV' ? csvFields(text) : jsonFields(text)) {
    await breath()
    const faq = 'problem' in row ? { line: row.line, ...row.problem } : faqOf(row, language)
    if ('code' in faq) problems.push(faq)
    else faqs.push(faq)
    if (faqs.length < MOST_ROWS && problems.length < MOST_PROBLEMS) continue
    problems.push({ line: row.line, code: 'TOO_MANY', message: 'The file has too many lines; the rest is left out.' })
    break
  }
  if (!faqs.length && !problems.length) problems.push({ code: 'UNREADABLE', message: 'There are no questions in the file.' })
  return { faqs, problems }
}

function faqOf({ line, fields }: { line: number; fields: Fields }, otherwise: Language | null | undefined): ReadFaq | ImportProblem {
  const problem = (code: ImportProblem['code'], message: string): ImportProblem =>
    ({ line, code, message, text: (fields.question || fields.answer).slice(0, 100).toWellFormed().replaceAll('\0', '') })
  const language = fields.language.trim() ? languageNamed(fields.language) : otherwise ?? null
  if (language === undefined) return problem('UNSUPPORTED', 'The language is none that is known.')
  if ([fields.question, fields.answer, ...fields.wordings].some(text => text.includes('\0') || !text.isWellFormed())) return problem('UNREADABLE', 'The text is no valid Unicode.')
  const details = faqDetails({ ...fields, language, variants: [], validFrom: fields.validFrom.trim() || null, validUntil: fields.validUntil.trim() || null }, '')
  if (!(details instanceof InvalidInput)) return { line, ...details }
  if (details.field.startsWith('valid')) return problem('UNREADABLE', `${details.field}: ${details.message}`)
  const isMissing = !fields.question.trim() || !fields.answer.trim()
  return problem(isMissing ? 'NO_TEXT' : 'TOO_LONG', isMissing ? 'A question and an answer are needed.' : `${details.field}: ${details.message}`)
}

const languageNamed = (name: string): Language | undefined =>
  /^\s*(?:es|spa|spanish|espa[nñ]ol)(?:[-_].*)?\s*$/i.test(name) ? 'ES' : /^\s*(?:en|eng|english|ingl[eé]s)(?:[-_].*)?\s*$/i.test(name) ? 'EN' : undefined

const COLUMNS: Record<keyof Fields, readonly string[]> = {
  question: ['question', 'pregunta'], answer: ['answer', 'respuesta'], wordings: ['wordings', 'formas', 'variantes'],
  language: ['language', 'lang', 'idioma'], validFrom: ['valid_from', 'vigente_desde'], validUntil: ['valid_until', 'vigente_hasta'],
}

function* csvFields(text: string): Generator<Row> {
  let columns: Map<keyof Fields, number> | undefined
  for (const { line, cells } of csvRows(text, delimiterOf(text))) {
    if (!cells) yield { line, problem: { code: 'UNREADABLE', message: 'This line cannot be read.' } }
    else if (columns) yield { line, fields: fieldsOf(cells, columns) }
    else {
      columns = columnsNamed(cells)
      if (columns.has('question') && columns.has('answer')) continue
      yield { line, problem: { code: 'UNREADABLE', message: 'The first line has to name the columns, “question” and “answer” among them.' } }
      return
    }
  }
}

const columnsNamed = (cells: readonly string[]): Map<keyof Fields, number> =>
  new Map((Object.keys(COLUMNS) as (keyof Fields)[]).flatMap(column => {
    const at = cells.findIndex(cell => COLUMNS[column].includes(cell.trim().toLowerCase()))
    return at < 0 ? [] : [[column, at] as const]
  }))

function fieldsOf(cells: readonly string[], columns: ReadonlyMap<keyof Fields, number>): Fields {
  const cell = (column: keyof Fields) => bareCell(cells[columns.get(column) ?? -1] ?? '')
  return {
    question: cell('question'), answer: cell('answer'), wordings: cell('wordings').split(/\r?\n/), language: cell('language'),
    validFrom: cell('validFrom'), validUntil: cell('validUntil'),
  }
}

function* jsonFields(text: string): Generator<Row> {
  let line = 0
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from)
    const written = text.slice(from, end < 0 ? text.length : end).trim()
    from = end < 0 ? text.length : end + 1
    line++
    if (!written) continue
    const fields = written.length > LONGEST_LINE ? undefined : fieldsIn(written)
    yield fields ? { line, fields } : { line, problem: { code: 'UNREADABLE', message: 'This line is no JSON object with a question and an answer.', text: written.slice(0, 100).toWellFormed() } }
  }
}

function fieldsIn(written: string): Fields | undefined {
  try {
    const value = JSON.parse(written) as Record<string, unknown> | null
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const text = (name: string) => (typeof value[name] === 'string' ? value[name] : '')
    const wordings = Array.isArray(value['wordings']) ? value['wordings'].filter(each => typeof each === 'string') : []
    return { question: text('question'), answer: text('answer'), wordings, language: text('language'), validFrom: text('valid_from'), validUntil: text('valid_until') }
  } catch {
    return undefined
  }
}

type Written = Pick<FaqDetails, 'question' | 'answer' | 'wordings' | 'language' | 'validFrom' | 'validUntil'>

/** A file that `readFaqs` takes again. */
export function writeFaqs(faqs: readonly Written[], format: FaqFormat): { mediaType: string; content: string } {
  return format === 'CSV' ? { mediaType: 'text/csv', content: csvOf(faqs) } : { mediaType: 'application/jsonl', content: faqs.map(lineOf).join('') }
}

const csvOf = (faqs: readonly Written[]) => csvText([
  ['question', 'answer', 'wordings', 'language', 'valid_from', 'valid_until'],
  ...faqs.map(({ question, answer, wordings, language, validFrom, validUntil }) =>
    [question, answer, wordings.join('\n'), language.toLowerCase(), validFrom ?? '', validUntil ?? '']),
])

const lineOf = ({ question, answer, wordings, language, validFrom, validUntil }: Written) => `${JSON.stringify({
  question, answer, wordings, language: language.toLowerCase(), ...validFrom && { valid_from: validFrom }, ...validUntil && { valid_until: validUntil },
})}\n`
