export type ChannelKind = 'WEB' | 'APP' | 'WHATSAPP' | 'MESSENGER' | 'INSTAGRAM' | 'TELEGRAM' | 'SMS' | 'EMAIL'

/** Drawings of no brand: what one does there. */
export const KIND_ICONS: Record<ChannelKind, string> = {
  WEB: 'i-lucide-globe', APP: 'i-lucide-smartphone', WHATSAPP: 'i-lucide-phone', MESSENGER: 'i-lucide-message-circle', INSTAGRAM: 'i-lucide-camera',
  TELEGRAM: 'i-lucide-send', SMS: 'i-lucide-message-square-text', EMAIL: 'i-lucide-mail',
}
