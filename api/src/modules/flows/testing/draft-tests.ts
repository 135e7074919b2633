import { systemActor } from '../../../platform/actor.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { draftOf } from '../bots/bot.queries.ts'
import type { DraftNews, DraftToTest } from '../bots/draft-news.ts'
import { draftToTest, keepDraftTests } from './draft-test.store.ts'
import { runTests, TestsLeft } from './run-tests.ts'

interface Parts {
  units: Pick<Units, 'tenant' | 'read'>
  news: DraftNews
}

/** How often, while tests run, it is asked whether the draft is still the same. */
const LOOK_EVERY_MS = 300

/** Runs the tests of drafts that rest, beside everything else. Whoever does it again, in whatever process, leaves it as it is. */
export class DraftTests {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  handleIn(jobs: Jobs): this {
    jobs.handle('flows.test-draft', (draft, { signal }) => this.run(draft, signal))
    return this
  }

  async run({ tenantId, botId }: DraftToTest, signal?: AbortSignal): Promise<void> {
    const found = await this.#read(tenantId, async unit => {
      const due = await draftToTest(unit, botId)
      return due && !due.hasRun ? draftOf(unit, botId) : undefined
    })
    if (!found) return
    const { content, draftRevision } = found
    try {
      const outcomes = await runTests(content, { isOver: this.#isOver({ tenantId, botId }, draftRevision, signal) })
      await this.#parts.units.tenant({ tenantId, actor: systemActor(tenantId) }, unit => this.keep(unit, { botId, draftRevision, outcomes }))
    } catch (error) {
      // The change that came meanwhile has asked for tests of its own.
      if (!(error instanceof TestsLeft) || signal?.aborted) throw error
    }
  }

  /** The database is asked now and then, not after each test. */
  #isOver({ tenantId, botId }: DraftToTest, revision: number, signal?: AbortSignal): () => Promise<boolean> {
    let last = performance.now()
    return async () => {
      if (signal?.aborted) return true
      if (performance.now() - last < LOOK_EVERY_MS) return false
      last = performance.now()
      return (await this.#read(tenantId, unit => draftToTest(unit, botId)))?.revision !== revision
    }
  }

  /** Of all its tests, whoever ran them. */
  async keep(unit: Unit, ran: Parameters<typeof keepDraftTests>[1]): Promise<void> {
    if (await keepDraftTests(unit, ran)) this.#parts.news.tellAfter(unit, { botId: ran.botId, kind: 'TESTS_RAN', revision: ran.draftRevision })
  }

  async #read<Result>(tenantId: string, work: (unit: Parameters<typeof draftOf>[0]) => Promise<Result>): Promise<Result> {
    await using unit = this.#parts.units.read({ tenantId, actor: systemActor(tenantId) })
    return await work(unit)
  }
}
