import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiProcess } from './api-process.ts'

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
