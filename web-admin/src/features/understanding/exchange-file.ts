import type { ExchangeFormat } from '../../contract/graphql.ts'

export const FORMATS: ExchangeFormat[] = ['CSV', 'JSONL', 'JSON', 'RASA_YAML', 'DIALOGFLOW', 'LUIS']
export const ACCEPTED = '.csv,.tsv,.jsonl,.ndjson,.json,.yml,.yaml,.zip,.lu,.txt'
/** Characters. */
export const MOST_CONTENT = 20_000_000

export interface ExchangeFile { name: string; content: string; format: ExchangeFormat }

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** In pieces, since a function takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}

function formatOfJson(text: string): ExchangeFormat {
  const lines = text.split(/\r?\n/).filter(line => line.trim())
  if (lines.length > 1 && lines.every(line => line.trimStart().startsWith('{') && line.trimEnd().endsWith('}'))) return 'JSONL'
  const head = text.slice(0, 20_000)
  if (/"(luis_schema_version|projectKind|utterances)"\s*:/.test(text)) return 'LUIS'
  if (/"(userSays|trainingPhrases|responses|queryPatterns)"\s*:/.test(head)) return 'DIALOGFLOW'
  return 'JSON'
}

/** What a text most likely is; a person can say otherwise. */
export function formatOfText(text: string, fileName = ''): ExchangeFormat {
  const ending = /\.(\w+)$/.exec(fileName.toLowerCase())?.[1]
  if (ending === 'csv' || ending === 'tsv') return 'CSV'
  if (ending === 'yml' || ending === 'yaml') return 'RASA_YAML'
  if (ending === 'jsonl' || ending === 'ndjson') return 'JSONL'
  const start = text.trimStart().replace(/^\uFEFF/, '')
  if (start.startsWith('{') || start.startsWith('[')) return formatOfJson(start)
  return /^(version|nlu)\s*:/m.test(start.slice(0, 2000)) ? 'RASA_YAML' : 'CSV'
}

/** A ZIP file travels in Base64, a text as it is. */
export function exchangeFileOf(name: string, bytes: Uint8Array): ExchangeFile {
  if (isZip(bytes)) return { name, content: base64Of(bytes), format: 'DIALOGFLOW' }
  const content = new TextDecoder().decode(bytes)
  return { name, content, format: formatOfText(content, name) }
}
