import type { BotHears, BotPlace, BotScene, BotSpeech, BotTurn, Bot, MenuBot, WelcomePlace } from '../../conversations/index.ts'
import { isExactly, isGreeting } from '../../conversations/index.ts'
import type { CompiledBot } from '../engine/compiled.ts'
import { advance } from '../engine/engine.ts'
import type { Heard, RunInput } from '../engine/input.ts'
import type { RunTurn } from '../engine/turn.ts'
import { heardOf } from './heard.ts'
import { factsOf } from './run-facts.ts'
import { RunTalk, type RunTalkParts } from './run-talk.ts'
import { loadGround, type RunGround } from './run.store.ts'
import { spoken, turnOf, type TurnEffects } from './spoken-turn.ts'
import { triggeredBy, type Triggered } from './triggers.ts'

interface FlowBotParts extends RunTalkParts {
  /** Answers for tenants, and on accounts, that no bot of flows serves. */
  menu: MenuBot
  effects: TurnEffects
}

type Served = { bot: CompiledBot; versionId: string }

/** Answers by the flows of the bot that serves the account. */
export class FlowBot implements Bot {
  readonly #parts: FlowBotParts

  constructor(parts: FlowBotParts) {
    this.#parts = parts
  }

  async welcome(scene: BotScene, at: WelcomePlace): Promise<BotSpeech> {
    const served = await this.#served(at.unit, at.channelAccountId)
    if (!served) return this.#parts.menu.welcome(scene)
    return { text: scene.greeting, menu: greetingMenu(served.bot, scene, at) }
  }

  async answer(scene: BotScene, said: BotHears, at: BotPlace): Promise<BotTurn> {
    const served = await this.#served(at.unit, at.channelAccountId)
    if (!served) return this.#parts.menu.answer(scene, said)
    const talk = await this.talk(scene, at, served.versionId)
    const heard = heardOf(said, this.#parts.menu.found(scene, said))
    const found = await this.hear(talk, { heard, said, scene, served, at })
    return found ? { ...found, ...this.#kept(talk, at) } : turnOf(talk, this.#kept(talk, at))
  }

  async resume(scene: BotScene, at: BotPlace): Promise<BotTurn> {
    const served = await this.#served(at.unit, at.channelAccountId)
    if (!served) return this.#parts.menu.resume(scene)
    const talk = await this.talk(scene, at, served.versionId)
    const run = talk.foreground
    const returned = run && await talk.turn(run, { kind: 'RETURNED' })
    if (returned && !returned.unused) await talk.take(run, returned)
    else await this.#showMenu(talk, served)
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

  /** What she wrote while the run waited, as if she wrote it now. */
  async hearAgain(talk: RunTalk, heard: Heard, { scene, at }: { scene: BotScene; at: BotPlace }): Promise<void> {
    const served = await this.#served(at.unit, at.channelAccountId)
    if (!served) return
    const said = { text: heard.text, optionId: heard.optionId }
    const found = await this.hear(talk, { heard, said, scene, served, at })
    talk.says.push(...(found?.says ?? []).map(({ text, menu }) => ({ text, menu, from: null })))
  }

  async talk(scene: BotScene, at: BotPlace, versionId: string): Promise<RunTalk> {
    return this.#talk(scene, at, { ground: await loadGround(at.unit, at), versionId })
  }

  #talk(scene: BotScene, at: BotPlace, { ground, versionId }: { ground: RunGround; versionId: string }): RunTalk {
    const { bots, inside } = this.#parts
    return new RunTalk({ bots, inside, unit: at.unit, where: at, facts: factsOf(ground, scene, at), runs: ground.runs, versionId })
  }

  /** Her words: for the run that waits for them, else for what they begin, else for Q&A, else for the main menu. */
  async hear(talk: RunTalk, { heard, said, scene, served, at }: Hearing): Promise<BotTurn | undefined> {
    const run = talk.foreground
    const own = await talk.turn(run, { kind: 'SAID', ...heard })
    if (own.deferred) return void talk.defer(run!, heard)
    if (!own.unused && !own.misunderstood) return this.#taken(talk, run, own)
    const triggered = triggeredBy(served.bot, { heard, facts: talk.facts, isFirst: at.opening !== undefined, within: own.misunderstood ? run!.state.frames[0]?.flow : undefined })
    if (triggered && !(triggered.trigger.kind === 'INTENT' && answerIsSurer(said))) return void await talk.begin(startOf(triggered, heard))
    if (own.misunderstood) return void await talk.take(run, own)
    const found = this.#parts.menu.found(scene, said)
    return found ?? this.#mainMenu(talk, { heard, said, scene, served, at })
  }

  async #taken(talk: RunTalk, run: Parameters<RunTalk['take']>[0], own: RunTurn): Promise<undefined> {
    if (own.wasGlobal) talk.dropParked()
    await talk.take(run, own)
    await talk.resume()
  }

  /** Nothing else is hers: the main menu hears it, as if it had been shown. */
  async #mainMenu(talk: RunTalk, { heard, said, scene, served, at }: Hearing): Promise<BotTurn | undefined> {
    const { mainFlow } = served.bot.settings
    if (!mainFlow || !served.bot.flows.has(mainFlow)) return this.#parts.menu.answer(scene, said)
    const isShown = at.opening?.greeted === true && greetingMenu(served.bot, scene, at) !== null
    const start = await talk.turn(undefined, menuStart(mainFlow))
    const shown = await talk.begin(menuStart(mainFlow), { quietly: true })
    const taken = shown.state.waiting?.kind === 'CONTACT' ? await talk.turn(shown, { kind: 'SAID', ...heard }) : null
    if (taken && !taken.unused && !taken.misunderstood) return void await talk.take(shown, taken)
    const isHello = isGreeting(heard.text) || heard.optionId === 'menu'
    if (!isHello) await talk.sayText(served.bot.settings.texts.notUnderstood)
    if (!isHello || !isShown) talk.says.push(...start.says)
    return isHello ? undefined : { ...turnOf(talk), misunderstood: true }
  }

