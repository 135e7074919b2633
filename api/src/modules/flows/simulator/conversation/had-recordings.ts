import type { Recording, Step } from '@botpro/graphql/flows'
import type { HadConversation, HadVisit } from './conversation-test.queries.ts'
import type { Mask } from './mask.ts'

type Steps = ReadonlyMap<string, Step>
type Asked = Recording & { isEmpty: boolean }

/** What others answered, as it was kept; where it is not kept any more, that they were asked, and how that failed. */
export function hadRecordings({ visits, remembered }: HadConversation, steps: Steps, mask: Mask): { recordings: Recording[]; empty: number[] } {
  const kept = remembered.filter(one => one.kind === 'ANSWERED').map(({ connector, operation, answer }): Asked =>
    ({ connector, operation, answer: 'data' in answer ? { data: mask.json(answer.data) } : answer, isEmpty: false }))
  const asked = [...forgotten(visits, steps, kept), ...kept].slice(0, MOST)
  const isLast = (one: Asked, index: number) => !asked.slice(index + 1).some(other => isSameAsking(other, one))
  return {
    recordings: asked.map(({ isEmpty: _isEmpty, ...recording }, index) => (isLast(asked[index]!, index) ? recording : { ...recording, once: true })),
    empty: asked.flatMap(({ isEmpty }, index) => (isEmpty ? [index] : [])),
  }
}

const MOST = 200

/** The earliest are those that are gone. */
function forgotten(visits: readonly HadVisit[], steps: Steps, kept: readonly Asked[]): Asked[] {
  const asked = visits.filter(({ exit }) => exit !== null).flatMap((visit): Asked[] => {
    const of = askedBy(steps.get(`${visit.flow}.${visit.step}`))
    return of ? [{ ...of, answer: visit.failure ? { error: { code: visit.failure.slice(0, 60) } } : { data: null }, isEmpty: !visit.failure }] : []
  })
  return [...Map.groupBy(asked, ({ connector, operation }) => `${connector}.${operation}`).values()]
    .flatMap(some => some.slice(0, Math.max(0, some.length - kept.filter(one => isSameAsking(one, some[0]!)).length)))
}

const isSameAsking = (one: Asked, other: Asked) => one.connector === other.connector && one.operation === other.operation

function askedBy(step: Step | undefined): Pick<Recording, 'connector' | 'operation'> | undefined {
  switch (step?.kind) {
    case 'CALL': return { connector: step.connector, operation: step.operation }
    case 'APPOINTMENT': return { connector: 'appointments', operation: step.action.toLowerCase() }
    case 'LOOK_UP': return { connector: 'tables', operation: step.table }
    default: return undefined
  }
}
