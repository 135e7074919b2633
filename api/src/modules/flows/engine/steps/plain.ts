import { holds } from '../../conditions/holds.ts'
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
    moving.effects.push({ kind: 'TAG', add, remove })
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

export const handOff: StepHandler<'HAND_OFF'> = {
  enter(moving, { text, queue = null, priority = 'NORMAL', summary, next }) {
    const { texts } = moving.bot.settings
    moving.say(moving.text(moving.facts.hours.open ? text ?? texts.handOff : texts.outOfHours))
    moving.effects.push({ kind: 'HAND_OFF', queue, priority, summary: moving.text(summary) || null })
    return next.returned ? { to: 'WAIT', waiting: { kind: 'AGENT' } } : { to: 'END', outcome: 'HANDED_OFF', failed: false }
  },
  returned: () => exit('returned'),
}
