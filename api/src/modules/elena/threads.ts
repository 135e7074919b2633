import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { apiFolder } from '../../platform/api-folder.ts'

const MOST_MEMORY_MB = 2048

/** A program in a thread of its own. The sources run as they are; the bundle has each thread beside it (see vite.config.ts). */
export function openThread(name: 'training-thread' | 'exchange-thread' | 'prototype-thread', workerData?: unknown): Worker {
  const program = import.meta.filename.endsWith('.ts')
    ? path.join(import.meta.dirname, `${name}.ts`) : path.join(apiFolder, `dist/${name}.js`)
  return new Worker(program, { workerData, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } })
}
