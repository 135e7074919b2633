import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { MemberRole } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { compileBot } from '../engine/compiled.ts'
import type { RequestResult } from '../engine/request.ts'
import type { useTalk } from './flow-bot.fixture.ts'
import type { Happened } from './flow-events.ts'
import type { Happening, Moment, RandomTalk } from './random-talk.fixture.ts'
import type { RequestRef } from './request.store.ts'
import type { TurnEffects } from './spoken-turn.ts'
import { expectSound, expectTurn, standingOf, type Standing } from './talk-standing.fixture.ts'

type Talk = ReturnType<typeof useTalk>
type Process = ReturnType<Talk['newProcess']>
type Said = { clientId: string; text: string; optionId: string | null }

const WRITTEN = 'select id, written from flow_run where tenant_id = $1'
/** Longer than the longest that a run goes on by itself. */
const MOST_ROUNDS = 130

class Killed extends Error {}

/** One talk of one contact, in which processes die and things come twice, and what has to be so whenever nothing is under way. */
export class WatchedTalk {
  readonly #talk: Talk
  readonly #random: RandomTalk
  readonly #loaded = new WeakMap<object, Map<string, number>>()
  readonly #said: Said[] = []
  readonly #told: (RequestRef & { conversationId: string })[] = []
  /** Of the process that lives: systems that have not answered. */
  #asked: ((result: RequestResult) => void)[] = []
  #process: Process
  #deaths = 0
  #underWay = 0
  #insides = 0
  #happened?: Happened
  readonly #wrong: string[] = []

