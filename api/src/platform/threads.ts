import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { apiFolder } from './api-folder.ts'

const MOST_MEMORY_MB = 2048

export interface ThreadProgram {
  /** Of the sources: where `name`.ts stands. */
  folder: string
  name: string
  mostMemoryMb?: number
}

/** A program in a thread of its own. The sources run as they are; the bundle has each thread beside it (see vite.config.ts). */
export function openThread({ folder, name, mostMemoryMb = MOST_MEMORY_MB }: ThreadProgram, workerData?: unknown): Worker {
  const program = import.meta.filename.endsWith('.ts') ? path.join(folder, `${name}.ts`) : path.join(apiFolder, `dist/${name}.js`)
  return new Worker(program, { workerData, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } })
}
