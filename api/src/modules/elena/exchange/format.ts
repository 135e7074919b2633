import type { ExchangeFormat } from './model.ts'
import { fieldsOf, itemsOf, type Source } from './source.ts'

/** The format of a file, by its content and where that leaves it open by its name; undefined where neither tells. */
export function formatOf(source: Source): ExchangeFormat | undefined {
  if (source.isZip) return 'DIALOGFLOW'
  const extension = /\.(\w+)$/.exec(source.fileName)?.[1]?.toLowerCase()
  if (extension === 'csv' || extension === 'tsv') return 'CSV'
  if (extension === 'jsonl' || extension === 'ndjson') return 'JSONL'
  if (extension === 'yml' || extension === 'yaml') return 'RASA'
  const head = source.text.slice(0, 5000).trimStart()
  if (/^[[{]/.test(head)) return isJsonLines(source.text) ? 'JSONL' : ofJson(source.json)
  if (/^(?:version|nlu)\s*:/m.test(head)) return 'RASA'
  return /[,;\t]/.test(head.split('\n', 1)[0]!) ? 'CSV' : undefined
}

function isJsonLines(text: string): boolean {
  try {
    return fieldsOf(JSON.parse(text.trimStart().split('\n', 1)[0]!)).text !== undefined
  } catch {
    return false
  }
}

function ofJson(json: unknown): ExchangeFormat | undefined {
  const root = fieldsOf(json)
  if (root.luis_schema_version !== undefined || root.culture !== undefined && root.utterances !== undefined) return 'LUIS'
  if (root.assets !== undefined) return 'CLU'
  if (root.examples !== undefined) return 'JSON'
  const first = fieldsOf(itemsOf(json)[0])
  if (first.data !== undefined) return 'DIALOGFLOW'
  return first.text !== undefined ? 'JSON' : undefined
}
