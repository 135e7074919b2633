import type { CompiledBot } from '../engine/compiled.ts'
import type { Heard, RunInput } from '../engine/input.ts'
import type { RunTurn } from '../engine/turn.ts'
import type { RunTalk } from './run-talk.ts'
import type { Run } from './run.store.ts'
import { answerInBetween, asTapped, asWords, isAsked, isBotsButton, isOfAnotherMenu, isSameMenu, stillOffers, stillStanding } from './older-menu.ts'
import { triggeredBy, type Triggered } from './triggers.ts'

/** What she said, and what else there is to know of it. */
export interface Hearing {
  heard: Heard
  /** It opened the conversation. */
  isFirst: boolean
  /** The link that she has just followed. */
  link?: string | null
  /** The main menu stands under the greeting already. */
  isMenuShown: boolean
  /** “Hola” and nothing more. */
  isGreeting: boolean
  /** Q&A is surer of its answer than ELENA of what she wants. */
  isAnswerSurer: boolean
}

/**
 * What is to be done with words that no run and no trigger took: TAKEN, something was said or begun; ANSWER, what intents and
 * Q&A have for them is to be said; MISUNDERSTOOD, she was told so; NOTHING, the bot has not even a menu.
 */
export type HearingResult = 'TAKEN' | 'ANSWER' | 'MISUNDERSTOOD' | 'NOTHING'

/** Her words: for the run that waits for them, else for what they begin, else for Q&A, else for the main menu. */
export async function hearWords(talk: RunTalk, bot: CompiledBot, hearing: Hearing): Promise<HearingResult> {
  if (!isOfAnotherMenu(talk, hearing.heard)) return hearOwn(talk, bot, hearing)
  const isTyped = hearing.heard.chosenFrom!.isTyped
  if (isTyped && isAsked(talk)) return hearOwn(talk, bot, { ...hearing, heard: asWords(hearing.heard) })
  const heard = isTyped ? asTapped(hearing.heard) : hearing.heard
  const standing = stillStanding(talk, heard)
  if (standing) {
    talk.bringBack(standing)
    return hearOwn(talk, bot, { ...hearing, heard })
  }
  const isTaken = await isTakenFromAnotherMenu(talk, bot, { ...hearing, heard })
  return isTaken ? 'TAKEN' : hearOwn(talk, bot, { ...hearing, heard: asWords(heard) })
}

/** What she tapped begins what it names, also from a menu of long ago: but it answers no question that was asked since. */
async function isTakenFromAnotherMenu(talk: RunTalk, bot: CompiledBot, hearing: Hearing): Promise<boolean> {
  const { heard, isAnswerSurer } = hearing
  const run = talk.foreground
  const asking = isAsked(talk) ? run : undefined
  if (isBotsButton(heard) || (asking && await isSameMenu(talk, asking, heard, bot))) {
    const own = await talk.turn(run, { kind: 'SAID', ...heard })
    if (!own.unused) await takeOwn(talk, run, own)
    return !own.unused
  }
  const within = run?.state.frames.map(({ flow }) => flow) ?? []
  const named = triggeredBy(bot, { heard: withoutReading(heard), facts: talk.facts, isFirst: false, within })
  if (named) await beginOther(talk, named, heard)
  else if (await isLeftForMenu(talk, bot, heard)) return true
  else if (!asking) return false
  else {
    const meant = triggeredBy(bot, { heard: asWords(heard), facts: talk.facts, isFirst: false, within })
    if (meant && !(meant.trigger.kind === 'INTENT' && isAnswerSurer)) await beginOther(talk, meant, heard)
    else await answerInBetween(talk, asking, heard)
  }
  return true
}

const withoutReading = (heard: Heard): Heard => ({ ...heard, intent: null })

/** The main menu has what she tapped: as if she had said the word for it, and chosen. */
async function isLeftForMenu(talk: RunTalk, bot: CompiledBot, heard: Heard): Promise<boolean> {
  const start = menuStart(bot)
  const shown = start && (await talk.turn(undefined, start)).says.findLast(({ menu }) => menu !== null)
  if (!start || !stillOffers(shown?.menu, heard)) return false
  const { isTaken } = await toldToMenu(talk, start, heard)
  if (!isTaken) talk.says.push(...talk.quiet)
  talk.forget()
  return true
}

/** She came by a link, or for the first time, and says nothing: what begins with that, else the question that waits for her. False where there is neither. */
export async function hearArrival(talk: RunTalk, bot: CompiledBot, { isFirst, link = null }: Pick<Hearing, 'isFirst' | 'link'>): Promise<boolean> {
  const run = talk.foreground
  const within = run?.state.frames.map(({ flow }) => flow)
  const begun = triggeredBy(bot, { heard: SILENCE, facts: talk.facts, isFirst, ...link && { link }, ...within && { within } })
  if (begun) {
    await talk.begin({ kind: 'START', flow: begun.flow, trigger: { kind: begun.trigger.kind, id: begun.trigger.id, data: null } })
    await talk.resume()
  } else if (run?.state.waiting?.kind === 'CONTACT') await talk.take(run, await talk.turn(run, { kind: 'AGAIN' }))
  return talk.says.length > 0 || talk.hasLeft || begun !== null
}

