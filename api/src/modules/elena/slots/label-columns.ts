import { labelOf, type Scores } from './label-chain.ts'

/**
 * What a feature says of labels, in columns: of each label alone, then of each type whatever the role, then of each role
 * whatever the type. So a rare type learns from the others where spans begin and end.
 */
export const columnCount = (types: number): number => 1 + types * 5 + 4

export const typeColumn = (types: number, type: number): number => 1 + types * 4 + type

export const roleColumn = (types: number, role: number): number => 1 + types * 5 + role

/** Adds to the score of each label those of its type and of its role. */
export function shareColumns({ rows, stride, pieces }: Scores, types: number): void {
  for (let at = 0; at < pieces; at++) {
    const row = at * stride
    const role = row + roleColumn(types, 0)
    for (let type = 0; type < types; type++) {
      const shared = rows[row + typeColumn(types, type)]!
      const label = row + labelOf(type, 0)
      for (let each = 0; each < 4; each++) rows[label + each]! += shared + rows[role + each]!
    }
  }
}
