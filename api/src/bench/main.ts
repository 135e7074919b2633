import { isMainThread } from 'node:worker_threads'

// As in production: some packages check themselves otherwise, and look when they are loaded.
process.env.NODE_ENV ??= 'production'
// The clients run this same file, in a thread of their own.
await (isMainThread ? import('./command.ts') : import('./client-thread.ts'))
