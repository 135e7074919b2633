import type { ChannelProfile } from '../profile.ts'

/** A number of the profile: one that is missing there is a mistake of ours, not a limit of zero. */
export function limit({ limits }: ChannelProfile, name: string): number {
  const value = Number(limits[name])
  if (!Number.isFinite(value)) throw new Error(`The profile of e-mail says nothing of “${name}”.`)
  return value
}

export const ports = ({ limits }: ChannelProfile, name: string): number[] => String(limits[name] ?? '').split(',').map(Number)
