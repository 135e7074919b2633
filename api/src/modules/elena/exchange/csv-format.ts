import type { MarkedEntity, TrainingExample, TrainingSet } from '../model.ts'
import { bareCell, csvText } from '../../../platform/csv-cells.ts'
import { csvRows, delimiterOf } from '../../../platform/csv-rows.ts'
import type { Draft, RawMark } from './draft.ts'
import { languageNamed } from './language-name.ts'
import type { Losses } from './losses.ts'
import { mark, unmark } from './marks.ts'
import { limits, type Place } from './model.ts'
import { fieldsOf, type Source } from './source.ts'

type Column = 'text' | 'intent' | 'language' | 'entities'

const headings: Record<Column, readonly string[]> = {
  text: ['text', 'texto', 'utterance', 'phrase', 'frase', 'example', 'ejemplo', 'query', 'sentence', 'mensaje', 'message'],
  intent: ['intent', 'intención', 'intencion', 'label', 'etiqueta', 'category', 'categoría', 'categoria', 'intento'],
  language: ['language', 'lang', 'locale', 'idioma', 'lenguaje'],
  entities: ['entities', 'entidades', 'marked', 'annotated', 'entity', 'slots'],
}

/** Reads text, intent and, where they are there, language and entities; without a heading in that order. */
export function readCsv(source: Source, draft: Draft): void {
  const text = source.text
  let columns: Map<Column, number> | undefined
  for (const { line, cells } of csvRows(text, delimiterOf(text))) {
    if (!cells) {
      draft.skip('lineBroken', { line })
      continue
    }
    const named = columns ? undefined : columnsNamed(cells)
    columns ??= named ?? columnsByPlace(cells)
    if (!named) addRow(cells.map(bareCell), columns, draft, { line })
    else if (!named.has('text') || !named.has('intent')) return draft.problem('columnMissing', { line }, { column: named.has('text') ? 'intent' : 'text' })
  }
}

function columnsNamed(cells: readonly string[]): Map<Column, number> | undefined {
  const columns = new Map<Column, number>()
  cells.forEach((cell, at) => {
    const name = cell.trim().toLowerCase()
    const column = (Object.keys(headings) as Column[]).find(each => headings[each].includes(name))
    if (column && !columns.has(column)) columns.set(column, at)
  })
  // One known word may be a phrase of the first row, unless no customer writes it; two are a heading.
  return columns.size >= 2 || cells.some(cell => /^\s*(?:text|utterance|intent|intenci[oó]n)\s*$/i.test(cell)) ? columns : undefined
}

function columnsByPlace(cells: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>([['text', 0], ['intent', 1]])
  if (cells.length > 2) columns.set(languageNamed(cells[2]!) || cells.length > 3 || cells[2] === '' ? 'language' : 'entities', 2)
  if (cells.length > 3) columns.set('entities', 3)
  return columns
}

function addRow(cells: readonly string[], columns: ReadonlyMap<Column, number>, draft: Draft, place: Place): void {
  const cell = (column: Column) => cells[columns.get(column) ?? -1] ?? ''
  if (cell('text').length > 2 * limits.textLength) return draft.skip('textTooLong', place, { most: limits.textLength })
  const { text, marks } = columns.has('entities') && cell('entities').trim() !== ''
    ? { text: cell('text'), marks: marksBeside(cell('text'), cell('entities'), draft, place) }
    : columns.has('entities') ? { text: cell('text'), marks: [] } : marksWithin(cell('text'), draft, place)
  draft.example({ text, intent: cell('intent'), language: cell('language'), marks }, place)
}

function marksWithin(marked: string, draft: Draft, place: Place) {
  const { text, marks, roles, broken } = unmark(marked)
  for (const each of broken) draft.problem('markBroken', place, { entity: each })
  for (const role of roles) draft.note('roleIgnored', place, role)
  return { text, marks }
}

function marksBeside(text: string, cell: string, draft: Draft, place: Place): RawMark[] {
  const listed = marksListed(cell)
  if (listed) return listed
  const within = marksWithin(cell, draft, place)
  if (within.text.trim() !== text.trim()) {
    draft.problem('marksDisagree', place)
    return []
  }
  const shift = text.length - text.trimStart().length - (within.text.length - within.text.trimStart().length)
  return within.marks.map(each => ({ ...each, start: Number(each.start) + shift, end: Number(each.end) + shift }))
}

/** Marks as a JSON list, which is how texts are marked that have brackets of their own. */
function marksListed(cell: string): RawMark[] | undefined {
  if (!/^\s*\[\s*\{/.test(cell)) return undefined
  try {
    return (JSON.parse(cell) as unknown[]).map(each => {
      const { start, end, entity, value } = fieldsOf(each)
      return { start, end, entity, value }
    })
  } catch {
    return undefined
  }
}

/** Writes a CSV that spreadsheets open: with a byte order mark, every cell quoted. */
export function writeCsv(set: TrainingSet, losses: Losses): string {
  losses.listsOf(set)
  const rows = set.examples.map(example => [example.text, example.intent, example.language, entitiesCell(example)])
  return csvText([['text', 'intent', 'language', 'entities'], ...rows])
}

function entitiesCell({ text, entities = [] }: TrainingExample): string {
  if (entities.length === 0) return ''
  const marked = mark(text, entities)
  return marked === undefined || marksListed(marked) ? JSON.stringify(entities.map(inOrder)) : marked
}

const inOrder = ({ start, end, entity, value }: MarkedEntity) => ({ start, end, entity, value })
