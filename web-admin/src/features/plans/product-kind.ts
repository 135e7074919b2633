import type { ProductKind } from '../../contract/graphql.ts'

export const KIND_ICONS: Record<ProductKind, string> = {
  PLAN: 'i-lucide-package', WHATSAPP: 'i-lucide-message-circle', ADD_ON: 'i-lucide-puzzle', SERVICE: 'i-lucide-wrench',
}
