import type { Settings } from '../adapter.ts'
import type { ChannelProfile } from '../profile.ts'

/** WhatsApp carries nothing but words, so the token is at their end; people may write before and after it. */
const TOKEN = /\s*\(\s*ref\s*:\s*([a-z0-9]{16})\s*\)\s*/i

const GREETING = 'Hola'

export function whatsappLink({ phone = '' }: Settings, { token, text }: { token: string; text?: string }, { limits }: ChannelProfile): string {
  const words = `${text?.trim() || GREETING} (ref: ${token})`
  return `${limits['chatUrl']}/${phone.replace(/\D/g, '')}?text=${encodeURIComponent(words)}`
}

/** What the person wrote, without the token, which she did not. */
export function takeToken(text: string): { text: string; token?: string } {
  const found = TOKEN.exec(text)
  if (!found) return { text }
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)]
  return { text: [before, after].filter(Boolean).join(' ') || text.trim(), token: found[1]!.toLowerCase() }
}
