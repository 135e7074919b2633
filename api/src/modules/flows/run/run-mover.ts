import type { Json } from '@botpro/graphql/flows'
import { systemActor } from '../../../platform/actor.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import { botSpeaks, type BotTurn, type ContactRooms, type Room, type SpeakingPlace } from '../../conversations/index.ts'
import { alwaysServed, type ServiceReader } from '../../tenancy/index.ts'
import type { RunInput } from '../engine/input.ts'
import type { FlowBot } from './flow-bot.ts'
import { hearsFirst } from './heard-events.store.ts'
import type { BotStanding } from './published-bots.ts'
import { answeredOf } from './recordings.ts'
import { requestDone, type RequestRef } from './request.store.ts'
import type { RequestResult } from '../engine/request.ts'
import type { RunTalk } from './run-talk.ts'
import type { Run } from './run.store.ts'
import { isAllowed, triggersOf } from './triggers.ts'

interface Parts {
  units: Pick<Units, 'tenant'>
  bot: FlowBot
  /** Known when everything is built. */
  rooms: () => Pick<ContactRooms, 'open'>
  outcomes: Outcomes
  service?: ServiceReader
}

/** Of what runs wait for: what is known without being told, and that a run heard of it. */
export interface Outcomes {
  /** Whoever tells of it later comes after the run. */
  known(unit: Unit, event: string): Promise<Json>
  /** In the unit in which a run goes on with it. */
  heard(unit: Unit, event: string): Promise<void>
  /** In the unit in which a run goes on without it: its time was over first. */
  elapsed(unit: Unit, event: string): Promise<void>
}

/** How soon a run whose bot is out of its hours is looked at again. */
const RESTING_MS = 5 * 60_000

/** A conversation was opened for nothing: all of it is undone. */
class NothingBegan extends Error {}

/** What happened, as one telling of it. */
export interface Telling {
  id: string
  event: string
  data: Json
}

interface RunRef {
  tenantId: string
  runId: string
  conversationId: string
}

