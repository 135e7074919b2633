import { isMainThread } from 'node:worker_threads'

// The clients run this same file, in a thread of their own.
await (isMainThread ? import('./command.ts') : import('./client-thread.ts'))
