import { parentPort } from 'node:worker_threads'
import type { DocumentToRead } from './read-document.ts'
import { readDocument } from './read-document.ts'
import { ReadingProblem } from './reading-problem.ts'
import type { FromReadingThread } from './document-reader.ts'

// What runs in a thread of its own: see document-reader.ts.
parentPort!.on('message', async (document: DocumentToRead) => parentPort!.postMessage(await told(document)))

async function told(document: DocumentToRead): Promise<FromReadingThread> {
  try {
    return { document: await readDocument(document) }
  } catch (error) {
    if (error instanceof ReadingProblem) return { problem: { code: error.code, message: error.message } }
    return { problem: { code: 'UNREADABLE', message: 'It is broken, or too deep to be read.' } }
  }
}
