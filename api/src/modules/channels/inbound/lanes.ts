import type { ChannelUpdate, ReadUpdate } from '../adapters/update.ts'

/** What lanes are made of. */
interface Told {
  read: ReadUpdate
  account: { channelAccountId: string }
  delivery: { id: string; receivedAt: Date }
  position: number
}

/** Each person's in the order in which they happened: providers promise none. Lanes may be walked side by side. */
export function lanesOf<Step extends Told>(steps: Step[]): Map<string, Step[]> {
  const writers = new Map(steps.flatMap(({ read, account }) =>
    (read.ok && read.update.kind === 'MESSAGE' ? [[`${account.channelAccountId} ${read.update.externalId}`, read.update.from.externalId]] : [])))
  const lanes = Map.groupBy(steps, step => laneOf(step, writers))
  for (const lane of lanes.values()) lane.sort((a, b) => timeOf(a) - timeOf(b))
  return lanes
}

const timeOf = ({ read, delivery }: Told) => (read.ok ? read.update.at : delivery.receivedAt).getTime()

/** What changes a message goes behind it, where it came along with it. */
function laneOf({ read, account: { channelAccountId }, delivery, position }: Told, writers: ReadonlyMap<string, string>): string {
  if (!read.ok) return `unread ${delivery.id} ${position}`
  const { update } = read
  const writer = update.kind === 'EDIT' || update.kind === 'DELETE' ? writers.get(`${channelAccountId} ${update.externalId}`) : undefined
  return `${channelAccountId} ${writer ?? subjectOf(update)}`
}

function subjectOf(update: ChannelUpdate): string {
  switch (update.kind) {
    case 'MESSAGE':
    case 'REACTION':
    case 'SEEN': return update.from.externalId
    case 'ECHO': return update.to.externalId
    case 'AVAILABLE': return update.person.externalId
    case 'STATUS': return `status ${update.reference ?? update.externalId}`
    case 'EDIT':
    case 'DELETE': return `message ${update.externalId}`
    case 'PERSON_CHANGED': return update.becomes.externalId
    case 'ACCOUNT': return 'account'
    case 'ASIDE': return 'aside'
  }
}
