import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiProcess } from './api-process.ts'
import type { TestDatabase } from './harness.ts'

interface Killing {
  kills: number
  /** How much there is to do, and how much of it is done. */
  of: number
  done: () => number
  roll: () => number
  /** What comes about before the next one starts. */
  meanwhile?: () => Promise<unknown>
}

/** Kills the process at a random moment of each equal part of the work, and starts another. */
export async function killAgainAndAgain(api: ApiProcess, { kills, of, done, roll, meanwhile }: Killing): Promise<void> {
  for (let kill = 0; kill < kills; kill++) {
    const moment = (of * (kill + 0.2 + 0.6 * roll())) / kills
    while (done() < moment) await sleep(5)
    await api.kill()
    await meanwhile?.()
    await api.start()
  }
}

/** What a process was doing when it died is somebody else's after a while; where nothing of it runs, that while is over at once. */
export async function everyClaimEnds({ owner }: TestDatabase): Promise<void> {
  await owner.query(`update flow_request set claimed_until = now() - interval '1 minute' where claimed_until is not null`)
  await owner.query('with gone as (delete from job_runner returning id) select graphile_worker.force_unlock_workers(array_agg(id)) from gone')
}
