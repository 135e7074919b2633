import type { Context } from '../../platform/contract/operation.ts'
import { loadMembers } from '../identity/index.ts'

/** Contacts are told the first name of the one they talk to, and no more. */
export async function firstNameOf(ctx: Context, memberId: string | null): Promise<string | null> {
  const member = memberId ? await ctx.load(loadMembers, memberId) : null
  return member?.name.trim().split(/\s+/)[0] ?? null
}
