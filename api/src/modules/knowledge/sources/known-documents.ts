import { createHash } from 'node:crypto'
import type { Language } from '../../../platform/language.ts'
import type { Outside } from '../../../platform/outside/outside.ts'
import type { DocumentReader } from '../documents/document-reader.ts'
import type { DocumentToRead } from '../documents/read-document.ts'
import type { KnowledgeProblem } from '../documents/reading-problem.ts'
import type { KnowledgeFile } from './knowledge-file.store.ts'
import type { DocumentPlace, ReadingStore } from './reading.store.ts'
import type { KnowledgeSourceKind } from './source.entity.ts'

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
