import type { Expectation, FlowTest, Json, TestLine } from '@botpro/graphql/flows'
import type { CompiledBot } from '../engine/compiled.ts'
import type { Heard } from '../engine/input.ts'
import type { RunSpeech } from '../engine/turn.ts'
import { isSameText, textContains } from '../conditions/same-text.ts'
import { newPlay, Player, type Played } from './player.ts'
import { askedOf, isWithin, RecordedAnswers } from './recorded-answers.ts'

/** How a test went. `line` is the index of the line that failed; the transcript tells everything that was said. */
export interface TestOutcome {
  key: string
  name: string
  passed: boolean
  line: number | null
  message: string | null
  problem: TestProblem | null
  transcript: TranscriptLine[]
}

export type TestProblemCode =
  'NOT_OFFERED' | 'SAYS' | 'SAYS_NOT' | 'OFFERS' | 'VARIABLE' | 'AT_STEP' | 'CALLS' | 'HANDS_OFF' | 'QUEUE' | 'ENDS' | 'OUTCOME'

/** What was expected and what came instead, for the words of screens. */
export interface TestProblem {
  code: TestProblemCode
  expected: string
  found: string
}

export interface TranscriptLine {
  who: 'CONTACT' | 'BOT' | 'NOTE'
  text: string
  options: string[]
  from: RunSpeech['from']
  /** The line of the test that it belongs to; null for what is said as the flow begins. */
  line: number | null
}

/** Plays a test against a bot. Nothing outside is asked; the same test comes to the same each time. */
export async function runTest(bot: CompiledBot, test: FlowTest): Promise<TestOutcome> {
  const answers = new RecordedAnswers(test)
  const player = new Player({ bot, answers: async request => answers.answer(request) }, newPlay(test))
  const transcript: TranscriptLine[] = []
  const outcome = (line: number | null, problem: TestProblem | null): TestOutcome =>
    ({ key: test.key, name: test.name, passed: problem === null, line, message: problem && inEnglish(problem), problem, transcript })
  let latest = test.flow ? heardBack(transcript, null, await player.begin(test.flow)) : undefined
  let offered = optionsIn(latest)
  for (const [index, line] of test.lines.entries()) {
    if (line.kind === 'EXPECT') {
      const wrong = line.that.map(expected => problemWith(expected, { player, latest, transcript })).find(problem => problem !== null)
      if (wrong) return outcome(index, wrong)
      continue
    }
    const tapped = line.kind === 'CONTACT' && line.option ? optionNamed(offered, line.option) : null
    if (line.kind === 'CONTACT' && line.option && !tapped) return outcome(index, { code: 'NOT_OFFERED', expected: line.option, found: titlesOf(offered) })
    transcript.push(...lineOf(index, line, tapped))
    latest = heardBack(transcript, index, await happen(player, line, tapped))
    const now = optionsIn(latest)
    if (now.length > 0 || latest.says.length > 0) offered = now
  }
  return outcome(null, null)
}

type Option = NonNullable<RunSpeech['menu']>['options'][number]

const titlesOf = (options: Option[]): string => options.map(({ title }) => title).join(', ')

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
    intent: understood ? { name: understood.intent, confidence: 1 } : null, entities: understood?.entities ?? {}, aside: answer ?? null,
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
  transcript: TranscriptLine[]
}

/** Null where it is as expected; else what came instead. */
function problemWith(expected: Expectation, { player, latest }: Standing): TestProblem | null {
  const says = latest?.says ?? []
  const said = says.map(({ text, content }) => [text, ...(content?.kind === 'CARD' ? [content.title, content.subtitle ?? ''] : [])].join(' ')).join('\n')
  switch (expected.kind) {
    case 'SAYS': {
      const isThere = expected.match === 'EQUALS' ? says.some(({ text }) => text.trim() === expected.text.trim()) : said.includes(expected.text) || textContains(said, expected.text)
      return isThere === (expected.match !== 'NOT_CONTAINS') ? null : { code: expected.match === 'NOT_CONTAINS' ? 'SAYS_NOT' : 'SAYS', expected: expected.text, found: said }
    }
    case 'OFFERS': {
      const options = optionsIn(latest)
      return optionNamed(options, expected.option) ? null : { code: 'OFFERS', expected: expected.option, found: titlesOf(options) }
    }
    case 'VARIABLE': {
      const value = player.variable(expected.path)
      return isWithin(expected.equals, value) ? null : { code: 'VARIABLE', expected: `${expected.path} = ${JSON.stringify(expected.equals)}`, found: JSON.stringify(value) }
    }
    case 'AT_STEP': {
      const at = player.state.runs.find(({ place }) => place === 'FOREGROUND')?.state.frames.at(-1)
      return at?.flow === expected.flow && at.step === expected.step ? null : { code: 'AT_STEP', expected: `${expected.flow}.${expected.step}`, found: at ? `${at.flow}.${at.step}` : '' }
    }
    case 'CALLS': return calledAs(expected, latest)
    case 'HANDS_OFF': {
      const handOff = latest?.effects.find(effect => effect.kind === 'HAND_OFF')
      if (!handOff) return { code: 'HANDS_OFF', expected: '', found: said }
      return expected.queue === undefined || handOff.queue === expected.queue ? null : { code: 'QUEUE', expected: expected.queue, found: handOff.queue ?? '' }
    }
    case 'ENDS': {
      const { endings = [] } = latest ?? {}
      if (endings.length === 0) return { code: 'ENDS', expected: '', found: said }
      const outcomes = endings.map(({ outcome }) => outcome ?? '')
      return expected.outcome === undefined || outcomes.includes(expected.outcome) ? null : { code: 'OUTCOME', expected: expected.outcome, found: outcomes.join(', ') }
    }
  }
}

function calledAs({ connector, operation, input = {} }: Extract<Expectation, { kind: 'CALLS' }>, latest: Played | undefined): TestProblem | null {
  const calls = latest?.asked.map(({ request }) => askedOf(request)) ?? []
  if (calls.some(call => call.connector === connector && call.operation === operation && isWithin(input as Json, call.input))) return null
  const told = ({ connector, operation, input }: { connector: string; operation: string; input: unknown }) => `${connector}.${operation} ${JSON.stringify(input)}`
  return { code: 'CALLS', expected: told({ connector, operation, input }), found: calls.map(told).join('; ') }
}

/** For developers, and where no screen has words: the command line, kept versions. */
function inEnglish({ code, expected, found }: TestProblem): string {
  switch (code) {
    case 'NOT_OFFERED': return `“${expected}” is not offered; what is: ${found || 'nothing'}.`
    case 'SAYS': return `Expected “${expected}”; the bot said “${found}”.`
    case 'SAYS_NOT': return `Expected nothing like “${expected}”; the bot said “${found}”.`
    case 'OFFERS': return `Expected the option “${expected}”; what is offered: ${found || 'nothing'}.`
    case 'VARIABLE': return `Expected ${expected}; it is ${found}.`
    case 'AT_STEP': return `Expected to be at ${expected}; it is at ${found || 'no step'}.`
    case 'CALLS': return `Expected to be asked: ${expected}; what was asked: ${found || 'nothing'}.`
    case 'HANDS_OFF': return `Expected a person to take over; the bot said “${found}”.`
    case 'QUEUE': return `Expected the queue “${expected}”; it is “${found}”.`
    case 'ENDS': return `Expected an end; the bot said “${found}” and waits.`
    case 'OUTCOME': return `Expected the outcome “${expected}”; it is “${found}”.`
  }
}
