import type { BotContent, FlowTest } from '@botpro/graphql/flows'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { ReadUnit } from '../../../platform/unit.ts'
import { mayReadConversations } from '../../conversations/index.ts'
import { mayConfigureBots } from '../bots/bot.policy.ts'
import { draftOf, type Draft } from '../bots/bot.queries.ts'
import { readTest } from '../bots/document.ts'
import { newPlay, type PlayedState } from '../testing/player.ts'
import type { TestOutcome } from '../testing/run-test.ts'
import { runTests } from '../testing/run-tests.ts'
import type { Recordings } from '../run/recordings.ts'
import { versionContent } from '../versions/bot-version.queries.ts'
import { hadConversation, MOST_MESSAGES } from './conversation/conversation-test.queries.ts'
import { testOfConversation, type MaskedTest, type TestProposal } from './conversation/test-of-conversation.ts'
import { settled } from './conversation/settled-test.ts'
import { readState } from './played-state.ts'
import { readContact, readLines, readRecordings } from './simulation-lines.ts'
import type { PreparedSimulation } from './simulation.ts'

export interface SimulationToPlay {
  botId: string
  versionId?: string | null
  flow?: string | null
  state?: unknown
  channel: FlowTest['channel']
  language: FlowTest['language']
  at?: Date | null
  contact?: { name?: string | null; phone?: string | null; email?: string | null; attributes?: unknown } | null
  hoursOpen: boolean
  lines: unknown
  systems: 'RECORDED' | 'LIVE'
  recordings?: unknown
}

export interface TestsToRun {
  botId: string
  keys?: string[] | null
  document?: unknown
}

/** A test of a conversation, that was not played yet. */
interface ConversationToPlay {
  content: BotContent
  proposal: MaskedTest
}

/** Reads what simulations and tests need, in a unit that is over before anything is played. */
export class SimulationService {
  readonly #recordings: Pick<Recordings, 'of'>

  constructor(recordings: Pick<Recordings, 'of'>) {
    this.#recordings = recordings
  }

  async prepare(unit: ReadUnit, typed: SimulationToPlay): Promise<PreparedSimulation | InvalidInput> {
    const content = await this.#content(unit, typed)
    const [state, lines, recordings] = [stateOf(typed, unit.now), readLines(typed.lines), readRecordings(typed.recordings)]
    for (const read of [state, lines, recordings]) if (read instanceof InvalidInput) return read
    const flow = typed.state == null ? typed.flow ?? null : null
    if (flow !== null && !content.flows.some(({ key }) => key === flow)) return new InvalidInput('flow', 'The bot has no such flow.')
    return {
      tenantId: unit.tenantId, botId: typed.botId, content, flow, isLive: typed.systems === 'LIVE',
      state: state as PlayedState, lines: lines as PreparedSimulation['lines'], recordings: recordings as PreparedSimulation['recordings'],
    }
  }

  /** Which tests there are to run, of which draft. */
  async prepareTests(unit: ReadUnit, { botId, keys, document }: TestsToRun): Promise<{ draft: Draft; tests: FlowTest[] } | InvalidInput> {
    const draft = await draftToPlay(unit, botId)
    if (document != null) {
      const test = readTest(document)
      return test instanceof InvalidInput ? test : { draft, tests: [test] }
    }
    return { draft, tests: draft.content.tests.filter(({ key }) => !keys || keys.includes(key)) }
  }

  run({ content }: Draft, tests: readonly FlowTest[]): Promise<TestOutcome[]> {
    return runTests(content, { tests })
  }

  async fromConversation(unit: ReadUnit, { botId, conversationId }: { botId: string; conversationId: string }): Promise<ConversationToPlay | InvalidInput> {
    const { content } = await draftToPlay(unit, botId)
    if (!mayReadConversations(unit.actor)) throw new Forbidden()
    const row = await hadConversation(unit, conversationId)
    if (!row) throw new NotFound('The conversation')
    const had = { ...row, remembered: await this.#recordings.of(unit, conversationId) }
    if (!had.messages.some(({ author }) => author === 'CONTACT')) return new InvalidInput('conversationId', 'The contact said nothing in it.')
    const proposal = testOfConversation(`real-${conversationId.slice(-12)}`, had, content)
    return { content, proposal: { ...proposal, isCut: proposal.isCut || had.messages.length === MOST_MESSAGES } }
  }

  async settle({ content, proposal: { mask, ...proposal } }: ConversationToPlay): Promise<TestProposal> {
    return { ...proposal, ...await settled(content, proposal.document, mask) }
  }

  async #content(unit: ReadUnit, { botId, versionId }: SimulationToPlay): Promise<BotContent> {
    const { content } = await draftToPlay(unit, botId)
    if (!versionId) return content
    const version = await versionContent(unit, versionId)
    if (version.botId !== botId) throw new NotFound('The version')
    return version.content
  }
}

function draftToPlay(unit: ReadUnit, botId: string): Promise<Draft> {
  if (!mayConfigureBots(unit.actor)) throw new Forbidden()
  return draftOf(unit, botId)
}

function stateOf({ state, contact, channel, language, at, hoursOpen }: SimulationToPlay, now: Date): PlayedState | InvalidInput {
  if (state != null) return readState(state)
  const known = readContact(contact as Parameters<typeof readContact>[0])
  return known instanceof InvalidInput ? known : newPlay({ channel, language, at: (at ?? now).toISOString(), contact: known, hours: hoursOpen ? 'OPEN' : 'CLOSED' })
}
