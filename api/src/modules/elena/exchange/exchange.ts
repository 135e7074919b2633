import type { TrainingSet } from '../model.ts'
import { readCsv, writeCsv } from './csv-format.ts'
import { readDialogflow, writeDialogflow } from './dialogflow-format.ts'
import { Draft, EndOfReading } from './draft.ts'
import { formatOf } from './format.ts'
import { readJson, readJsonLines, writeJson, writeJsonLines } from './json-format.ts'
import { Losses } from './losses.ts'
import { readClu, readLuis, writeClu, writeLuis } from './microsoft-format.ts'
import { limits, type ExchangeFormat, type ParsedExchange, type ParsingOptions, type WrittenExchange } from './model.ts'
import { readRasa, writeRasa } from './rasa-format.ts'
import { Source } from './source.ts'

interface Format {
  read: (source: Source, draft: Draft) => void
  write: (set: TrainingSet, losses: Losses) => string | Uint8Array<ArrayBuffer>
  extension: string
  mediaType: string
}

const json = { extension: 'json', mediaType: 'application/json' }

const formats: Record<ExchangeFormat, Format> = {
  CSV: { read: readCsv, write: writeCsv, extension: 'csv', mediaType: 'text/csv; charset=utf-8' },
  JSON: { read: readJson, write: writeJson, ...json },
  JSONL: { read: readJsonLines, write: writeJsonLines, extension: 'jsonl', mediaType: 'application/jsonl' },
  RASA: { read: readRasa, write: writeRasa, extension: 'yml', mediaType: 'application/yaml' },
  DIALOGFLOW: { read: readDialogflow, write: writeDialogflow, extension: 'zip', mediaType: 'application/zip' },
  LUIS: { read: readLuis, write: writeLuis, ...json },
  CLU: { read: readClu, write: writeClu, ...json },
}

/**
 * Reads a training set from a file of another product or our own. Never throws for what the file says: what is wrong
 * is told with its line or path, and the rest is read. Offsets of marks are UTF-16 code units. A second of one core for
 * 10 MB, so big files belong in a worker.
 */
export function parseExchange(content: Uint8Array | string, options: ParsingOptions = {}): ParsedExchange {
  const draft = new Draft()
  const format = readInto(draft, content, options)
  const set = draft.set(options.language)
  if (format && set.examples.length === 0 && draft.problems.length === 0) draft.problem('nothingFound')
  return { ...format && { format }, set, places: draft.places, problems: draft.problems, counts: draft.counts(set) }
}

function readInto(draft: Draft, content: Uint8Array | string, options: ParsingOptions): ExchangeFormat | undefined {
  const size = typeof content === 'string' ? Buffer.byteLength(content) : content.length
  if (size > limits.fileBytes) draft.problem('fileTooLarge', {}, { bytes: size, most: limits.fileBytes })
  if (size === 0) draft.problem('fileEmpty')
  if (size === 0 || size > limits.fileBytes) return options.format
  const source = new Source(content, baseName(options.fileName), draft)
  let format = options.format
  try {
    format ??= formatOf(source)
    if (format) formats[format].read(source, draft)
    else draft.problem('formatUnknown')
  } catch (error) {
    if (!(error instanceof EndOfReading)) throw error
  }
  return format
}

const baseName = (fileName = '') => fileName.split(/[\\/]/).at(-1)!

/** Writes a training set as a file; `problems` names what the format cannot say of it. The same set makes the same bytes. */
export function writeExchange(set: TrainingSet, format: ExchangeFormat): WrittenExchange {
  const { write, extension, mediaType } = formats[format]
  const losses = new Losses()
  const content = write(set, losses)
  return { fileName: `training-set.${format === 'LUIS' || format === 'CLU' ? `${format.toLowerCase()}.` : ''}${extension}`, mediaType, content, problems: losses.problems }
}
