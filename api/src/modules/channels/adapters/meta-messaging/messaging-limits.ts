import type { ChannelProfile } from '../profile.ts'

type Profile = Pick<ChannelProfile, 'limits'>

const KINDS = ['image', 'video', 'audio', 'file'] as const

export type FileKind = (typeof KINDS)[number]

/** How many, or how long, by the profile in force. */
export const limit = ({ limits }: Profile, name: string): number => Number(limits[name])

export const namesOf = ({ limits }: Profile, name: string): string[] => String(limits[name] ?? '').split(' ').filter(Boolean)

/** As what a file goes; nothing where the channel takes none of its type. */
export function fileKindOf(mediaType: string, profile: Profile): FileKind | undefined {
  const type = mediaType.split(';')[0]!.trim().toLowerCase()
  return KINDS.find(kind => namesOf(profile, `${kind}Types`).some(taken => taken === type || taken === '*/*'))
}

/** What may be sent, with the largest sizes. */
export const takenFiles = (profile: Profile) => KINDS.map(kind => ({ types: namesOf(profile, `${kind}Types`), maxBytes: limit(profile, `${kind}MaxBytes`) }))