  constructor(talk: Talk, random: RandomTalk) {
    this.#talk = talk
    this.#random = random
    talk.scene.mayRepeat = random.mayRepeat
    talk.scene.answer = () => new Promise(resolve => this.#asked.push(resolve))
    this.#process = this.#start()
  }

  async play(): Promise<void> {
    await this.happens({ together: [{ ...this.#random.first, copies: 1 }], deaths: 0 })
    for (const moment of this.#random.moments) await this.happens(moment)
    await this.#end()
  }

  async happens({ together, deaths }: Moment): Promise<void> {
    this.#deaths = deaths
    const before = await this.#standing()
    await Promise.all(together.map(one => this.#do(one)))
    this.#deaths = 0
    await this.#rest()
    const after = await this.#standing()
    if (together.length === 1) await this.#check(together[0]!, before, after)
    await this.#checkRows()
  }

  /** Everything answers now, until nobody waits for an answer any more. */
  async #end(): Promise<void> {
    for (let round = 0; (await this.#requests()) > 0; round++) {
      expect(round, 'a run that never ends').toBeLessThan(MOST_ROUNDS)
      for (const answer of this.#asked.splice(0)) answer({ ok: true, data: null })
      await this.#rest()
      if (this.#asked.length === 0) await this.#do({ kind: 'PASS', minutes: 2 })
      await this.#rest()
    }
    await this.#checkRows()
    expect(this.#talk.scene.errors.filter(error => !(error instanceof Killed))).toEqual([])
  }

  #start(): Process {
    const parts = {
      compiled: compileBot(this.#random.content), asksFor: (unit: ReadUnit) => this.#load(unit),
      inside: { answer: async (unit: Unit, { kind }: { kind: string }, { runId, requestId }: { runId: string; requestId: string }) => {
        await unit.sql('done', 'insert into done values ($1, $2, $3)', [unit.tenantId, `INSIDE ${kind}`, `${runId}:${requestId}`])
        const { ok, data } = this.#random.inside[this.#insides++ % this.#random.inside.length]!
        return ok ? { ok, data } : { ok, code: 'NOT_FOUND', message: '' }
      } },
      effects: (kept: TurnEffects): TurnEffects => ({ keep: async (unit, talk, at) => {
        this.#die()
        const expected = new Map(this.#loaded.get(unit))
        if (!same(await this.#written(unit), expected)) this.#wrong.push('A run was written between being read and being kept.')
        await kept.keep(unit, talk, at)
        const { kept: rows, gone } = talk.changes
        for (const { id } of rows) expected.set(id, (expected.get(id) ?? 0) + 1)
        for (const id of gone) expected.delete(id)
        if (!same(await this.#written(unit), expected)) this.#wrong.push('A run was not moved by one.')
        this.#die()
      } }),
    }
    const process = this.#talk.newProcess(undefined, { parts })
    const { answered } = process.mover
    process.mover.answered = async (ref, result) => {
      this.#underWay++
      this.#told.push(ref)
      await answered.call(process.mover, ref, result).finally(() => { this.#underWay-- })
    }
    return process
  }

  /** What the unit does is undone, as where its process is killed. */
  #die(): void {
    if (this.#deaths === 0) return
    this.#deaths--
    throw new Killed()
  }

  async #written(unit: ReadUnit): Promise<Map<string, number>> {
    const rows = await unit.sql<{ id: string; written: number }>('runs-written', WRITTEN, [unit.tenantId])
    return new Map(rows.map(({ id, written }) => [id, written]))
  }

  async #load(unit: ReadUnit): Promise<void> {
    if (!this.#loaded.has(unit)) this.#loaded.set(unit, await this.#written(unit))
  }

  async #do(happening: Happening): Promise<void> {
    switch (happening.kind) {
      case 'WRITE': {
        const said = { clientId: randomUUID(), text: happening.text, optionId: happening.optionId }
        await Promise.all(Array.from({ length: happening.copies }, () => this.#deliver(said)))
        return void this.#said.push(said)
      }
      case 'DELIVER_AGAIN': return this.#said.length > 0 ? this.#deliver(this.#said[happening.which % this.#said.length]!) : undefined
      case 'ANSWER': {
        const { which, ok, data } = happening
        const [answer] = this.#asked.splice(which % Math.max(1, this.#asked.length), 1)
        return answer?.(ok ? { ok, data } : { ok, code: 'TIMEOUT', message: 'late' })
      }
      case 'ANSWER_AGAIN': return this.#answerAgain(happening.which)
      case 'DIE': return this.#dieAndStart()
      case 'PASS': {
        this.#talk.later(happening.minutes)
        await Promise.all([this.#process.clock.look(), this.#process.clock.look()])
        return
      }
      case 'TELL': return this.#tell(happening.event, happening.copies)
      case 'RETURN': return this.#byAgent(async (process, unit, id) => {
        await process.conversations.claim(unit, id)
        await process.conversations.handBackToBot(unit, id)
      })
      case 'CLOSE': return this.#byAgent(async (process, unit, id) => {
        await process.conversations.claim(unit, id)
        await process.conversations.close(unit, id)
      })
    }
  }

  /** As a channel does: until it is taken. */
  #deliver({ text, optionId, clientId }: Said): Promise<void> {
    return insist(async () => void await this.#process.say(text, optionId, clientId))
  }

  async #answerAgain(which: number): Promise<void> {
    const ref = this.#told[which % Math.max(1, this.#told.length)]
    // It was told already, or is told by another at this moment.
    if (ref && !await this.#isOpen(ref)) await insist(() => this.#process.mover.answered(ref, { ok: true, data: 'otra vez' }))
  }

  async #isOpen({ runId, requestId }: RequestRef): Promise<boolean> {
    return (await this.#talk.set('select from flow_request where tenant_id = $1 and run_id = $2 and id = $3', runId, requestId)).rows.length > 0
  }

  /** What a process was told after its death it tells nobody. */
  #dieAndStart(): void {
    this.#process.mover.answered = async () => {}
    for (const answer of this.#asked.splice(0)) answer({ ok: false, code: 'DEAD', message: '' })
    this.#process = this.#start()
  }

  async #tell(event: string, copies: number): Promise<void> {
    const { rows: [contact] } = await this.#talk.set('select id from contact where tenant_id = $1')
    if (!contact) return
    const happened: Happened = { tenantId: this.#talk.scene.world.tenantId, id: newId(this.#talk.scene.now), event, data: { state: 'PAID' }, contactId: contact.id }
    await Promise.all(Array.from({ length: copies }, () => insist(() => this.#process.events.spread(happened))))
    this.#happened = happened
  }

  async #byAgent(work: (process: Process, unit: Unit, conversationId: string) => Promise<void>): Promise<void> {
    const { scene, set } = this.#talk
    const { rows: [open] } = await set(`select id from conversation where tenant_id = $1 and status = 'OPEN' and owner <> 'BOT'`)
    if (!open) return
    const agent = await scene.world.member('AGENT' satisfies MemberRole)
    await insist(() => this.#process.units.tenant({ tenantId: scene.world.tenantId, actor: agent, now: scene.now }, unit => work(this.#process, unit, open.id)))
  }

  /** What was begun has been claimed, and what was answered told. */
  async #rest(): Promise<void> {
    for (let quiet = 0; quiet < 2;) {
      const { rows: [left] } = await this.#talk.set('select count(*)::int as count from flow_request where tenant_id = $1 and attempts = 0')
      quiet = this.#underWay === 0 && (left.count === 0 || this.#asked.length >= 8) ? quiet + 1 : 0
      if (quiet < 2) await sleep(2)
    }
  }

  async #requests(): Promise<number> {
    return (await this.#talk.set('select count(*)::int as count from flow_request where tenant_id = $1')).rows[0].count
  }

  #standing(): Promise<Standing> {
    return standingOf(this.#talk.set)
  }

  async #check(happening: Happening, before: Standing, after: Standing): Promise<void> {
    if (happening.kind === 'DELIVER_AGAIN' || happening.kind === 'ANSWER_AGAIN' || happening.kind === 'DIE') expect(after, happening.kind).toEqual(before)
    if (happening.kind === 'WRITE') expectTurn(happening, before, after)
    if (happening.kind === 'TELL' && this.#happened) {
      await this.#process.events.spread(this.#happened)
      await this.#rest()
      expect(await this.#standing(), 'told again').toEqual(after)
    }
  }

  async #checkRows(): Promise<void> {
    expect(this.#wrong).toEqual([])
    const { set } = this.#talk
    await expectSound(set, await this.#standing())
    const { rows: twice } = await set(`select kind, key, count(*)::int as times from done where tenant_id = $1 group by kind, key, case when kind = 'RUN' then xid end having count(*) > 1`)
    expect(twice, 'done twice').toEqual([])
    const { rows: [heard] } = await set(`select count(*) filter (where author = 'CONTACT')::int as messages, count(distinct client_id) filter (where author = 'CONTACT')::int as said, coalesce(max(position), 0)::int - count(*)::int as gaps from message where tenant_id = $1`)
    expect(heard).toEqual({ messages: this.#said.length, said: this.#said.length, gaps: 0 })
    const asked = this.#talk.scene.asked.reduce((times, { asking: { key } }) => times.set(key, (times.get(key) ?? 0) + 1), new Map<string, number>())
    expect([...asked.values()].every(times => times <= (this.#random.mayRepeat ? 3 : 1)), 'asked too often').toBe(true)
  }
}

const same = (one: Map<string, number>, other: Map<string, number>) => one.size === other.size && [...one].every(([id, written]) => other.get(id) === written)

/** What was killed is done again. */
async function insist(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      const causes = error instanceof AggregateError ? error.errors : [error]
      if (!causes.every(cause => cause instanceof Killed)) throw error
    }
  }
}
