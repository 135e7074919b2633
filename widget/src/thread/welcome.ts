import type { Session } from '../live/session.ts'
import type { TimelineMessage } from './timeline.ts'

/** The bot's first words as a message of the thread, before there is one. */
export const welcomeOf = (session?: Session, now = new Date()): TimelineMessage => ({
  key: 'welcome', id: 'welcome', clientId: null, position: 0, author: 'BOT', agentName: null, attachments: [], content: null,
  text: session?.welcome.text ?? '', menu: session?.welcome.menu ?? null, chosenOptionId: null, notice: null,
  status: 'READ', version: 0, sentAt: now.toISOString(),
})
