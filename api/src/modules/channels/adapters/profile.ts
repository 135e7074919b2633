/** Facts of a provider that change by date: versions, limits, addresses. Configuration, never constants of the code. */
export interface ChannelProfile {
  /** The first day on which it holds, `YYYY-MM-DD`. */
  from: string
  /** Where these facts were read, and when. */
  source: string
  /** Calls go there, without a slash at the end; empty for kinds whose host is a setting of the account. */
  baseUrl: string
  /** Hosts that media may be fetched from, `*.` for subdomains. Those of `baseUrl` always may. */
  mediaHosts: readonly string[]
  /** In milliseconds, for one call. */
  timeoutMs: number
  /** Calls a second on the whole account. */
  perSecond: number
  /** One person: `most` at once, then one each `everyMs`. */
  perPerson: { most: number; everyMs: number }
  /** How long a send that nobody answered waits for a status or echo, in milliseconds. */
  reconcileMs: number
  /** How often something is tried again at most, and the longest wait between, in milliseconds. */
  retries: { most: number; longestMs: number }
  /** What only this kind knows: API version, lengths … `typingMs`: for how long somebody who was shown as writing is not shown so again. */
  limits: Readonly<Record<string, number | string>>
}

/** Lays what an operator set over what is shipped, field by field: over the profile of the same date, or over all where it has none. */
export function profilesOf(shipped: readonly ChannelProfile[], laid: readonly Partial<ChannelProfile>[] = []): ChannelProfile[] {
  const byDate = new Map(shipped.map(profile => [profile.from, profile]))
  for (const over of laid) {
    for (const from of over.from === undefined ? [...byDate.keys()] : [over.from]) {
      const under = byDate.get(from) ?? profileAt([...byDate.values()], from)
      if (under) byDate.set(from, { ...under, ...over, from, limits: { ...under.limits, ...over.limits } })
    }
  }
  return [...byDate.values()].toSorted((a, b) => a.from.localeCompare(b.from))
}

/** The one in force on a day. */
export const profileAt = (profiles: readonly ChannelProfile[], day: string): ChannelProfile | undefined =>
  profiles.findLast(profile => profile.from <= day) ?? profiles[0]