  async #showMenu(talk: RunTalk, { bot }: Served): Promise<void> {
    const { mainFlow } = bot.settings
    if (mainFlow && bot.flows.has(mainFlow)) await talk.begin(menuStart(mainFlow))
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

interface Hearing {
  heard: Heard
  said: BotHears
  scene: BotScene
  served: Served
  at: BotPlace
}

export const menuStart = (flow: string): Extract<RunInput, { kind: 'START' }> => ({ kind: 'START', flow, trigger: { kind: 'MENU', id: null, data: null } })

const startOf = ({ flow, trigger }: Triggered, said: Heard): Extract<RunInput, { kind: 'START' }> =>
  ({ kind: 'START', flow, trigger: { kind: trigger.kind, id: trigger.id, data: null }, said })

/** A question that is known by these very words, or that Q&A is surer of than the model is of what she wants. */
const answerIsSurer = ({ reading, answer }: BotHears): boolean =>
  answer !== null && answer !== undefined && (isExactly(answer) || (answer.faqId !== null && answer.confidence > (reading?.confidence ?? 0)))

/** What the main flow offers at once, under the greeting: nothing is begun by that. */
function greetingMenu(bot: CompiledBot, scene: BotScene, at: WelcomePlace): BotSpeech['menu'] {
  const { mainFlow } = bot.settings
  if (!mainFlow || !bot.flows.has(mainFlow)) return null
  const { now, language, calendar } = scene
  const turn = advance(bot, null, menuStart(mainFlow), {
    now, language, timeZone: calendar.timeZone, hours: { open: calendar.isOpen(now) }, company: { name: '' }, channel: { kind: at.channelKind, name: '' },
    conversation: { id: '', tags: [], link: null }, contact: { id: '', name: null, phone: null, email: null, verified: false, attributes: {} },
  })
  return turn.says.length === 1 ? spoken(turn.says[0]!).menu : null
}
