import type { Step, StepKind, StepOf } from '@botpro/graphql/flows'

/** What an editor tells of a change: the parts of the step that are otherwise now. */
export type Patch<Kind extends StepKind> = Partial<Omit<StepOf<Kind>, 'id' | 'kind' | 'position'>>
export interface Renamed { from: string; to: string; patch: Partial<Step> }
