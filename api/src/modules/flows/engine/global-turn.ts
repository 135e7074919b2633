import type { GlobalWord, Step } from '@botpro/graphql/flows'
import { isSameText } from '../conditions/same-text.ts'
import { begin, drive, stepOf, type Rest } from './drive.ts'
import { globalWordIn } from './global-words.ts'
import type { Heard } from './input.ts'
import type { Moving } from './moving.ts'
import type { Move } from './step-handler.ts'
import { handlerOf } from './steps/handlers.ts'

/** Ids of the buttons that the bot adds to answers by itself. */
const BUTTONS: Record<string, GlobalWord> = { menu: 'menu', person: 'person' }
export const globalButton = (optionId: string | null): GlobalWord | null => (optionId === null ? null : BUTTONS[optionId] ?? null)

/** Which word of the bot's own she said. What the step before her offers in the very same words comes first. */
export function globalWordSaid(moving: Moving, { text, optionId }: Heard): GlobalWord | null {
  const step = moving.state.frames.length > 0 ? stepOf(moving) : null
  if (optionId !== null) return step && offers(step, optionId) ? null : globalButton(optionId)
  if (!text || (step && isTitle(moving, step, text))) return null
  return globalWordIn(text, moving.bot.settings.words, moving.facts.language)
}

const optionsOf = (step: Step) => (step.kind === 'MENU' ? step.options : step.kind === 'ASK' && step.answer.type === 'CHOICE' ? step.answer.options : [])

const offers = (step: Step, optionId: string) => optionsOf(step).some(({ id }) => id === optionId)

const isTitle = (moving: Moving, step: Step, text: string) =>
  optionsOf(step).some(({ title, words = [] }) => [moving.text(title), ...words].some(said => isSameText(said, text)))

const UNUSED: Rest = { waiting: null, request: null, ended: null, misunderstood: false, unused: true }

/** Works everywhere, whatever is being asked. */
export function globalTurn(moving: Moving, word: GlobalWord): Rest {
  switch (word) {
    case 'person': return callPerson(moving)
    case 'help': return help(moving)
    case 'cancel': return cancel(moving)
    case 'restart': return restart(moving)
    case 'menu': return showMenu(moving)
  }
}

/** Into the bot's own flow for it, where there is one and the run is not in it already. */
export function callPerson(moving: Moving, isCalling = isCallingPerson(moving)): Rest {
  const { handOffFlow, texts } = moving.bot.settings
  if (handOffFlow && !isCalling && moving.bot.flows.has(handOffFlow)) {
    moving.state.trigger = { kind: 'PERSON', id: null, data: null }
    return drive(moving, begin(moving, handOffFlow))
  }
  moving.say(plainText(moving, moving.facts.hours.open ? texts.handOff : texts.outOfHours))
  moving.effects.push({ kind: 'HAND_OFF', queue: null, priority: 'NORMAL', summary: null })
  moving.state.frames = []
  return { ...UNUSED, unused: false, ended: { outcome: 'HANDED_OFF', failed: false } }
}

/** Whatever the flow for it went into since. */
export const isCallingPerson = ({ state }: Pick<Moving, 'state'>): boolean => state.frames.length > 0 && state.trigger.kind === 'PERSON'

function help(moving: Moving): Rest {
  const { frames, waiting } = moving.state
  if (frames.length === 0 || waiting?.kind !== 'CONTACT') {
    moving.say(plainText(moving, moving.bot.settings.texts.help))
    return { ...UNUSED, unused: false, waiting }
  }
  const step = stepOf(moving)
  const own = 'help' in step ? moving.text(step.help) : ''
  moving.say(own || plainText(moving, moving.bot.settings.texts.help))
  return again(moving)
}

function cancel(moving: Moving): Rest {
  const step = moving.state.frames.length > 0 ? stepOf(moving) : null
  const move = step && handlerOf(step.kind).cancelled?.(moving, step)
  if (move) return drive(moving, move)
  moving.say(plainText(moving, moving.bot.settings.texts.cancelled))
  const shown = showMenu(moving)
  return shown.unused ? { ...shown, unused: false, ended: { outcome: 'CANCELLED', failed: false } } : shown
}

function restart(moving: Moving): Rest {
  const root = moving.state.frames[0]?.flow
  moving.state.shared = {}
  return root && moving.bot.flows.has(root) ? drive(moving, begin(moving, root)) : showMenu(moving)
}

function showMenu(moving: Moving): Rest {
  const { mainFlow } = moving.bot.settings
  moving.state.frames = []
  return mainFlow && moving.bot.flows.has(mainFlow) ? drive(moving, begin(moving, mainFlow)) : UNUSED
}

/** The question that waits, once more. */
export function again(moving: Moving): Rest {
  const step = stepOf(moving)
  const move: Move = handlerOf(step.kind).again?.(moving, step) ?? { to: 'WAIT', waiting: moving.state.waiting ?? { kind: 'CONTACT' } }
  return drive(moving, move)
}

/** Outside of any flow there are no variables to name. */
function plainText(moving: Moving, text: Parameters<Moving['text']>[0]): string {
  return moving.state.frames.length > 0 ? moving.text(text) : moving.textOutside(text)
}
