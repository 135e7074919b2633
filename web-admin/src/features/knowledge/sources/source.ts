import type { KnowledgeSourceKind, KnowledgeSourceState, Language, ReadingRhythm, SourcesTable_KnowledgeSourceFragment as Source } from '../../../contract/graphql.ts'

export type Place = 'PAGE' | 'SITEMAP' | 'FILE'

export interface SourceDraft {
  version: number
  place: Place
  name: string
  url: string
  /** What was sent up, and what it is. */
  file: { id: string; name: string; kind: KnowledgeSourceKind } | null
  language: Language
  rhythm: ReadingRhythm
  validFrom: string
  validUntil: string
}

export const PLACES: Place[] = ['PAGE', 'SITEMAP', 'FILE']
export const RHYTHMS: ReadingRhythm[] = ['NEVER', 'DAILY', 'WEEKLY', 'MONTHLY']
export const ACCEPTED = '.pdf,.docx,.csv,.tsv,.md,.markdown,.txt'
export const MOST_BYTES = 20_000_000
export const KIND_ICONS: Record<KnowledgeSourceKind | Place, string> = {
  PAGE: 'i-lucide-globe', SITEMAP: 'i-lucide-network', FILE: 'i-lucide-file-up',
  PDF: 'i-lucide-file-text', DOCX: 'i-lucide-file-type', CSV: 'i-lucide-sheet', MARKDOWN: 'i-lucide-hash',
}

export const placeOf = (kind: KnowledgeSourceKind): Place => (kind === 'PAGE' || kind === 'SITEMAP' ? kind : 'FILE')
export const isUnderWay = ({ state }: { state: KnowledgeSourceState }) => state === 'WAITING' || state === 'READING'

const ENDINGS: Record<string, KnowledgeSourceKind> = {
  pdf: 'PDF', docx: 'DOCX', csv: 'CSV', tsv: 'CSV', md: 'MARKDOWN', markdown: 'MARKDOWN', txt: 'MARKDOWN',
}
const startsWith = (head: Uint8Array, signature: string) => [...signature].every((letter, at) => head[at] === letter.charCodeAt(0))

/** What a file is: by its beginning where that tells, else by its name; nothing where it is none that can be read. */
export function kindOfFile(name: string, head: Uint8Array): KnowledgeSourceKind | undefined {
  if (startsWith(head, '%PDF')) return 'PDF'
  const byName = ENDINGS[/\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '']
  if (startsWith(head, 'PK')) return byName === 'DOCX' ? 'DOCX' : undefined
  return byName === 'PDF' || byName === 'DOCX' ? undefined : byName
}

/** An address as somebody types it: without the scheme it is a secure one. Nothing where it is none. */
export function addressOf(typed: string): string | undefined {
  const text = typed.trim()
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`
  const url = URL.canParse(full) ? new URL(full) : undefined
  const isWeb = url && /^https?:$/.test(url.protocol) && (url.hostname.includes('.') || url.hostname === 'localhost')
  return isWeb ? url.href : undefined
}

/** Whether an address names the pages of a site rather than being one. */
export const isSitemap = (typed: string) => /\.xml(\.gz)?([?#].*)?$/i.test(typed.trim())

export const newDraft = (language: Language): SourceDraft => ({
  version: 0, place: 'PAGE', name: '', url: '', file: null, language, rhythm: 'WEEKLY', validFrom: '', validUntil: '',
})
export const draftOf = (source: Source): SourceDraft => ({
  version: source.version, place: placeOf(source.kind), name: source.name, url: source.url ?? '', file: null, language: source.language,
  rhythm: source.rhythm, validFrom: source.validFrom ?? '', validUntil: source.validUntil ?? '',
})

export type Problem = 'address' | 'file' | 'name' | 'validUntil'

/** The first thing that stands in the way, as the key of its words. One that is there already keeps its file. */
export function problemOf({ place, url, file, name, validFrom, validUntil }: SourceDraft, isNew: boolean): Problem | undefined {
  if (place !== 'FILE' && !addressOf(url)) return 'address'
  if (place === 'FILE' && isNew && !file) return 'file'
  if (!isNew && !name.trim()) return 'name'
  return validFrom && validUntil && validUntil < validFrom ? 'validUntil' : undefined
}

const sharedOf = ({ place, url, file, language, rhythm, validFrom, validUntil }: SourceDraft) => ({
  ...(place === 'FILE' ? { knowledgeFileId: file?.id, rhythm: 'NEVER' as const } : { url: addressOf(url), rhythm }),
  language, validFrom: validFrom || null, validUntil: validUntil || null,
})
export const additionOf = (draft: SourceDraft) =>
  ({ ...sharedOf(draft), kind: draft.place === 'FILE' ? draft.file!.kind : draft.place, name: draft.name.trim() || undefined })
export const changeOf = (draft: SourceDraft) => ({ ...sharedOf(draft), name: draft.name.trim(), version: draft.version })
