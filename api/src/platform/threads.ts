import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { apiFolder } from './api-folder.ts'

export interface ThreadOptions {
  workerData?: unknown
  mostMemoryMb: number
}

/**
 * A program in a thread of its own, by its path in the sources without the ending. The sources run as they are; the bundle
 * has each thread beside it (see vite.config.ts).
 */
export function openThread(program: string, { workerData, mostMemoryMb }: ThreadOptions): Worker {
  const file = import.meta.filename.endsWith('.ts') ? path.join(apiFolder, `src/${program}.ts`) : path.join(apiFolder, `dist/${path.basename(program)}.js`)
  return new Worker(file, { workerData, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } })
}
