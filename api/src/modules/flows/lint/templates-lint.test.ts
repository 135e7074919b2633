import { expect, test } from 'vitest'
import { adapters } from '../../channels/index.ts'
import { capabilitiesAt } from '../../channels/provider/channel-facts.ts'
import { Lines } from '../../channels/provider/lines.ts'
import { demoSystems } from '../../connectors/index.ts'
import { packExamples } from '../../elena/index.ts'
import type { BotTemplate } from '../templates/template.ts'
import { botTemplates } from '../templates/templates.ts'
import type { LintWorld } from './bot-map.ts'
import { lint } from './lint.ts'

const lines = new Lines({ units: undefined as never, sealer: undefined as never, adapters, http: undefined as never, publicUrl: () => '' })
const kinds = ['WEB', 'APP', 'WHATSAPP', 'MESSENGER', 'INSTAGRAM', 'TELEGRAM', 'SMS', 'EMAIL'] as const
const packs = { FINANCIAL: ['banking'], RETAIL: ['retail'], HEALTH: ['health', 'insurance'], GOVERNMENT: ['government'] }

/** What a company has that begins with the template: its demo systems, and what ELENA learns from the packs of its sector. */
const worldOf = ({ connectors, sector }: BotTemplate): LintWorld => ({
  connectors: connectors.map(({ key, system }) => {
    const operations = Object.entries(demoSystems.find(one => one.key === system)!.operations)
    return { key, operations: operations.map(([operation, { inputs }]) => ({ key: operation, inputs })) }
  }),
  channels: kinds.map(kind => ({ kind, can: capabilitiesAt(lines, kind, new Date('2026-11-27')) })),
  intents: [...new Set(packs[sector].flatMap(name => packExamples(name, 'es')).map(({ intent }) => intent))], tables: ['requests'],
})

test.each(botTemplates.map(template => [template.key, template] as const))('the linter finds nothing in the template “%s”, on any channel', (_key, template) => {
  expect(lint(template.content, worldOf(template)).map(({ code, flow, step, field, message }) => `${code} ${flow} ${step} ${field}: ${message}`)).toEqual([])
})
