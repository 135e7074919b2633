import type { LocalText } from '@botpro/graphql/flows'
import type { ConnectorDescription, OperationDescription } from './connector-description.ts'
import type { ServingConnector, ServingOperation } from './connector/serving-connectors.ts'
import type { DemoSystem } from './demo/demo-system.ts'
import { mayRepeat } from './operation/operation.ts'

/** What flows may know of a connector. A demo says of its sample what it gives. */
export function describeConnector({ key, name, kind, demoSystem, archivedAt, operations }: ServingConnector, demos: readonly DemoSystem[]): ConnectorDescription {
  const system = kind === 'DEMO' ? demos.find(one => one.key === demoSystem) : undefined
  return {
    key, name: inBoth(name), isDemo: kind === 'DEMO', isArchived: archivedAt !== null,
    operations: kind === 'DEMO' ? demoOperations(system) : operations.map(describeOperation),
  }
}

function describeOperation({ key, definition }: ServingOperation): OperationDescription {
  const { name, inputs, outputs, sample } = definition
  return {
    key, name: inBoth(name), isIdempotent: mayRepeat(definition), sample,
    inputs: inputs.map(({ isRequired, ...input }) => ({ ...input, required: isRequired })), outputs: outputs.map(({ name: output, type }) => ({ name: output, type })),
  }
}

const demoOperations = (system: DemoSystem | undefined): OperationDescription[] =>
  Object.entries(system?.operations ?? {}).map(([key, { name, idempotent, inputs, sample }]) => ({ key, name, isIdempotent: idempotent, inputs, sample, outputs: outputsIn(sample) }))

function outputsIn(sample: unknown): OperationDescription['outputs'] {
  if (typeof sample !== 'object' || sample === null || Array.isArray(sample)) return []
  return Object.entries(sample).map(([name, value]) => ({ name, type: typeOf(value) }))
}

function typeOf(value: unknown): OperationDescription['outputs'][number]['type'] {
  if (Array.isArray(value)) return 'LIST'
  if (typeof value === 'object') return 'OBJECT'
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d(T|$)/.test(value) ? 'DATE' : 'TEXT'
  return typeof value === 'number' ? 'NUMBER' : 'YES_NO'
}

const inBoth = (name: string): LocalText => ({ ES: name, EN: name })
