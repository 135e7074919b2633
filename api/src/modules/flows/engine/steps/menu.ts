import type { MenuOption, StepOf } from '@botpro/graphql/flows'
import { takeAnswer } from '../../answers/take-answer.ts'
import type { Moving } from '../moving.ts'
import { exit, failure, forContact, notTaken, type Move, type StepHandler } from '../step-handler.ts'
import { listOf, menuOf, spoken, triedAgain } from './options.ts'

const MOST_OFFERED = 24
const RETRIES = 2

export const menu: StepHandler<'MENU'> = {
  enter(moving, step) {
    moving.frame.progress = {}
    return ask(moving, step)
  },

  again: (moving, step) => ask(moving, step),

  hear(moving, step, heard) {
    const options = offered(moving, step)
    const { language, now, timeZone } = moving.facts
    const taken = takeAnswer({ type: 'CHOICE', options: spoken(moving, options) }, heard, { language, now, timeZone })
    return taken.ok ? choose(moving, step, String(taken.value)) : refuse(moving, step)
  },
}

function ask(moving: Moving, step: StepOf<'MENU'>): Move {
  const options = offered(moving, step)
  if (options.length === 0) return failure('failed', 'NOTHING_TO_CHOOSE')
  moving.say(moving.speech(step) || moving.words.choose, { menu: menuOf(moving, options, step.style) })
  return forContact
}

/** Those that are written down, and one for each item of the list; they are the same as long as the list is. */
function offered(moving: Moving, { options, items }: StepOf<'MENU'>): MenuOption[] {
  if (!items) return options
  const { language } = moving.facts
  const listed = listOf(moving.at(items.list)).slice(0, items.most ?? MOST_OFFERED).map((item, index): MenuOption => {
    const extra = { item, number: index + 1 }
    const description = moving.text(items.description, extra)
    return { id: `item-${index}`, title: { [language]: moving.text(items.title, extra) }, ...description && { description: { [language]: description } } }
  })
  return [...listed, ...options]
}

function choose(moving: Moving, step: StepOf<'MENU'>, id: string): Move {
  const own = step.options.find(option => option.id === id)
  moving.set(step.saveAs, own ? id : listOf(moving.at(step.items!.list))[Number(id.slice('item-'.length))] ?? null)
  return exit(own ? id : 'chosen')
}

function refuse(moving: Moving, step: StepOf<'MENU'>): Move {
  if (triedAgain(moving) > (step.retries ?? RETRIES)) return failure('failed', 'NOT_UNDERSTOOD')
  moving.say(moving.text(step.notUnderstood) || moving.text(moving.bot.settings.texts.notUnderstood))
  ask(moving, step)
  return notTaken
}
