import type { ChannelPage_ChannelAccountFragment as Channel } from '../../../contract/graphql.ts'

export type Abilities = Omit<Channel['capabilities'], '__typename'>
/** A sentence about what a channel carries: its key, and what is filled in. `no` where it does not. */
export interface Sentence { key: string; no?: boolean; values?: Record<string, number> }

const MEGABYTE = 1024 * 1024

/** What a channel carries, as sentences, the most usual first. */
export function carried({ textMax, buttons, listRows, fileMax, hasTemplates, hasReadReceipts }: Abilities): Sentence[] {
  return [
    { key: 'text', values: { n: textMax } },
    buttons ? { key: 'buttons', values: { n: buttons } } : { key: 'buttonsNone', no: true },
    listRows ? { key: 'list', values: { n: listRows } } : { key: 'listNone', no: true },
    fileMax ? { key: 'files', values: { n: Math.floor(fileMax / MEGABYTE) || 1 } } : { key: 'filesNone', no: true },
    hasReadReceipts ? { key: 'read' } : { key: 'readNone', no: true },
    ...(hasTemplates ? [{ key: 'templates' }] : []),
  ]
}

const DAY = 24

/** Until when one may write, and what may be sent after. */
export function windowRules({ windowHours, humanWindowHours, hasTemplates }: Abilities): Sentence[] {
  if (!windowHours) return [{ key: 'free' }]
  return [
    { key: 'window', values: { n: windowHours } },
    ...(humanWindowHours && humanWindowHours > windowHours ? [{ key: 'human', values: { n: Math.round(humanWindowHours / DAY) } }] : []),
    { key: hasTemplates ? 'afterTemplate' : 'afterNothing' },
    { key: 'renewed' },
  ]
}

const FAMILIES = ['image', 'audio', 'video', 'text', 'application']

/** Media types as people sort files, each once. */
export function fileFamilies(types: readonly string[]): string[] {
  if (types.includes('*/*')) return ['any']
  const families = types.map(type => type.split('/')[0]!).map(family => (FAMILIES.includes(family) ? family : 'application'))
  return [...new Set(families.map(family => (family === 'text' ? 'application' : family)))]
}
