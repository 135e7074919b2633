import { handOverOf, isGreeting, type Bot, type BotHears, type BotPlace, type BotScene, type BotSpeech, type BotTurn, type MenuBot, type SpeakingPlace, type WelcomePlace } from '../../conversations/index.ts'
import type { CompiledBot } from '../engine/compiled.ts'
import { advance } from '../engine/engine.ts'
import type { Heard } from '../engine/input.ts'
import { answerIsSurer, heardOf } from './heard.ts'
import { hearArrival, hearWords, menuStart, showMenu, SILENCE } from './hearing.ts'
import type { InsideRequests } from './inside-requests.ts'
import type { BotStanding, PublishedBots } from './published-bots.ts'
import { heardAs } from './recordings.ts'
import { factsOf } from './run-facts.ts'
import { RunTalk } from './run-talk.ts'
import { loadGround, type Run, type RunGround } from './run.store.ts'
import { spoken, turnOf, type TurnEffects } from './spoken-turn.ts'

interface FlowBotParts {
  bots: PublishedBots
  inside: InsideRequests
  /** Answers for tenants, and on accounts, that no bot of flows serves. */
  menu: MenuBot
  effects: TurnEffects
}

type Served = { bot: CompiledBot; versionId: string }

/**
 * Answers by the flows of the bot that serves the account. What a bot that serves it no more left under way is never answered with silence:
 *
 * - A bot that was pulled (not live any more, put away, or taken from the channel) says no word more: its timers, its questions and what it
 *   asked of systems are over.
 * - A bot out of its hours says by itself nothing until they begin again; what it was asked for, and what it waits for and happens, it still tells.
 * - Whoever answers what either asked is heard by what serves the account now: another bot, else the menu of the settings where that knows
 *   what she means, else people, with the text for the hours in which nobody is there.
 */
export class FlowBot implements Bot {
  readonly #parts: FlowBotParts

  constructor(parts: FlowBotParts) {
    this.#parts = parts
  }

  async welcome(scene: BotScene, at: WelcomePlace): Promise<BotSpeech> {
    const served = await this.#served(at.unit, at.channelAccountId)
    if (!served) return this.#parts.menu.welcome(scene)
    return { text: scene.greeting, menu: menuUnderGreeting(served.bot, scene, at) }
  }

