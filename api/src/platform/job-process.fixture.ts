import { setTimeout as sleep } from 'node:timers/promises'
import { openPools } from './database.ts'
import { Jobs } from './jobs.ts'

// A process of its own, that takes one job, says so, and does not finish it.
const pools = openPools({ ...JSON.parse(process.argv[2]!), connections: { app: 1, platform: 1, access: 1, jobs: 3 } })
const jobs = new Jobs({ pool: pools.jobs, ...JSON.parse(process.argv[3]!) })
jobs.handle('test.left', async () => {
  console.log('taken')
  await sleep(600_000)
})
await jobs.start()
