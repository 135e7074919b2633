import type { Message } from '../../live/desk.ts'
import { dayOf } from '../../shell/days.ts'

export interface DayOfMessages<Item> { day: string; runs: Item[][] }
type Placed = Pick<Message, 'sentAt' | 'author' | 'visibility' | 'notice'> & { member: { id: string } | null }

const RUN_MINUTES = 5

/** Said in one breath: by the same person, to the same people, within minutes. */
function belongsToRun(before: Placed, next: Placed) {
  const minutes = (Date.parse(next.sentAt) - Date.parse(before.sentAt)) / 60_000
  return !before.notice && !next.notice && before.author === next.author && before.visibility === next.visibility
    && before.member?.id === next.member?.id && minutes < RUN_MINUTES
}

export function groupByDay<Item extends Placed>(messages: Item[], timeZone: string): DayOfMessages<Item>[] {
  const days: DayOfMessages<Item>[] = []
  for (const message of messages) {
    const day = dayOf(message.sentAt, timeZone)
    if (days.at(-1)?.day !== day) days.push({ day, runs: [] })
    const { runs } = days.at(-1)!
    const run = runs.at(-1)
    if (run && belongsToRun(run.at(-1)!, message)) run.push(message)
    else runs.push([message])
  }
  return days
}
