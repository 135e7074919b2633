import type { Step } from '@botpro/graphql/flows'
import type { FlowRule } from '../bot-map.ts'

/** That she proved who she is holds for a while: what a flow notes of it by itself would hold for whoever has her phone next week. */
export const proofs: FlowRule = (map, _, report) => {
  const after = new Set(map.steps.flatMap(step => (step.kind === 'VERIFY' && step.next.verified !== undefined ? [step.next.verified] : [])))
  for (const step of map.steps) {
    if (!after.has(step.id)) continue
    for (const { name, index } of signsIn(step)) {
      if (map.variables.get(name)?.scope === 'CONVERSATION') report('PROOF_KEPT', { flow: map.flow.key, step: step.id, field: `assignments.${index}.to`, facts: { name } })
    }
  }
}

const signsIn = (step: Step) => (step.kind !== 'SET' ? [] : step.assignments.flatMap(({ to, value }, index) =>
  ('literal' in value && value.literal === true ? [{ name: to, index }] : [])))
