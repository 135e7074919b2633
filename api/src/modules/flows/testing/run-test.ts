import type { Expectation, FlowTest, Json, TestLine } from '@botpro/graphql/flows'
import type { CompiledBot } from '../engine/compiled.ts'
import type { Heard } from '../engine/input.ts'
import type { RunSpeech } from '../engine/turn.ts'
import { isSameText, textContains } from '../conditions/same-text.ts'
import { differenceText, type Difference, type DifferenceKind } from './difference.ts'
import { newPlay, Player, type Played } from './player.ts'
import { askedOf, isWithin, RecordedAnswers } from './recorded-answers.ts'

/** How a test went. `line` is the index of the line that failed; the transcript tells everything that was said. */
export interface TestOutcome {
  key: string
  name: string
  passed: boolean
  line: number | null
  message: string | null
  /** What came otherwise; null where it passed. */
  difference: Difference | null
  transcript: TranscriptLine[]
}

export interface TranscriptLine {
  who: 'CONTACT' | 'BOT' | 'NOTE'
  text: string
  options: string[]
  from: RunSpeech['from']
  /** The line of the test that it belongs to; null for what is said as the flow begins. */
  line: number | null
}

/** What came otherwise at a line, and all that was said until then. */
export interface Differing {
  line: number
  difference: Difference
  transcript: readonly TranscriptLine[]
}

/** Plays a test against a bot. Nothing outside is asked; the same test comes to the same each time. What is `excused` is gone on from. */
export async function runTest(bot: CompiledBot, test: FlowTest, excused?: (differing: Differing) => boolean): Promise<TestOutcome> {
  const answers = new RecordedAnswers(test)
  const player = new Player({ bot, answers: async request => answers.answer(request) }, newPlay(test))
  const transcript: TranscriptLine[] = []
  const outcome = (line: number | null, difference: Difference | null): TestOutcome =>
    ({ key: test.key, name: test.name, passed: difference === null, line, difference, message: difference && differenceText(difference), transcript })
  let latest = test.flow ? heardBack(transcript, null, await player.begin(test.flow)) : undefined
  let offered = optionsIn(latest)
  for (const [index, line] of test.lines.entries()) {
    if (line.kind === 'EXPECT') {
      const wrong = line.that.map(expected => differenceFrom(expected, { player, latest })).find(difference => difference !== null && !excused?.({ line: index, difference, transcript }))
      if (wrong) return outcome(index, wrong)
      continue
    }
    const tapped = line.kind === 'CONTACT' && line.option ? optionNamed(offered, line.option) : null
    if (line.kind === 'CONTACT' && line.option && !tapped) return outcome(index, differs('OFFERS', { expected: line.option, found: titlesOf(offered) }))
    transcript.push(...lineOf(index, line, tapped))
    latest = heardBack(transcript, index, await happen(player, line, tapped))
    const now = optionsIn(latest)
    if (now.length > 0 || latest.says.length > 0) offered = now
  }
  return outcome(null, null)
}

type Option = NonNullable<RunSpeech['menu']>['options'][number]

const optionsIn = (played: Played | undefined): Option[] => played?.says.flatMap(({ menu }) => menu?.options ?? []) ?? []

/** By its id, or by what it says. */
const optionNamed = (offered: Option[], name: string): Option | null =>
  offered.find(({ id }) => id === name) ?? offered.find(({ title }) => isSameText(title, name)) ?? null

function happen(player: Player, line: Exclude<TestLine, { kind: 'EXPECT' }>, tapped: Option | null): Promise<Played> {
  switch (line.kind) {
    case 'CONTACT': return player.hear(heardIn(line, tapped))
    case 'EVENT': return player.event(line.event, line.data ?? null)
    case 'TIME_PASSES': return player.pass(line.minutes)
    case 'AGENT_RETURNS': return player.returned()
  }
}

export function heardIn({ text, file, location, understood, answer }: Extract<TestLine, { kind: 'CONTACT' }>, tapped: Option | null): Heard {
  return {
    text: text ?? tapped?.title ?? '', optionId: tapped?.id ?? null, files: file ? [{ id: 'file', ...file }] : [], location: location ?? null,
    intent: understood?.intent ? { name: understood.intent, confidence: 1 } : null, entities: understood?.entities ?? {}, aside: answer ?? null,
  }
}

