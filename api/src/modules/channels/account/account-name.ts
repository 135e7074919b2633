import { InvalidInput } from '../../../platform/refusal.ts'

/** What a tenant calls a channel account. */
export function accountName(typed: string): string | InvalidInput {
  const name = typed.trim()
  return name && name.length <= 80 ? name : new InvalidInput('name', 'Between 1 and 80 characters.')
}
