import { systemActor } from '../../../platform/actor.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import type { Units } from '../../../platform/units.ts'
import { dropUnused, noteUnused, tenantsWithBotFiles } from '../../conversations/index.ts'
import { holdDrafts, namedFiles } from './named-files.queries.ts'

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'flows.sweep-files': object
  }
}

interface Parts {
  units: Pick<Units, 'tenant' | 'readPlatform'>
  files: FileStore
  jobs: Jobs
  onError: (error: unknown) => void
  /** Of one company at once; and of one company in a night. */
  most?: { atOnce: number; aNight: number }
}

/** Whoever took it out of a draft may still want to take that back. */
const GRACE_MS = 14 * 86_400_000
const MOST = { atOnce: 20, aNight: 500 }

/** Every night, files of bots that nothing has shown for two weeks go. Twice does no harm, and what was broken off goes on the next night. */
export class FileSweep {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
    parts.jobs.handle('flows.sweep-files', () => this.sweep()).every('41 7 * * *', 'flows.sweep-files', {})
  }

  async sweep(): Promise<void> {
    for (const tenantId of await this.#tenants()) await this.#sweepTenant(tenantId).catch(this.#parts.onError)
  }

  async #tenants(): Promise<string[]> {
    await using unit = this.#parts.units.readPlatform({ actor: systemActor() })
    return await tenantsWithBotFiles(unit)
  }

  async #sweepTenant(tenantId: string): Promise<void> {
    const { units, files, most = MOST } = this.#parts
    const scope = { tenantId, actor: systemActor(tenantId) }
    await units.tenant(scope, async unit => noteUnused(unit, await namedFiles(unit)))
    for (let left = most.aNight, gone = most.atOnce; left > 0 && gone === most.atOnce; left -= gone) {
      gone = await units.tenant(scope, async unit => {
        await holdDrafts(unit)
        return dropUnused(unit, files, { named: await namedFiles(unit), before: new Date(unit.now.getTime() - GRACE_MS), most: most.atOnce })
      })
    }
  }
}
