import type { ThreadMessage } from './merge.ts'
import type { OutboxEntry } from './outbox-entry.ts'

export interface TimelineMessage extends ThreadMessage {
  key: string
  pending?: OutboxEntry
}

export type TimelineRow =
  | { kind: 'day'; key: string; at: string }
  | { kind: 'notice'; key: string; message: TimelineMessage }
  | { kind: 'group'; key: string; messages: TimelineMessage[] }

const GROUP_GAP = 5 * 60_000

const stored = (message: ThreadMessage): TimelineMessage => ({ ...message, key: message.clientId ?? message.id })

const pendingOf = (entry: OutboxEntry): TimelineMessage => ({
  key: entry.clientId, id: entry.clientId, clientId: entry.clientId, position: Infinity, author: 'CONTACT',
  agentName: null, text: entry.text, menu: null, chosenOptionId: entry.optionId ?? null, notice: null, content: null,
  status: 'QUEUED', version: 0, sentAt: entry.createdAt, pending: entry,
  attachments: entry.files.map(file => ({ ...file, id: file.name, width: null, height: null, thumbnailUrl: null, state: 'READY', address: null })),
})

/** What is stored, and below it what is still on its way; the same message is never shown twice. */
export function timelineOf(
  messages: ThreadMessage[], entries: OutboxEntry[], between: TimelineMessage[] = [],
): TimelineMessage[] {
  const known = new Set(messages.map(message => message.clientId))
  const pending = entries.filter(entry => !known.has(entry.clientId))
  return [...messages.map(stored), ...between, ...pending.map(pendingOf)]
}

const dayOf = (message: ThreadMessage) => new Date(message.sentAt).toDateString()

function continues(group: TimelineMessage[], message: TimelineMessage) {
  const last = group.at(-1)
  if (!last || last.menu || last.author !== message.author || last.agentName !== message.agentName) return false
  return Date.parse(message.sentAt) - Date.parse(last.sentAt) < GROUP_GAP
}

/** Days, notices, and bubbles grouped by who wrote them in one breath. */
export function rowsOf(messages: TimelineMessage[]): TimelineRow[] {
  const rows: TimelineRow[] = []
  let day = ''
  for (const message of messages) {
    // What was only said, and not stored yet, belongs to no day.
    if (message.position && dayOf(message) !== day) {
      day = dayOf(message)
      rows.push({ kind: 'day', key: day, at: message.sentAt })
    }
    const last = rows.at(-1)
    if (message.author === 'SYSTEM') rows.push({ kind: 'notice', key: message.key, message })
    else if (last?.kind === 'group' && continues(last.messages, message)) last.messages.push(message)
    else rows.push({ kind: 'group', key: `${message.key}:group`, messages: [message] })
  }
  return rows
}

/** The menu that may still be answered, and what was chosen from those before. */
export function choicesOf(messages: TimelineMessage[]) {
  const chosen = new Map<string, string>()
  let open: TimelineMessage | undefined
  for (const message of messages) {
    if (message.menu) open = message
    else if (message.author === 'CONTACT') {
      if (open && message.chosenOptionId) chosen.set(open.key, message.chosenOptionId)
      open = undefined
    } else if (message.notice && message.notice !== 'RETURNED_TO_BOT') open = undefined
  }
  return { chosen, openKey: open?.key }
}
