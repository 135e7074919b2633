import { parentPort } from 'node:worker_threads'
import { httpLoad, httpOnce } from './http-load.ts'
import { broadcastLoad, closeSockets, openSockets } from './socket-load.ts'

const tasks = { httpLoad, httpOnce, openSockets, broadcastLoad, closeSockets }

export type Tasks = typeof tasks

parentPort!.on('message', async ({ name, task }: { name: keyof Tasks; task: never }) => {
  const answer = await tasks[name](task).then(result => ({ result }), (error: unknown) => ({ error }))
  parentPort!.postMessage(answer)
})
