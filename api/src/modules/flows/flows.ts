import type { AppointmentService } from '../appointments/index.ts'
import type { Connectors } from '../connectors/index.ts'
import { MenuBot } from '../conversations/index.ts'
import type { BotAnswers } from '../knowledge/index.ts'
import type { RequestService } from '../requests/index.ts'
import type { Units } from '../../platform/units.ts'
import { OwnAnswers, type CodeSending } from './asked/own-answers.ts'
import { SystemAnswers, type PaymentLinks } from './asked/system-answers.ts'
import { createBots, type Bots, type BotsOptions } from './bots/bots.ts'
import { FlowBot } from './run/flow-bot.ts'
import { RequestWork } from './run/request-work.ts'
import { RunClock } from './run/run-clock.ts'
import { RunMover } from './run/run-mover.ts'
import { KeptTurn } from './run/turn-effects.ts'

export interface FlowsOptions extends BotsOptions {
  units: Units
  connectors: Connectors
  appointments: AppointmentService
  requests: RequestService
  answers: BotAnswers
  payments: PaymentLinks
  codes: CodeSending
  onError: (error: unknown) => void
}

export interface Flows extends Pick<Bots, 'resolvers' | 'drafts'> {
  /** What answers before a person does. */
  bot: FlowBot
  /** Moves runs by what comes from elsewhere. */
  mover: RunMover
  /** Looks after runs whose time comes, and what was asked of other systems. */
  clock: RunClock
  requests: RequestWork
  tidy(): Promise<void>
}

/** Builds bots and what runs them, for the composition root. */
export function createFlows({ units, connectors, appointments, requests, answers, payments, codes, onError, ...options }: FlowsOptions): Flows {
  const bots = createBots({ units, ...options })
  const bot = new FlowBot({
    bots: bots.published, menu: new MenuBot(), inside: new OwnAnswers({ answers, requests, appointments, codes }),
    effects: new KeptTurn({ requests: () => work }),
  })
  const mover = new RunMover({ units, bot })
  const work: RequestWork = new RequestWork({ units, mover, outside: new SystemAnswers({ units, connectors, payments }), onError })
  const clock = new RunClock({ units, requests: work, mover, onError })
  return { bot, mover, clock, requests: work, resolvers: bots.resolvers, drafts: bots.drafts, tidy: bots.tidy }
}
