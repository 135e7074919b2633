import { NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Bot } from './bot.entity.ts'
import { BotTest } from './bot-test.entity.ts'
import { isSame } from './canonical.ts'
import { readTest } from './document.ts'
import { botOfTest, botToChange, changeOf } from './draft.ts'
import type { DraftNews } from './draft-news.ts'

const MOST_TESTS = 500

export interface TestToSave {
  botId: string
  testId?: string | null
  revision?: number | null
  document: unknown
}

/** The tests of a bot's draft. */
export class BotTestService {
  readonly #news: DraftNews

  constructor({ news }: { news: DraftNews }) {
    this.#news = news
  }

  /** The id of the test, or why not. */
  async save(unit: Unit, typed: TestToSave): Promise<string | ChangedMeanwhile | InvalidInput> {
    const bot = await botToChange(unit, typed.botId)
    const document = readTest(typed.document)
    if (document instanceof InvalidInput) return document
    const tests = await unit.em.find(BotTest, { tenantId: unit.tenantId, botId: bot.id })
    const test = typed.testId ? the(tests, typed.testId) : undefined
    if (tests.some(other => other !== test && other.key === document.key)) return new InvalidInput('document.key', 'Another test has this key.')
    if (!test && tests.length >= MOST_TESTS) return new InvalidInput('document', `At most ${MOST_TESTS} tests.`)
    if (test && test.revision !== typed.revision) return new ChangedMeanwhile()
    if (test && isSame(test.document, document)) return test.id
    test?.save(document, changeOf(unit))
    return this.#tell(unit, bot, test ?? add(unit, bot, document), 'bot-test.saved')
  }

  async delete(unit: Unit, testId: string): Promise<{ testId: string; botId: string }> {
    const bot = await botToChange(unit, await botOfTest(unit, testId))
    const test = the(await unit.em.find(BotTest, { tenantId: unit.tenantId, botId: bot.id }), testId)
    unit.em.remove(test)
    await this.#tell(unit, bot, test, 'bot-test.deleted')
    return { testId, botId: bot.id }
  }

  async #tell(unit: Unit, bot: Bot, { id, key, name }: BotTest, action: string): Promise<string> {
    bot.touch(changeOf(unit))
    unit.audit({ action, targetType: 'bot-test', targetId: id, detail: { bot: bot.name, key, name } })
    await unit.em.flush()
    this.#news.tellAfter(unit, { botId: bot.id, kind: 'TESTS_CHANGED', revision: bot.draftRevision })
    return id
  }
}

function add(unit: Unit, bot: Bot, document: BotTest['document']): BotTest {
  const { now, memberId } = changeOf(unit)
  return unit.em.create(BotTest, {
    id: newId(now), tenantId: unit.tenantId, botId: bot.id, key: document.key, name: document.name, document, revision: 1, changedAt: now, changedBy: memberId,
  })
}

function the(tests: BotTest[], id: string): BotTest {
  const test = tests.find(one => one.id === id)
  if (!test) throw new NotFound('The test')
  return test
}
