import type { Expectation, FlowTest, Recording, TestLine } from '@botpro/graphql/flows'
import { isOfHouse } from '../../testing/recorded-answers.ts'
import type { BotMap, BotRule } from '../bot-map.ts'
import { within, type Report } from '../finding.ts'

/** Whether what tests name is still there. */
export const tests: BotRule = (bot, report) => {
  bot.content.tests.forEach((test, index) => {
    const tell = within(report, { field: `tests.${index}`, facts: { test: test.name } })
    if (test.flow !== undefined) checkFlow(test.flow, bot, tell)
    for (const one of expectationsOf(test)) checkExpectation(one, bot, tell)
    for (const recording of test.recordings) checkOperation(recording, bot, tell)
    for (const intent of intentsOf(test.lines)) if (!bot.world.intents.includes(intent)) tell('TEST_UNKNOWN_INTENT', { facts: { name: intent } })
  })
}

const expectationsOf = ({ lines }: FlowTest) => lines.flatMap(line => (line.kind === 'EXPECT' ? line.that : []))

const intentsOf = (lines: readonly TestLine[]) =>
  new Set(lines.flatMap(line => (line.kind === 'CONTACT' && line.understood ? [line.understood.intent] : [])))

function checkExpectation(one: Expectation, bot: BotMap, report: Report): void {
  if (one.kind === 'CALLS') checkOperation(one, bot, report)
  if (one.kind !== 'AT_STEP' || !checkFlow(one.flow, bot, report)) return
  if (bot.flows.get(one.flow)!.numberOf(one.step) === undefined) report('TEST_UNKNOWN_STEP', { facts: { target: one.flow, name: one.step } })
}

function checkFlow(key: string, bot: BotMap, report: Report): boolean {
  if (!bot.flows.has(key)) report('TEST_UNKNOWN_FLOW', { facts: { name: key } })
  return bot.flows.has(key)
}

function checkOperation({ connector, operation }: Pick<Recording, 'connector' | 'operation'>, bot: BotMap, report: Report): void {
  if (isOfHouse({ connector, operation }, bot.world.tables) || bot.operation({ connector, operation })) return
  report('TEST_UNKNOWN_OPERATION', { facts: { connector, operation } })
}
