import { expect, test } from 'vitest'
import { adapters, capabilitiesAt, channelKinds } from '../../channels/index.ts'
import { Lines } from '../../channels/provider/lines.ts'
import { demoSystems } from '../../connectors/index.ts'
import { botTemplates } from '../templates/templates.ts'
import { lint } from './lint.ts'
const lines = new Lines({ units: undefined as never, sealer: undefined as never, adapters, http: undefined as never, publicUrl: () => '' })
test.each(botTemplates.map(t => [t.key, t] as const))('%s', (_k, template) => {
  const world = { intents: template.content.flows.flatMap(f => f.triggers.flatMap(x => x.kind === 'INTENT' ? [x.intent] : [])), tables: ['requests'], channels: channelKinds.map(kind => ({ kind, can: capabilitiesAt(lines, kind, new Date('2026-11-27')) })),
    connectors: template.connectors.map(({ key, system }) => ({ key, operations: Object.entries(demoSystems.find(s => s.key === system)!.operations).map(([key, { inputs }]) => ({ key, inputs })) })) }
  const started = performance.now()
  const f = lint(template.content, world)
  console.log(template.key, performance.now() - started, f.map(x => `${x.severity} ${x.code} ${x.flow} ${x.step} ${x.field} ${x.message}`).join('\n'))
})