/** What she says who only came. */
export const SILENCE: Heard = { text: '', optionId: null, files: [], location: null, intent: null, entities: {}, aside: null }

async function hearOwn(talk: RunTalk, bot: CompiledBot, hearing: Hearing): Promise<HearingResult> {
  const { heard, isFirst, isAnswerSurer, isMenuShown } = hearing
  // What she tapped stands under the greeting: it is an answer, and no first word for a flow to begin with.
  if (isMenuShown && heard.optionId !== null && await isTakenByMenu(talk, bot, heard)) return 'TAKEN'
  const run = talk.foreground
  const urgent = interruption(talk, bot, hearing)
  if (urgent) {
    await beginOther(talk, urgent, heard)
    return 'TAKEN'
  }
  const own = await talk.turn(run, { kind: 'SAID', ...heard })
  if (own.deferred) talk.defer(run!, heard)
  else if (!own.unused && !own.misunderstood) await takeOwn(talk, run, own)
  else {
    const within = own.misunderstood ? run!.state.frames.slice(0, 1).map(({ flow }) => flow) : undefined
    const triggered = triggeredBy(bot, { heard, facts: talk.facts, isFirst, ...hearing.link && { link: hearing.link }, ...within !== undefined && { within } })
    if (triggered && !(triggered.trigger.kind === 'INTENT' && isAnswerSurer)) await beginOther(talk, triggered, heard)
    else if (own.misunderstood) await talk.take(run, own)
    else return heard.aside !== null ? 'ANSWER' : hearByMenu(talk, bot, hearing)
  }
  return 'TAKEN'
}

/** What takes her words from the flow under way, before that hears them. In the very flow that it would begin she is heard as ever. */
function interruption(talk: RunTalk, bot: CompiledBot, { heard, isAnswerSurer, link = null }: Hearing): Triggered | null {
  const within = talk.foreground?.state.frames.map(({ flow }) => flow) ?? []
  const found = within.length > 0 ? triggeredBy(bot, { heard, facts: talk.facts, isFirst: false, link, within, interrupting: true }) : null
  return found?.trigger.kind === 'INTENT' && isAnswerSurer ? null : found
}

async function beginOther(talk: RunTalk, triggered: Triggered, heard: Heard): Promise<void> {
  await talk.begin(startOf(triggered, heard))
  await talk.resume()
}

async function takeOwn(talk: RunTalk, run: Run | undefined, own: RunTurn): Promise<void> {
  if (own.leaves) talk.forget()
  await talk.take(run, own)
  await talk.resume()
}

/** Nothing else is hers: the main menu hears it, as if it had been shown. */
async function hearByMenu(talk: RunTalk, bot: CompiledBot, { heard, isGreeting, isMenuShown }: Hearing): Promise<HearingResult> {
  const start = menuStart(bot)
  if (!start) return 'NOTHING'
  const { shown, isTaken } = await toldToMenu(talk, start, heard)
  if (isTaken) return 'TAKEN'
  const menuSays = talk.quiet
  if (!isGreeting) await talk.sayText(bot.settings.texts.notUnderstood)
  // It stands under the greeting, and what stands there is its own.
  if (isGreeting && isMenuShown) delete shown.state.shown
  else talk.says.push(...menuSays)
  return isGreeting ? 'TAKEN' : 'MISUNDERSTOOD'
}

async function isTakenByMenu(talk: RunTalk, bot: CompiledBot, heard: Heard): Promise<boolean> {
  const start = menuStart(bot)
  if (!start) return false
  const { shown, isTaken } = await toldToMenu(talk, start, heard)
  if (!isTaken) talk.drop(shown)
  return isTaken
}

/** The main flow begins without a word, and hears her as if it had asked. */
async function toldToMenu(talk: RunTalk, start: Extract<RunInput, { kind: 'START' }>, heard: Heard): Promise<{ shown: Run; isTaken: boolean }> {
  const shown = await talk.begin(start, { quietly: true })
  const taken = shown.state.waiting?.kind === 'CONTACT' ? await talk.turn(shown, { kind: 'SAID', ...heard }) : null
  const isTaken = taken !== null && !taken.unused && !taken.misunderstood
  if (isTaken) await talk.take(shown, taken)
  return { shown, isTaken }
}

/** How the main flow begins where nobody asked for another. */
export function menuStart({ settings: { mainFlow }, flows }: CompiledBot): Extract<RunInput, { kind: 'START' }> | null {
  return mainFlow && flows.has(mainFlow) ? { kind: 'START', flow: mainFlow, trigger: { kind: 'MENU', id: null, data: null } } : null
}

export async function showMenu(talk: RunTalk, bot: CompiledBot): Promise<void> {
  const start = menuStart(bot)
  if (start) await talk.begin(start)
}

const startOf = ({ flow, trigger }: Triggered, said: Heard): Extract<RunInput, { kind: 'START' }> =>
  ({ kind: 'START', flow, trigger: { kind: trigger.kind, id: trigger.id, data: null }, said })