function lineOf(index: number, line: Exclude<TestLine, { kind: 'EXPECT' }>, tapped: Option | null): TranscriptLine[] {
  const written = (who: TranscriptLine['who'], text: string): TranscriptLine[] => [{ who, text, options: [], from: null, line: index }]
  switch (line.kind) {
    case 'CONTACT': return written('CONTACT', line.text ?? tapped?.title ?? (line.file ? line.file.name : line.location ? `${line.location.latitude}, ${line.location.longitude}` : ''))
    case 'EVENT': return written('NOTE', line.event)
    case 'TIME_PASSES': return written('NOTE', `${line.minutes} min`)
    case 'AGENT_RETURNS': return written('NOTE', 'AGENT_RETURNS')
  }
}

function heardBack(transcript: TranscriptLine[], line: number | null, played: Played): Played {
  transcript.push(...played.says.map(({ text, menu, content, from }): TranscriptLine =>
    ({ who: 'BOT', text: text || (content?.kind === 'CARD' ? content.title : content ? `${content.latitude}, ${content.longitude}` : ''), options: menu?.options.map(({ title }) => title) ?? [], from, line })))
  return played
}

interface Standing {
  player: Player
  latest: Played | undefined
}

const differs = (kind: DifferenceKind, { expected = '', found = '', subject = null }: Partial<Difference>): Difference => ({ kind, expected, found, subject })
const titlesOf = (options: Option[]) => options.map(({ title }) => title).join(', ')

/** Null where it is as expected; else what came instead. */
function differenceFrom(expected: Expectation, { player, latest }: Standing): Difference | null {
  const says = latest?.says ?? []
  const said = says.map(({ text, content }) => [text, ...(content?.kind === 'CARD' ? [content.title, content.subtitle ?? ''] : [])].join(' ')).join('\n').trim()
  switch (expected.kind) {
    case 'SAYS': {
      const isThere = expected.match === 'EQUALS' ? says.some(({ text }) => text.trim() === expected.text.trim()) : said.includes(expected.text) || textContains(said, expected.text)
      return isThere === (expected.match !== 'NOT_CONTAINS') ? null : differs(expected.match === 'NOT_CONTAINS' ? 'SAYS_NOT' : 'SAYS', { expected: expected.text, found: said })
    }
    case 'OFFERS': return optionNamed(optionsIn(latest), expected.option) ? null : differs('OFFERS', { expected: expected.option, found: titlesOf(optionsIn(latest)) })
    case 'VARIABLE': {
      const value = player.variable(expected.path)
      return isWithin(expected.equals, value) ? null : differs('VARIABLE', { subject: expected.path, expected: JSON.stringify(expected.equals), found: JSON.stringify(value) })
    }
    case 'AT_STEP': {
      const at = player.state.runs.find(({ place }) => place === 'FOREGROUND')?.state.frames.at(-1)
      return at?.flow === expected.flow && at.step === expected.step ? null : differs('AT_STEP', { expected: `${expected.flow}.${expected.step}`, found: at ? `${at.flow}.${at.step}` : '' })
    }
    case 'CALLS': return calledAs(expected, latest)
    case 'HANDS_OFF': {
      const handOff = latest?.effects.find(effect => effect.kind === 'HAND_OFF')
      if (!handOff) return differs('HANDS_OFF', { found: said })
      return expected.queue === undefined || handOff.queue === expected.queue ? null : differs('QUEUE', { expected: expected.queue, found: handOff.queue ?? '' })
    }
    case 'ENDS': {
      const { endings = [] } = latest ?? {}
      if (endings.length === 0) return differs('ENDS', { found: said })
      const outcomes = endings.map(({ outcome }) => outcome ?? '')
      return expected.outcome === undefined || outcomes.includes(expected.outcome) ? null : differs('OUTCOME', { expected: expected.outcome, found: outcomes.join(', ') })
    }
  }
}

function calledAs({ connector, operation, input = {} }: Extract<Expectation, { kind: 'CALLS' }>, latest: Played | undefined): Difference | null {
  const calls = latest?.asked.map(({ request }) => askedOf(request)) ?? []
  if (calls.some(call => call.connector === connector && call.operation === operation && isWithin(input as Json, call.input))) return null
  const words = (call: { connector: string; operation: string; input: unknown }) => `${call.connector}.${call.operation} ${JSON.stringify(call.input)}`
  return differs('CALLS', { expected: words({ connector, operation, input }), found: calls.map(words).join('; ') })
}
