import { createHash } from 'node:crypto'
import type { Language } from '../../../platform/language.ts'
import type { Outside } from '../../../platform/outside/outside.ts'
import { DocumentReader } from '../documents/document-reader.ts'
import type { DocumentToRead } from '../documents/read-document.ts'
import { problemOf, ReadingProblem, type KnowledgeProblem } from '../documents/reading-problem.ts'
import type { KnowledgeFile } from './knowledge-file.store.ts'
import type { DocumentPlace, ReadingStore } from './reading.store.ts'
import { readSite } from './site-reading.ts'
import type { KnowledgeSourceKind } from './source.entity.ts'
import { WebVisit } from './web-visit.ts'

export interface SourceToRead {
  kind: KnowledgeSourceKind
  url: string | null
  language: Language
  /** Of kinds that are files. */
  file?: KnowledgeFile
}

export interface ReadingTools {
  store: Pick<ReadingStore, 'keep' | 'keepUnchanged' | 'keepProblem' | 'remove' | 'removeOthers' | 'hashes'>
  outside: Pick<Outside, 'request'>
  signal: AbortSignal
  onProgress(share: number): void
  /** Between one page of a site and the next. */
  pauseMs?: number
}

export interface SourceRead {
  /** Why a part is missing. */
  problem?: KnowledgeProblem
  /** Of a source that is one page. */
  title?: string
}

/** Grows when the same bytes are read otherwise than before. */
const READERS = 1

/** Reads a source to its end and keeps what it brings. Throws a ReadingProblem or an OutsideProblem where that is nothing. */
export async function readSource(source: SourceToRead, tools: ReadingTools): Promise<SourceRead> {
  using reader = new DocumentReader()
  const documents = new KnownDocuments(reader, tools.store, await tools.store.hashes())
  const visit = new WebVisit(tools)
  switch (source.kind) {
    case 'SITEMAP': return readSite(source, { ...tools, visit, documents })
    case 'PAGE': return readPage(source, visit, documents)
    default: return readFile(source, documents)
  }
}

async function readPage({ url, language }: SourceToRead, visit: WebVisit, documents: KnownDocuments): Promise<SourceRead> {
  try {
    const { body, charset } = await visit.page(url!)
    const read = await documents.take({ key: url!, position: 0, url }, { kind: 'HTML', content: body, charset, name: url!, language })
    await documents.only([url!])
    return read
  } catch (error) {
    // Whoever does not want to be read does not want to be quoted either.
    if (problemOf(error)?.code === 'NOT_ALLOWED') await documents.only([])
    throw error
  }
}

async function readFile({ kind, file, language }: SourceToRead, documents: KnownDocuments): Promise<SourceRead> {
  if (!file) throw new ReadingProblem('UNREADABLE', 'The file is no longer there; send it again.')
  const { name, content } = file
  const read = await documents.take({ key: name, position: 0, url: null }, { kind: kind as DocumentToRead['kind'], content, name: name.replace(/\.[^.]{1,10}$/, ''), language })
  await documents.only([name])
  return read
}

/** What a source consists of: read, and kept where it is other than before. */
export class KnownDocuments {
  readonly #reader: DocumentReader
  readonly #store: ReadingTools['store']
  readonly #hashes: Map<string, Buffer>

  constructor(reader: DocumentReader, store: ReadingTools['store'], hashes: Map<string, Buffer>) {
    this.#reader = reader
    this.#store = store
    this.#hashes = hashes
  }

  /** `isAnother` tells, by the address that a page calls its own, that it is read elsewhere. */
  async take(place: DocumentPlace, document: DocumentToRead, isAnother: (canonical: string) => boolean = () => false): Promise<SourceRead> {
    const hash = hashOf(document)
    if (this.#hashes.get(place.key)?.equals(hash)) {
      await this.#store.keepUnchanged(place)
      return {}
    }
    const { title, canonical, passages, isCut } = await this.#reader.read(document)
    if (canonical && isAnother(canonical)) {
      await this.#store.remove(place.key)
      return {}
    }
    const fits = await this.#store.keep({ ...place, title, hash, passages })
    if (!fits) return { title, problem: { code: 'TOO_MANY', message: 'There is no room for more passages.' } }
    return { title, ...isCut && { problem: { code: 'CUT_SHORT' as const, message: 'It is longer than is read of one.' } } }
  }

  only(keys: readonly string[]): Promise<void> {
    return this.#store.removeOthers(keys)
  }
}

const hashOf = ({ content, charset = '', language }: DocumentToRead) =>
  createHash('sha256').update(`${READERS} ${language} ${charset}\n`).update(content).digest()
