import type { Line } from '../adapter.ts'
import { askGraph } from '../meta/graph.ts'
import { GraphRefused } from '../meta/graph-error.ts'
import { ProviderSilent } from '../provider-http.ts'

/** WhatsApp knows typing only as something beside the receipt of a message. */
export async function signalWhatsapp({ kind, messageId }: { kind: 'READ' | 'TYPING'; messageId: string | null }, line: Line): Promise<void> {
  if (!messageId) return
  const json = { messaging_product: 'whatsapp', status: 'read', message_id: messageId, ...(kind === 'TYPING' && { typing_indicator: { type: 'text' } }) }
  try {
    await askGraph(line, { path: `${line.settings['phoneNumberId']}/messages`, method: 'POST', json })
  } catch (error) {
    // Nobody misses it.
    if (!(error instanceof GraphRefused || error instanceof ProviderSilent)) throw error
  }
}
