import { setImmediate as breath } from 'node:timers/promises'
import type { BotContent, Expectation, FlowTest, TestLine } from '@botpro/graphql/flows'
import { compileBot } from '../../engine/compiled.ts'
import { runTest, type Differing } from '../../testing/run-test.ts'
import type { Mask } from './mask.ts'

/**
 * What is made up may be worded otherwise than what it stands for (a name in capitals, a day that is told in words): what
 * the bot says of it in the play is expected then, where it is the same sentence. Anything else stays as it was said, and fails.
 */
export async function settled(content: BotContent, document: FlowTest, mask: Mask): Promise<{ document: FlowTest; passes: boolean }> {
  const bot = compileBot(content)
  let now = document
  for (let tries = 0; tries <= MOST_TRIES; tries++) {
    const wordings: Wording[] = []
    const { passed } = await runTest(bot, now, differing => {
      const wording = wordingOf(differing, mask)
      if (wording) wordings.push(wording)
      return wording !== undefined
    })
    if (wordings.length === 0) return { document: now, passes: passed }
    now = wordings.reduce(reworded, now)
    await breath()
  }
  return { document: now, passes: false }
}

/** All that is worded otherwise is found in one play, so that two are enough as a rule. */
const MOST_TRIES = 20

interface Wording {
  line: number
  expected: string
  words: string
}

function wordingOf({ line, difference: { kind, expected }, transcript }: Differing, mask: Mask): Wording | undefined {
  if (kind !== 'SAYS') return undefined
  const before = transcript.at(-1)?.line ?? null
  const said = transcript.filter(one => one.who === 'BOT' && one.line === before).map(({ text }) => text)
    .find(text => mask.text(text).includes(expected) || likeness(text, expected) >= SAME_SENTENCE)
  const words = said?.trim().slice(0, 1000)
  return words && words !== expected ? { line, expected, words } : undefined
}

const reworded = (document: FlowTest, { line, expected, words }: Wording): FlowTest =>
  ({ ...document, lines: document.lines.map((one, index) => (index === line ? withWords(one, expected, words) : one)) })

const withWords = (line: TestLine, expected: string, text: string): TestLine =>
  (line.kind === 'EXPECT' ? { ...line, that: line.that.map((one): Expectation => (one.kind === 'SAYS' && one.text === expected ? { ...one, text } : one)) } : line)

/** As many words of the one are in the other, of all that either has. */
const SAME_SENTENCE = 0.6

function likeness(one: string, other: string): number {
  const [ours, theirs] = [one, other].map(text => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))
  const shared = [...ours!].filter(word => theirs!.has(word)).length
  return shared / Math.max(1, ours!.size, theirs!.size)
}
