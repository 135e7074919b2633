import { PatientThread } from '../../../platform/patient-thread.ts'
import type { DocumentToRead, ReadDocument } from './read-document.ts'
import { ReadingProblem, type KnowledgeProblem } from './reading-problem.ts'

export type FromReadingThread = { document: ReadDocument } | { problem: KnowledgeProblem }

export interface DocumentReaderOptions {
  patienceMs?: number
  mostMemoryMb?: number
}

const PATIENCE_MS = 60_000
const MOST_MEMORY_MB = 768

/** Reads documents one after the other in a thread of its own. */
export class DocumentReader implements Disposable {
  readonly #thread: PatientThread<DocumentToRead, FromReadingThread>

  constructor({ patienceMs = PATIENCE_MS, mostMemoryMb = MOST_MEMORY_MB }: DocumentReaderOptions = {}) {
    this.#thread = new PatientThread({ folder: import.meta.dirname, name: 'reading-thread' }, {
      patienceMs, mostMemoryMb,
      tooSlow: () => new ReadingProblem('TOO_SLOW', 'It takes too long to be read.'),
      tooLarge: () => new ReadingProblem('TOO_LARGE', 'It takes too much memory to be read.'),
    })
  }

  /** Throws a ReadingProblem for what brings no passages. */
  async read(document: DocumentToRead): Promise<ReadDocument> {
    const told = await this.#thread.ask(document)
    if ('document' in told) return told.document
    throw new ReadingProblem(told.problem.code, told.problem.message)
  }

  [Symbol.dispose](): void {
    this.#thread[Symbol.dispose]()
  }
}
