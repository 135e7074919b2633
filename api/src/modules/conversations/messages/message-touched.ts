import type { Unit } from '../../../platform/unit.ts'

/** Something of a message is another than it was: whoever shows it is told. */
export async function messageTouched(unit: Unit, { messageId, conversationId }: { messageId: string; conversationId: string }): Promise<void> {
  await unit.sql('message-touched', 'update message set version = version + 1 where tenant_id = $1 and id = $2', [unit.tenantId, messageId])
  unit.record({ kind: 'MESSAGE_CHANGED', conversationId, subjectId: messageId })
}
