import type { CompiledBot } from '../engine/compiled.ts'
import { globalButton } from '../engine/global-turn.ts'
import type { Heard } from '../engine/input.ts'
import { smallTexts } from '../engine/small-texts.ts'
import type { RunSpeech } from '../engine/turn.ts'
import type { RunTalk } from './run-talk.ts'
import type { Run } from './run.store.ts'

type Menu = RunSpeech['menu']

/** She tapped an option where the question that waits for her, if one does, does not stand. Of what nobody knows it is taken as its answer. */
export function isOfAnotherMenu({ foreground }: RunTalk, { optionId, chosenFrom }: Heard): boolean {
  if (optionId === null || !chosenFrom) return false
  const { waiting = null, shown } = foreground?.state ?? {}
  if (waiting?.kind === 'REQUEST') return false
  return waiting?.kind !== 'CONTACT' || (shown !== undefined && !shown.includes(chosenFrom.messageId))
}

export const isAsked = ({ foreground }: RunTalk): boolean => foreground?.state.waiting?.kind === 'CONTACT'

/** A number or a title that was typed answers what is asked; what a button of another menu says is its title. */
export const asWords = (heard: Heard): Heard => ({ ...heard, optionId: null })

/** Where nothing is asked, a number that was typed says what stands beside it. */
export const asTapped = (heard: Heard): Heard => ({ ...heard, text: titleOf(heard) ?? heard.text })

/** The question that she tapped still stands: something else only came between. */
export const stillStanding = ({ all }: RunTalk, { chosenFrom }: Heard): Run | undefined =>
  all.find(({ place, state }) => place === 'PARKED' && chosenFrom && state.shown?.includes(chosenFrom.messageId))

export const isBotsButton = ({ optionId }: Heard): boolean => globalButton(optionId) !== null

/** The menu that she tapped asks, word for word, what is asked now: a menu to which flows come back. */
export async function isSameMenu(talk: RunTalk, run: Run, { chosenFrom }: Heard, bot: CompiledBot): Promise<boolean> {
  const { flow, step } = run.state.frames.at(-1)!
  if (!chosenFrom || bot.flows.get(flow)?.steps.get(step)?.kind !== 'MENU') return false
  const asked = (await talk.turn(run, { kind: 'AGAIN' })).says.findLast(({ menu }) => menu !== null)
  return asked !== undefined && asked.text === chosenFrom.text && JSON.stringify(named(asked.menu)) === JSON.stringify(chosenFrom.options.map(nameOf))
}

/** A menu still has the very option that she tapped: the same id, under the same title. */
export const stillOffers = (menu: Menu | undefined, { optionId, chosenFrom }: Heard): boolean => {
  const title = titleOf({ optionId, chosenFrom })
  return menu?.options.some(option => option.id === optionId && option.title === title) === true
}

const titleOf = ({ optionId, chosenFrom }: Pick<Heard, 'optionId' | 'chosenFrom'>) => chosenFrom?.options.find(({ id }) => id === optionId)?.title
const nameOf = ({ id, title }: { id: string; title: string }) => [id, title]
const named = (menu: Menu) => menu?.options.map(nameOf)

/** Nothing begins with it: what intents and Q&A have for its title is said, or that it is over. It is no try at the question, which is asked again. */
export async function answerInBetween(talk: RunTalk, run: Run, { aside }: Heard): Promise<void> {
  talk.says.push({ text: aside ?? smallTexts[talk.facts.language].menuOver, menu: null, from: null })
  await talk.take(run, await talk.turn(run, { kind: 'AGAIN' }))
}
