import type { FaqFormat } from '../../../contract/graphql.ts'

export const FORMATS: FaqFormat[] = ['CSV', 'JSONL']
export const ACCEPTED = '.csv,.tsv,.jsonl,.ndjson,.json,.txt'

/** What a text most likely is; a person can say otherwise. */
export function formatOfText(text: string, fileName = ''): FaqFormat {
  if (/\.(jsonl|ndjson)$/i.test(fileName)) return 'JSONL'
  if (/\.(csv|tsv)$/i.test(fileName)) return 'CSV'
  return text.replace(/^\uFEFF/, '').trimStart().startsWith('{') ? 'JSONL' : 'CSV'
}

/** By the beginning of a file and its name. */
export const formatOfFile = (name: string, head: Uint8Array) => formatOfText(new TextDecoder().decode(head), name)
