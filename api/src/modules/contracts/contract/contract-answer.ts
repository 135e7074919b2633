import type { Context } from '../../../platform/contract/operation.ts'
import { NotFound } from '../../../platform/errors.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { loadContracts } from './contract.queries.ts'

export async function contractById(ctx: Context, id: string) {
  const found = await ctx.load(loadContracts, id)
  if (!found) throw new NotFound('The contract')
  return Object.assign(found, { __typename: 'Contract' as const })
}

/** What became of a verb: the contract as it stands now, or why not. */
export const contractAnswer = (ctx: Context, result: string | Refusal) => (result instanceof Refusal ? result : contractById(ctx, result))
