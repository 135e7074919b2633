import { parentPort, workerData } from 'node:worker_threads'
import { KnowledgeServer } from './answering/knowledge-server.ts'
import type { ToThread } from './answering/messages.ts'

// What runs in a thread of its own: see knowledge-thread.ts.
const server = new KnowledgeServer({ memory: (workerData as { memory: number }).memory, tell: message => parentPort!.postMessage(message) })
parentPort!.on('message', (message: ToThread) => server.receive(message))
