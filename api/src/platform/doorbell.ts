import type { Broadcast } from './broadcast.ts'

/** Says that a tenant's log grew, and how far. A ring may be lost: who listens also looks now and then. */
export interface Doorbell {
  ring(tenantId: string, seq: number): void
  listen(tenantId: string, heard: (seq: number) => void): () => void
}

const topicOf = (tenantId: string) => `event-log:${tenantId}`

export const openDoorbell = (broadcast: Broadcast): Doorbell => ({
  ring: (tenantId, seq) => broadcast.send(topicOf(tenantId), seq),
  listen: (tenantId, heard) => broadcast.hear(topicOf(tenantId), heard),
})
