import type { Worker } from 'node:worker_threads'
import { openThread as open } from '../../platform/threads.ts'

/** A program of ELENA's in a thread of its own. */
export const openThread = (name: 'training-thread' | 'exchange-thread', workerData?: unknown): Worker =>
  open({ folder: import.meta.dirname, name }, workerData)
