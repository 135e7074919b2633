import type { Step } from '@botpro/graphql/flows'

/** A variable that a step gives a value, where it is named, and by which exits it is left then. */
export interface Write { name: string; field: string; exits: readonly string[] | 'ALL' }

const CONTACT = 'contact.'

export function writesOf(step: Step): Write[] {
  const saved = (exits: Write['exits']): Write[] => ('saveAs' in step && step.saveAs ? [{ name: step.saveAs, field: 'saveAs', exits }] : [])
  switch (step.kind) {
    case 'MENU': return saved([...step.options.map(({ id }) => id), 'chosen'])
    case 'ASK': return saved(['answered'])
    case 'SET': return step.assignments.flatMap(({ to }, index) =>
      (to.startsWith(CONTACT) ? [] : [{ name: to, field: `assignments.${index}.to`, exits: 'ALL' as const }]))
    case 'CALL': return [...saved(['done']), ...(step.save ?? []).map(({ to }, index) => ({ name: to, field: `save.${index}.to`, exits: ['done'] }))]
    case 'LOOK_UP': return saved(['found'])
    case 'ANSWER': return saved(['answered'])
    case 'VERIFY': return saved(['verified'])
    case 'SUB_FLOW': return step.results.map(({ to }, index) => ({ name: to, field: `results.${index}.to`, exits: ['done'] }))
    case 'WAIT': return saved(['happened'])
    case 'REQUEST': case 'APPOINTMENT': return saved(['done'])
    case 'PAYMENT': case 'SURVEY': return saved('ALL')
    default: return []
  }
}
