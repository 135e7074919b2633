import type { BotContent } from '@botpro/graphql/flows'
import type { Finding } from '../bots/publishing-checks.ts'
import { BotMap, type BotRule, type FlowRule, type LintWorld } from './bot-map.ts'
import { Findings } from './finding.ts'
import { appointments } from './rules/appointments.ts'
import { calls } from './rules/calls.ts'
import { channels } from './rules/channels.ts'
import { exits, loops } from './rules/exits.ts'
import { beginnings, flowCalls, flowLoops, handOffs, jumps } from './rules/flow-calls.ts'
import { namedElsewhere, surveys } from './rules/named-elsewhere.ts'
import { proofs } from './rules/proofs.ts'
import { links, setUp } from './rules/set-up.ts'
import { shownFiles } from './rules/shown-files.ts'
import { tests } from './rules/tests.ts'
import { texts } from './rules/texts.ts'
import { triggers } from './rules/triggers.ts'
import { declarations, reads } from './rules/variables.ts'

const flowRules: readonly FlowRule[] = [exits, loops, jumps, declarations, reads, proofs, calls, appointments, flowCalls, namedElsewhere, shownFiles, setUp, channels]
const botRules: readonly BotRule[] = [beginnings, flowLoops, handOffs, triggers, links, surveys, texts, tests]

/**
 * Everything in a bot that would go wrong, or might: errors stop it from going live, warnings ask for a reason. Each rule looks at each
 * step, edge and text once or a few times, so the time grows with the size of the bot and no faster. Never throws for a bot of the format.
 */
export function lint(content: BotContent, world: LintWorld): Finding[] {
  const bot = new BotMap(content, world)
  const findings = new Findings()
  for (const rule of botRules) rule(bot, findings.report)
  for (const map of bot.all) for (const rule of flowRules) rule(map, bot, findings.report)
  return sorted(findings.all, content)
}

/** The bot’s first, then flow by flow and step by step as they are drawn. */
function sorted(findings: Finding[], { flows }: BotContent): Finding[] {
  const places = new Map<string, number>()
  for (const { key, steps } of flows) {
    if (!places.has(key)) places.set(key, places.size)
    for (const { id } of steps) if (!places.has(`${key} ${id}`)) places.set(`${key} ${id}`, places.size)
  }
  const placeOf = ({ flow, step }: Finding) => (flow ? places.get(step ? `${flow} ${step}` : flow) ?? places.size : -1)
  return findings.map(finding => ({ finding, place: placeOf(finding) })).toSorted((a, b) => a.place - b.place).map(({ finding }) => finding)
}
