import type { ProviderDouble } from './double.ts'

/** What `CHANNEL_PROFILES` holds, so that adapters call these. */
export const profilesOf = (doubles: Pick<ProviderDouble, 'kind' | 'profile'>[]) =>
  Object.fromEntries(doubles.map(({ kind, profile }) => [kind, [profile]]))