/** Moves runs on by what comes from elsewhere: answers, time, events. Each in a unit of its own, under the lock of its thread; twice is once. */
export class RunMover {
  readonly #parts: Parts

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** The answer to a request. Whoever brings it first is heard; what she wrote meanwhile is heard after it. */
  answered(ref: RequestRef & { conversationId: string }, result: RequestResult): Promise<void> {
    return this.#inUnit(ref, async unit => {
      await this.#speak(unit, ref, async (talk, run, where) => {
        const request = await requestDone(unit, ref)
        if (!request || !run) return
        if (await this.#isGone(talk, run, where)) return run.place === 'FOREGROUND' || run.pending.length > 0 ? this.#parts.bot.takeOver(talk, run, where) : undefined
        talk.memory.note(answeredOf(request, result))
        await this.#move(talk, run, { kind: 'RESULT', requestId: ref.requestId, result })
        await this.#catchUp(talk, run, unit)
        await this.#hearPending(talk, run, where)
      })
    })
  }

  /** Its time is over, unless what it waited for has happened and nobody came to tell it yet. */
  elapsed(ref: RunRef): Promise<void> {
    return this.#inUnit(ref, unit => this.#speak(unit, ref, async (talk, run, where) => {
      if (!run || await this.#isSilent(talk, run, where)) return
      const { event } = run
      if (await this.#catchUp(talk, run, unit)) return
      if (await this.#move(talk, run, { kind: 'TIME' }) && event !== null) await this.#parts.outcomes.elapsed(unit, event)
    }))
  }

  /** She has not answered for as long as a flow of the bot’s wants to know. */
  nudged(ref: RunRef): Promise<void> {
    return this.#inUnit(ref, unit => this.#speak(unit, ref, async (talk, run, where) => {
      if (run?.nudgeAt && new Date(run.nudgeAt) <= unit.now && !await this.#isSilent(talk, run, where)) await talk.nudge(run)
    }))
  }

  /** False where its bot was pulled: nothing waited for it any more. */
  async happened(ref: RunRef, { id, event, data }: Telling): Promise<boolean> {
    let isGone = false
    await this.#inUnit(ref, unit => this.#speak(unit, ref, async (talk, run, where) => {
      if (run?.event !== event) return
      isGone = await this.#isGone(talk, run, where)
      if (!isGone && await hearsFirst(unit, id, run)) await this.#hear(talk, run, unit, { event, data })
    }))
    return !isGone
  }

  /** A flow that begins with what happened, where the bot that answers there has one; in a conversation that is opened for it, where none is. */
  async begun({ tenantId, contactId, room }: { tenantId: string; contactId: string; room: Room }, telling: Telling): Promise<void> {
    await this.#inUnit({ tenantId }, async unit => {
      const conversationId = room.conversationId ?? await this.#parts.rooms().open(unit, { identityId: room.identityId, contactId })
      const hasBegun = await this.#begin(unit, conversationId, telling)
      if (!room.conversationId && !hasBegun) throw new NothingBegan()
    }).catch(error => {
      if (!(error instanceof NothingBegan)) throw error
    })
  }

  async #begin(unit: Unit, conversationId: string, { id, event, data }: Telling): Promise<boolean> {
    let hasBegun = false
    await this.#speak(unit, { runId: '', conversationId }, async (talk, _run, where) => {
      const bot = where.isBots ? await this.#parts.bot.serving(where.at) : null
      const found = bot && triggersOf(bot, 'EVENT').find(({ trigger }) => trigger.event === event && isAllowed(trigger, talk.facts))
      if (!found || !await hearsFirst(unit, id, null)) return
      hasBegun = true
      await this.#parts.bot.leaveOthers(talk, where.at)
      await talk.begin({ kind: 'START', flow: found.flow.key, trigger: { kind: 'EVENT', id: found.trigger.id, data } })
      await talk.resume()
    })
    return hasBegun
  }

  /** How its bot stands; what is of one that was pulled is over. */
  async #standing(talk: RunTalk, run: Run, { at }: SpeakingPlace): Promise<BotStanding> {
    const standing = await this.#parts.bot.standing(at, run)
    if (standing === 'GONE') talk.drop(run)
    return standing
  }

  async #isGone(talk: RunTalk, run: Run, where: SpeakingPlace): Promise<boolean> {
    return await this.#standing(talk, run, where) === 'GONE'
  }

  /** By itself its bot says nothing now: it is gone, or out of its hours, which are waited for. */
  async #isSilent(talk: RunTalk, run: Run, where: SpeakingPlace): Promise<boolean> {
    const standing = await this.#standing(talk, run, where)
    if (standing === 'RESTS') talk.postpone(run, new Date(where.at.unit.now.getTime() + RESTING_MS))
    return standing !== 'SERVES'
  }

  #inUnit(ref: { tenantId: string }, work: (unit: Unit) => Promise<void>): Promise<void> {
    return this.#parts.units.tenant({ tenantId: ref.tenantId, actor: systemActor(ref.tenantId) }, work)
  }

  async #speak(unit: Unit, { runId, conversationId }: { runId: string; conversationId: string }, work: (talk: RunTalk, run: Run | undefined, where: SpeakingPlace) => Promise<void>): Promise<void> {
    // It stands still: what comes now moves nothing, see `stopped-runs.ts`.
    if (!(await (this.#parts.service ?? alwaysServed).rules(unit.tenantId)).isServed) return
    await botSpeaks(unit, conversationId, async (where): Promise<BotTurn | null> => {
      const { talk, turn } = await this.#parts.bot.beginning(where.scene, where.at)
      const run = talk.run(runId)
      // People have it: what the run waited for is of no use to it any more.
      if (run && !where.isBots && run.state.waiting?.kind !== 'AGENT') talk.drop(run)
      await work(talk, where.isBots ? run : undefined, where)
      const said = turn()
      if (!where.isBots) await said.keep?.(unit)
      return said
    })
  }

  /** False where the run waits for something else. */
  async #move(talk: RunTalk, run: Run, input: RunInput): Promise<boolean> {
    const turn = await talk.turn(run, input)
    if (turn.unused) return false
    await talk.take(run, turn)
    await talk.resume()
    return true
  }

  async #hear(talk: RunTalk, run: Run, unit: Unit, { event, data }: { event: string; data: Json }): Promise<boolean> {
    const hasMoved = await this.#move(talk, run, { kind: 'EVENT', event, data })
    if (hasMoved) await this.#parts.outcomes.heard(unit, event)
    return hasMoved
  }

  /** What it waits for may have happened while it was asked for, or a moment ago. */
  async #catchUp(talk: RunTalk, run: Run, unit: Unit): Promise<boolean> {
    const { event } = run
    const data = event === null ? null : await this.#parts.outcomes.known(unit, event)
    return event !== null && data !== null && this.#hear(talk, run, unit, { event, data })
  }

  async #hearPending(talk: RunTalk, run: Run, where: SpeakingPlace): Promise<void> {
    while (run.pending.length > 0 && !talk.hasLeft) {
      const current = talk.foreground ?? run
      if (current.state.waiting?.kind === 'REQUEST') return
      await this.#parts.bot.hearAgain(talk, run, where.at)
    }
  }
}
