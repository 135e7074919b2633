import type { ExchangeFormat } from '../../contract/graphql.ts'

export const FORMATS: ExchangeFormat[] = ['CSV', 'JSONL', 'JSON', 'RASA_YAML', 'DIALOGFLOW', 'LUIS']
export const ACCEPTED = '.csv,.tsv,.jsonl,.ndjson,.json,.yml,.yaml,.zip,.lu,.txt'

function formatOfJson(text: string): ExchangeFormat {
  const lines = text.split(/\r?\n/).filter(line => line.trim())
  // The last line of a beginning may be cut.
  const whole = lines.slice(0, Math.max(2, lines.length - 1))
  if (lines.length > 1 && whole.every(line => line.trimStart().startsWith('{') && line.trimEnd().endsWith('}'))) return 'JSONL'
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

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** By the beginning of a file and its name. */
export function formatOfFile(name: string, head: Uint8Array): ExchangeFormat {
  return isZip(head) ? 'DIALOGFLOW' : formatOfText(new TextDecoder().decode(head), name)
}
