import type { ChannelProfile } from '../profile.ts'

type MediaKind = 'image' | 'video' | 'audio' | 'document'

/** How many, or how long, by the profile in force. */
export const limit = ({ limits }: Pick<ChannelProfile, 'limits'>, name: string): number => Number(limits[name])

export const typesOf = ({ limits }: Pick<ChannelProfile, 'limits'>, name: string): string[] => String(limits[name] ?? '').split(' ').filter(Boolean)

/** As what a file goes; nothing where WhatsApp takes none of its type. Pictures that it does not know are drawn anew. */
export function mediaKindOf(mediaType: string, profile: Pick<ChannelProfile, 'limits'>): MediaKind | undefined {
  const type = baseType(mediaType)
  if (isRedrawn(type, profile)) return 'image'
  return (['image', 'video', 'audio', 'document'] as const).find(kind => typesOf(profile, `${kind}Types`).includes(type))
}

export const isRedrawn = (mediaType: string, profile: Pick<ChannelProfile, 'limits'>): boolean => typesOf(profile, 'redrawnTypes').includes(baseType(mediaType))

/** Without parameters, such as the codec of a voice note. */
const baseType = (mediaType: string): string => mediaType.split(';')[0]!.trim().toLowerCase()
