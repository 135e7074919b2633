import type { StepOf } from '@botpro/graphql/flows'
import { holds } from '../../conditions/holds.ts'
import type { Moving } from '../moving.ts'
import { exit, type StepHandler } from '../step-handler.ts'

/** Steps that are over as soon as they have begun. */

export const branch: StepHandler<'BRANCH'> = {
  enter(moving, { rules }) {
    const scope = moving.scope()
    return exit(rules.find(({ when }) => holds(when, scope, moving.facts.timeZone))?.id ?? 'otherwise')
  },
}

const CONTACT = /^contact\.(?:attributes\.)?([A-Za-z_][A-Za-z0-9_]*)$/

export const set: StepHandler<'SET'> = {
  enter(moving, { assignments }) {
    for (const { to, value } of assignments) {
      const field = CONTACT.exec(to)?.[1]
      if (field) moving.setContact(field, moving.value(value))
      else moving.set(to, moving.value(value))
    }
    return exit('done')
  },
}

export const tag: StepHandler<'TAG'> = {
  enter(moving, { add, remove }) {
    moving.tag(add, remove)
    return exit('done')
  },
}

export const jump: StepHandler<'JUMP'> = {
  enter(moving, { flow, step, parameters = {} }) {
    if (flow) return { to: 'FLOW', flow, parameters: moving.values(parameters) }
    return step ? { to: 'STEP', step } : { to: 'END', outcome: null, failed: false }
  },
}

export const subFlow: StepHandler<'SUB_FLOW'> = {
  enter: (moving, { flow, parameters }) => ({ to: 'SUB_FLOW', flow, parameters: moving.values(parameters) }),
}

export const end: StepHandler<'END'> = {
  enter(moving, { outcome = null, failed = false, closes = false }) {
    if (closes) moving.effects.push({ kind: 'CLOSE' })
    return { to: 'END', outcome, failed }
  },
}

/** What the step says stands for nobody's absence: that is told beside it, where the step has no words of its own for it. */
function handOffTexts({ bot, facts }: Moving, { text, outOfHoursText }: Pick<StepOf<'HAND_OFF'>, 'text' | 'outOfHoursText'>) {
  const { handOff: usual, outOfHours } = bot.settings.texts
  if (facts.hours.open) return [text ?? usual]
  return outOfHoursText ? [outOfHoursText] : [text, outOfHours]
}

export const handOff: StepHandler<'HAND_OFF'> = {
  enter(moving, { queue = null, priority = 'NORMAL', summary, next, ...words }) {
    for (const text of handOffTexts(moving, words)) moving.say(moving.text(text))
    moving.effects.push({ kind: 'HAND_OFF', queue, priority, summary: moving.text(summary) || null })
    return next.returned ? { to: 'WAIT', waiting: { kind: 'AGENT' } } : { to: 'END', outcome: 'HANDED_OFF', failed: false }
  },
  returned: () => exit('returned'),
}
