import type { ThreadMessage } from './merge.ts'

export const message = (given: Partial<ThreadMessage> = {}): ThreadMessage => ({
  id: `m${given.position ?? 1}`, position: 1, author: 'BOT', agentName: null, text: 'hola', menu: null,
  chosenOptionId: null, notice: null, attachments: [], content: null, status: 'SENT', sentAt: '2026-03-02T14:00:00.000Z',
  clientId: null, version: 1, ...given,
})
