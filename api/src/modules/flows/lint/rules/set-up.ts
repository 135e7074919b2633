import type { BotRule, FlowRule } from '../bot-map.ts'
import { isSameText } from '../../conditions/same-text.ts'
import { within } from '../finding.ts'

/** Whether the company has set up what a step needs: somebody who makes links to pay by, and a line that carries codes. Mails with codes need none. */
export const setUp: FlowRule = ({ flow, steps }, bot, report) => {
  const { payments, channels } = bot.world
  for (const step of steps) {
    const tell = within(report, { flow: flow.key, step: step.id })
    if (step.kind === 'PAYMENT') {
      if (!payments) tell('NO_PAYMENTS')
      else if (!bot.operation(payments)) tell('PAYMENTS_BROKEN', { facts: { ...payments } })
    }
    if (step.kind !== 'VERIFY' || step.method.kind !== 'CODE') continue
    const { via } = step.method
    if (via !== 'EMAIL' && !channels.some(({ kind }) => kind === via)) tell('NO_CODE_CHANNEL', { field: 'method.via', facts: { channels: [via] } })
  }
}

/** Whether a flow waits only for links that nobody made, and none for one whose name several bear. Where it begins otherwise too, a link may be made later or never. */
export const links: BotRule = ({ content, world }, report) => {
  const named = (link: string) => world.links.filter(name => isSameText(link, name)).length
  for (const { key, triggers } of content.flows) {
    const isNeeded = triggers.every(trigger => trigger.kind === 'LINK' && named(trigger.link) === 0)
    triggers.forEach((trigger, index) => {
      if (trigger.kind !== 'LINK') return
      const count = named(trigger.link)
      const place = { flow: key, field: `triggers.${index}`, facts: { name: trigger.link } }
      if (count === 0 && isNeeded) report('UNKNOWN_LINK', place)
      if (count > 1) report('AMBIGUOUS_LINK', { ...place, facts: { ...place.facts, count } })
    })
  }
}
