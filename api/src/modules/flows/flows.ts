import type { BotContent } from '@botpro/graphql/flows'
import type { AppointmentService } from '../appointments/index.ts'
import type { Connectors } from '../connectors/index.ts'
import { MenuBot, type BotUnderstanding, type ContactFiles, type ContactMatters, type ContactRooms } from '../conversations/index.ts'
import type { BotAnswers } from '../knowledge/index.ts'
import type { RequestService } from '../requests/index.ts'
import type { Sealer } from '../../platform/crypto.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { News } from '../../platform/news.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Units } from '../../platform/units.ts'
import { isOpen, type Payments } from '../payments/index.ts'
import type { ServiceReader } from '../tenancy/index.ts'
import { OwnAnswers, type CodeSending } from './asked/own-answers.ts'
import { tidyCodes } from './asked/code-limits.ts'
import { SystemAnswers } from './asked/system-answers.ts'
import type { TestResult } from './bots/publishing-checks.ts'
import { flowsUse } from './bots/connector-use.queries.ts'
import { createBots, type Bots, type BotsOptions } from './bots/bots.ts'
import { FileSweep } from './bots/file-sweep.ts'
import { systemActor } from '../../platform/actor.ts'
import { FlowFiguresResolver, FlowVisitResolver } from './figures/flow-figures.resolver.ts'
import { SurveyQuestionsResolver } from './figures/survey-questions.resolver.ts'
import { tidyRuns } from './run/run.tidy.ts'
import { FlowPayments } from './asked/flow-payments.ts'
import { PaymentOutcomes } from './asked/payment-outcomes.ts'
import { DraftTests } from './testing/draft-tests.ts'
import { DraftTestsResolver } from './testing/draft-tests.resolver.ts'
import { runTests } from './testing/run-tests.ts'
import { FlowBot } from './run/flow-bot.ts'
import { FlowEventsResolver } from './run/flow-events.resolver.ts'
import { FlowEvents } from './run/flow-events.ts'
import { forgetHeard, Recordings } from './run/recordings.ts'
import { RequestWork } from './run/request-work.ts'
import { RunClock } from './run/run-clock.ts'
import { RunMover } from './run/run-mover.ts'
import { endStoppedRuns } from './run/stopped-runs.ts'
import { KeptTurn } from './run/turn-effects.ts'
import { UnheardPayments } from './run/unheard-payments.ts'
import { SimulatedHearing } from './simulator/simulated-hearing.ts'
import { SimulationResolver } from './simulator/simulation.resolver.ts'
import { SimulationService } from './simulator/simulation.service.ts'
import { Simulator } from './simulator/simulation.ts'

export interface FlowsOptions extends Omit<BotsOptions, 'checks'> {
  jobs: Jobs
  sealer: Sealer
  news: News
  /** Findings of the linter. */
  lint: BotsOptions['checks']['lint']
  units: Units
  connectors: Connectors
  appointments: AppointmentService
  requests: RequestService
  answers: BotAnswers
  /** Reads what is written in simulations; known when everything is built. */
  understanding: () => Pick<BotUnderstanding, 'hear'>
  /** Known when everything is built. */
  payments: () => Pick<Payments, 'payments' | 'createLink'>
  codes: CodeSending
  /** Where contacts can be spoken to; known when everything is built. */
  rooms: () => ContactRooms
  /** What contacts are told, and people have to look at; known when everything is built. */
  matters: () => ContactMatters
  /** What contacts sent, for their systems; known when everything is built. */
  files: () => ContactFiles
  /** Whose runs may move. */
  service: ServiceReader
  /** Where the contents of files lie. */
  store: FileStore
  onError: (error: unknown) => void
}

export interface Flows extends Pick<Bots, 'resolvers' | 'drafts' | 'ready'> {
  /** What answers before a person does. */
  bot: FlowBot
  /** What happens elsewhere, for runs that wait for it. */
  events: FlowEvents
  /** Looks after runs whose time comes, and what was asked of other systems. */
  clock: RunClock
  requests: RequestWork
  /** What was made of a message that she took back. */
  forget(unit: Unit, messageId: string): Promise<void>
  tidy(): Promise<void>
}

/** Builds bots and what runs them, for the composition root. */
export function createFlows({ units, sealer, jobs, news, lint, connectors, appointments, requests, answers, understanding, payments, codes, rooms, matters, files, store, service, onError, ...options }: FlowsOptions): Flows {
  connectors.onUse(flowsUse)
  const bots = createBots({ units, checks: { lint, runTests: testResults }, ...options })
  const draftTests = new DraftTests({ units, news: bots.drafts }).handleIn(jobs)
  const recordings = new Recordings(sealer)
  const bot = new FlowBot({
    bots: bots.published, menu: new MenuBot(), inside: new OwnAnswers({ answers, requests, appointments, codes }),
    effects: new KeptTurn({ requests: () => work, recordings }),
  })
  const mover = new RunMover({ units, bot, rooms, service, outcomes: new PaymentOutcomes(() => payments().payments) })
  const work: RequestWork = new RequestWork({ units, mover, outside: new SystemAnswers({ units, connectors, payments: new FlowPayments({ units, payments }), files }), onError })
  const events = new FlowEvents({ units, mover, jobs, bot, rooms })
  const unheard = new UnheardPayments({ units, jobs, events, matters, payments: () => payments().payments })
  news.on('service.changed', endStoppedRuns)
  news.on('payment.changed', async (unit, { paymentId, state }) => {
    if (!isOpen(state)) unheard.tell(unit, paymentId, state)
  })
  const clock = new RunClock({ units, requests: work, mover, onError })
  new FileSweep({ units, jobs, files: store, onError })
  const simulator = new Simulator({ units, connectors, appointments, answers, hearing: new SimulatedHearing({ units, understanding }), onError })
  return {
    bot, events, clock, requests: work, drafts: bots.drafts, ready: bots.ready, forget: forgetHeard,
    resolvers: [
      ...bots.resolvers, new DraftTestsResolver(), new FlowFiguresResolver(), new FlowVisitResolver(), new SurveyQuestionsResolver(), new FlowEventsResolver(events), new SimulationResolver({ simulations: new SimulationService(recordings), simulator, draftTests }),
    ],
    async tidy() {
      await bots.tidy()
      await units.platform({ actor: systemActor() }, tidyRuns)
      await units.platform({ actor: systemActor() }, tidyCodes)
    },
  }
}

async function testResults(content: BotContent): Promise<TestResult[]> {
  return (await runTests(content)).map(({ key, name, passed, message, difference }) => ({ key, name, passed, ...message !== null && { message, difference } }))
}
