import { BotContent } from '@botpro/graphql/flows'
import { describe, expect, test } from 'vitest'
import { adapters, channelKinds } from '../../channels/index.ts'
import { capabilitiesAt } from '../../channels/provider/channel-facts.ts'
import { Lines } from '../../channels/provider/lines.ts'
import { demoSystems } from '../../connectors/index.ts'
import { packExamples } from '../../elena/index.ts'
import { REQUESTS } from '../asked/request-look-up.ts'
import { compileBot } from '../engine/compiled.ts'
import type { LintWorld } from '../lint/bot-map.ts'
import { lint } from '../lint/lint.ts'
import { runTest } from '../testing/run-test.ts'
import { botTemplates } from './templates.ts'

/** Everything in a bot that is said in languages. */
function textsIn(value: unknown, place = ''): { place: string; text: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return []
  if ('ES' in value || 'EN' in value) return [{ place, text: value as Record<string, unknown> }]
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner, `${place}.${name}`))
}

const lines = new Lines({ units: undefined as never, sealer: undefined as never, adapters, http: undefined as never, publicUrl: () => '' })

/** A tenant that has connected everything: each channel, the demo systems, what ELENA's packs teach. */
const world: LintWorld = {
  connectors: demoSystems.map(({ key, operations }) => ({ key, operations: Object.entries(operations).map(([operation, { inputs }]) => ({ key: operation, inputs })) })),
  channels: channelKinds.map(kind => ({ kind, can: capabilitiesAt(lines, kind, new Date('2026-11-27')) })),
  intents: [...new Set(['banking', 'retail', 'health', 'insurance', 'government'].flatMap(pack => packExamples(pack, 'es').map(({ intent }) => intent)))],
  entities: [], tables: [REQUESTS], requestTypes: botTemplates.flatMap(({ requestTypes = [] }) => requestTypes.map(({ key }) => key)), files: [], links: [],
  payments: { connector: demoSystems[0]!.key, operation: Object.keys(demoSystems[0]!.operations)[0]! },
  bookable: {
    services: botTemplates.flatMap(({ appointments }) => (appointments?.services ?? []).map(({ key }) =>
      ({ key, resources: appointments!.resources.filter(({ services }) => services.includes(key)).map(one => one.key) }))),
    resources: botTemplates.flatMap(({ appointments }) => (appointments?.resources ?? []).map(({ key }) => key)),
  },
}

test('every template has a key of its own', () => {
  expect(new Set(botTemplates.map(({ key }) => key)).size).toBe(botTemplates.length)
})

describe.each(botTemplates.map(template => [template.key, template] as const))('the template “%s”', (_key, { content, connectors, requestTypes = [] }) => {
  const steps = content.flows.flatMap(flow => flow.steps.map(step => ({ ...step, flow: flow.key })))

  test('is of the format', () => {
    expect(BotContent.parse(content)).toEqual(content)
  })

  test('leaves the linter nothing to say', () => {
    expect(lint(content, world)).toEqual([])
  })

  test('says everything in both languages', () => {
    const missing = textsIn({ settings: content.settings, flows: content.flows }).filter(({ text }) => !text.ES || !text.EN)
    expect(missing).toEqual([])
  })

  test('asks only demo systems that it brings along', () => {
    const asked = new Set(steps.flatMap(step => (step.kind === 'CALL' ? [step.connector] : [])))
    expect([...asked].filter(key => !connectors.some(connector => connector.key === key))).toEqual([])
    expect(connectors.filter(({ key, system }) => key !== system || !demoSystems.some(demo => demo.key === system))).toEqual([])
  })

  test('brings the types of the requests that it opens, with their fields', () => {
    const unknown = steps.flatMap(step => {
      if (step.kind !== 'REQUEST') return []
      const fields = requestTypes.find(({ key }) => key === step.type)?.fields.map(({ name }) => name)
      return fields ? Object.keys(step.fields).filter(name => !fields.includes(name)).map(name => `${step.flow}.${step.id}: ${name}`) : [`${step.flow}.${step.id}: ${step.type}`]
    })
    expect(unknown).toEqual([])
  })

  test('has tests in Spanish and in English', () => {
    expect(new Set(content.tests.map(({ language }) => language))).toEqual(new Set(['ES', 'EN']))
    expect(new Set(content.tests.map(({ key }) => key)).size).toBe(content.tests.length)
  })

  const bot = compileBot(content)
  test.each(content.tests.map(one => [one.key, one.name, one] as const))('passes its test %s: %s', async (_testKey, _name, one) => {
    const { message, line } = await runTest(bot, one)
    expect({ message, line }).toEqual({ message: null, line: null })
  })
})