  async answer(scene: BotScene, said: BotHears, at: BotPlace): Promise<BotTurn> {
    const { menu } = this.#parts
    const served = await this.#served(at.unit, at.channelAccountId)
    if (!served) return this.#answerWithoutBot(scene, said, at)
    const talk = this.#talk(scene, at, { ground: await loadGround(at.unit, at), versionId: served.versionId })
    const wasAsked = await this.leaveOthers(talk, at, served)
    const found = menu.found(scene, said)
    const [heard, isFirst] = [heardOf(said, found), at.opening !== undefined]
    talk.memory.note(heardAs(heard, { isFirst, ...talk.facts }))
    // What she was answered was of no use, whatever is being asked.
    const result = found?.unhelpful && said.optionId !== null ? 'ANSWER' : await hearWords(talk, served.bot, {
      heard, isFirst, link: at.link ?? null, isGreeting: said.optionId === 'menu' || isGreeting(said.text),
      isMenuShown: at.opening?.greeted === true && menuUnderGreeting(served.bot, scene, at) !== null, isAnswerSurer: answerIsSurer(said),
    })
    if (result === 'ANSWER') return { ...found!, ...this.#kept(talk, at) }
    if (result === 'NOTHING') return this.#answerByMenu(menu.answer(scene, said), wasAsked, { scene, talk, at })
    return { ...turnOf(talk, this.#kept(talk, at)), ...result === 'MISUNDERSTOOD' && { misunderstood: true } }
  }

  /** In a conversation that has just been opened no bot has left anything. */
  async #answerWithoutBot(scene: BotScene, said: BotHears, at: BotPlace): Promise<BotTurn> {
    const turn = this.#parts.menu.answer(scene, said)
    if (at.opening) return turn
    const talk = this.#talk(scene, at, { ground: await loadGround(at.unit, at), versionId: '' })
    return this.#answerByMenu(turn, await this.leaveOthers(talk, at), { scene, talk, at })
  }

  /** Whoever answered a bot that is there no more, and is not understood, goes to people. */
  #answerByMenu(turn: BotTurn, wasAsked: boolean, { scene, talk, at }: { scene: BotScene; talk: RunTalk; at: BotPlace }): BotTurn {
    return { ...turn.misunderstood && wasAsked ? handOverOf(scene) : turn, ...this.#kept(talk, at) }
  }

  /** Nobody answers for bots that do not serve the account now. True where one of them had asked her something. */
  async leaveOthers(talk: RunTalk, at: BotPlace, served: Served | null = null): Promise<boolean> {
    let wasAsked = false
    for (const run of talk.all) {
      const standing = await this.standing(at, run, served)
      if (standing !== 'SERVES' && talk.leave(run, { isGone: standing === 'GONE' })) wasAsked = true
    }
    return wasAsked
  }

  async standing({ unit, channelAccountId }: Pick<BotPlace, 'unit' | 'channelAccountId'>, { botVersionId }: Run, served: Pick<Served, 'versionId'> | null = null): Promise<BotStanding> {
    return served?.versionId === botVersionId ? 'SERVES' : this.#parts.bots.standing(unit, { channelAccountId, versionId: botVersionId })
  }

  /** The bot that was to answer her is gone: another does, by what she wrote since or by its menu, or people do. */
  async takeOver(talk: RunTalk, { pending }: Run, { scene, at }: Pick<SpeakingPlace, 'scene' | 'at'>): Promise<void> {
    const served = await this.#served(at.unit, at.channelAccountId)
    await this.leaveOthers(talk, at, served)
    if (!served) return talk.handOver(handOverOf(scene).says[0]!.text)
    for (const heard of pending) if (!talk.hasLeft) await this.#hear(talk, served.bot, heard)
    if (pending.length === 0) await showMenu(talk, served.bot)
  }

  async arrived(scene: BotScene, at: BotPlace): Promise<BotTurn | null> {
    const served = await this.#served(at.unit, at.channelAccountId)
    if (!served) return this.#parts.menu.arrived()
    const talk = this.#talk(scene, at, { ground: await loadGround(at.unit, at), versionId: served.versionId })
    await this.leaveOthers(talk, at, served)
    const isFirst = at.opening !== undefined
    talk.memory.note(heardAs(SILENCE, { isFirst, ...talk.facts }))
    const hasBegun = await hearArrival(talk, served.bot, { isFirst, link: at.link ?? null })
    return hasBegun || isFirst ? turnOf(talk, this.#kept(talk, at)) : null
  }

  async resume(scene: BotScene, at: BotPlace): Promise<BotTurn> {
    const served = await this.#served(at.unit, at.channelAccountId)
    const talk = this.#talk(scene, at, { ground: await loadGround(at.unit, at), versionId: served?.versionId ?? '' })
    await this.leaveOthers(talk, at, served)
    if (!served) return { ...this.#parts.menu.resume(scene), ...this.#kept(talk, at) }
    const run = talk.foreground
    const returned = run && await talk.turn(run, { kind: 'RETURNED' })
    if (returned && !returned.unused) await talk.take(run, returned)
    else await showMenu(talk, served.bot)
    const turn = turnOf(talk, this.#kept(talk, at))
    return turn.says.length > 0 || turn.handOff ? turn : { ...this.#parts.menu.resume(scene), ...this.#kept(talk, at) }
  }

  /** For whoever moves runs by something other than words; the turn is asked for when everything is done. */
  async beginning(scene: BotScene, at: BotPlace): Promise<{ talk: RunTalk; turn(): BotTurn }> {
    const served = await this.#served(at.unit, at.channelAccountId)
    const ground = await loadGround(at.unit, at)
    const talk = this.#talk(scene, at, { ground, versionId: served?.versionId ?? ground.runs[0]?.botVersionId ?? '' })
    return { talk, turn: () => turnOf(talk, this.#kept(talk, at)) }
  }

  /** What she wrote while the run waited, as if she wrote it now: heard by the bot that she wrote it to where none serves the account now. */
  async hearAgain(talk: RunTalk, run: Run, at: BotPlace): Promise<void> {
    const bot = (await this.#served(at.unit, at.channelAccountId))?.bot ?? await this.#parts.bots.compiled(at.unit, run.botVersionId)
    await this.#hear(talk, bot!, talk.undefer(run)!)
  }

  async #hear(talk: RunTalk, bot: CompiledBot, heard: Heard): Promise<void> {
    const result = await hearWords(talk, bot, { heard, isFirst: false, isMenuShown: false, isGreeting: isGreeting(heard.text), isAnswerSurer: false })
    if (result === 'ANSWER') talk.says.push({ text: heard.aside!, menu: null, from: null })
  }

  #talk(scene: BotScene, at: BotPlace, { ground, versionId }: { ground: RunGround; versionId: string }): RunTalk {
    const { bots, inside } = this.#parts
    const { unit } = at
    return new RunTalk({
      where: at, facts: factsOf({ ...ground, link: at.link ?? ground.link }, scene, at), runs: ground.runs, versionId,
      compiled: id => bots.compiled(unit, id), inside: (request, asking) => inside.answer(unit, request, asking),
    })
  }

  /** The bot that answers there now. */
  async serving({ unit, channelAccountId }: Pick<BotPlace, 'unit' | 'channelAccountId'>): Promise<CompiledBot | null> {
    return (await this.#served(unit, channelAccountId))?.bot ?? null
  }

  async #served(unit: WelcomePlace['unit'], channelAccountId: string): Promise<Served | null> {
    const serving = await this.#parts.bots.serving(unit, channelAccountId)
    const bot = serving && await this.#parts.bots.compiled(unit, serving.versionId)
    return bot ? { bot, versionId: serving.versionId } : null
  }

  #kept(talk: RunTalk, at: BotPlace): Pick<BotTurn, 'keep'> {
    return { keep: unit => this.#parts.effects.keep(unit, talk, at) }
  }
}

/** What the main flow offers at once, to stand under the greeting: nothing is begun by that. */
function menuUnderGreeting(bot: CompiledBot, scene: BotScene, at: WelcomePlace): BotSpeech['menu'] {
  const start = menuStart(bot)
  if (!start) return null
  const { now, language, calendar } = scene
  const turn = advance(bot, null, start, {
    now, language, timeZone: calendar.timeZone, hours: { open: calendar.isOpen(now) }, company: { name: '' }, channel: { kind: at.channelKind, name: '' },
    conversation: { id: '', tags: [], link: null }, contact: { id: '', name: null, phone: null, email: null, verified: false, attributes: {} },
  })
  return turn.says.length === 1 ? spoken(turn.says[0]!).menu : null
}
