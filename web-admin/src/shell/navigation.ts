import type { NavGroup } from '@botpro/ui/app.ts'
import type { Viewer, ViewerRole } from '@botpro/ui/session/session.ts'

const READERS: ViewerRole[] = ['ANALYST', 'SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT']
const REVIEWERS: ViewerRole[] = ['SUPERVISOR', 'ADMIN', 'OWNER', 'SUPPORT']
const CONFIGURERS: ViewerRole[] = ['ADMIN', 'OWNER', 'SUPPORT']

export const navigation: NavGroup[] = [
  {
    items: [
      { labelKey: 'dashboard.platformTitle', icon: 'i-lucide-gauge', to: '/platform', roles: ['OPERATOR'] },
      { labelKey: 'tenants.title', icon: 'i-lucide-building-2', to: '/tenants', roles: ['OPERATOR', 'RESELLER'] },
      { labelKey: 'resellers.title', icon: 'i-lucide-handshake', to: '/resellers', roles: ['OPERATOR'] },
      { labelKey: 'bots.golive.reviews.title', icon: 'i-lucide-clipboard-check', to: '/bot-reviews', roles: ['OPERATOR'] },
      { labelKey: 'dashboard.title', icon: 'i-lucide-chart-column', to: '/today', roles: READERS },
      { labelKey: 'moods.title', icon: 'i-lucide-smile', to: '/moods', feature: 'SENTIMENT', roles: READERS },
      { labelKey: 'surveys.title', icon: 'i-lucide-star', to: '/surveys', feature: 'SURVEYS', roles: READERS },
    ],
  },
  {
    labelKey: 'nav.commercial',
    items: [
      { labelKey: 'catalogue.title', icon: 'i-lucide-tags', to: '/catalogue', roles: ['OPERATOR', 'RESELLER'] },
    ],
  },
  {
    labelKey: 'nav.service',
    items: [
      { labelKey: 'channels.title', icon: 'i-lucide-globe', to: '/channels', roles: CONFIGURERS },
      { labelKey: 'bots.title', icon: 'i-lucide-workflow', to: '/bots', roles: CONFIGURERS },
      { labelKey: 'bot.title', icon: 'i-lucide-bot', to: '/bot', roles: CONFIGURERS },
      { labelKey: 'agenda.title', icon: 'i-lucide-calendar-days', to: '/appointments', roles: REVIEWERS },
      { labelKey: 'calendar.title', icon: 'i-lucide-calendar-clock', to: '/calendar', roles: READERS },
      { labelKey: 'requestTypes.title', icon: 'i-lucide-clipboard-list', to: '/request-types', roles: CONFIGURERS },
      { labelKey: 'payments.title', icon: 'i-lucide-banknote', to: '/payments', roles: REVIEWERS },
    ],
  },
  {
    labelKey: 'nav.understanding',
    items: [
      { labelKey: 'understanding.intents.title', icon: 'i-lucide-message-square-quote', to: '/intents', roles: READERS },
      { labelKey: 'understanding.entities.title', icon: 'i-lucide-tags', to: '/entity-types', roles: READERS },
      { labelKey: 'review.title', icon: 'i-lucide-inbox', to: '/review', roles: REVIEWERS },
      { labelKey: 'models.title', icon: 'i-lucide-graduation-cap', to: '/models', roles: READERS },
    ],
  },
  {
    labelKey: 'nav.knowledge',
    items: [
      { labelKey: 'faq.title', icon: 'i-lucide-messages-square', to: '/questions', feature: 'QA', roles: READERS },
      { labelKey: 'sources.title', icon: 'i-lucide-book-open', to: '/sources', feature: 'QA', roles: READERS },
      { labelKey: 'unanswered.title', icon: 'i-lucide-message-circle-question', to: '/unanswered', feature: 'QA', roles: REVIEWERS },
    ],
  },
  {
    labelKey: 'nav.organisation',
    items: [
      { labelKey: 'members.title', icon: 'i-lucide-users', to: '/members', roles: READERS },
      { labelKey: 'company.title', icon: 'i-lucide-building', to: '/company', roles: CONFIGURERS },
      { labelKey: 'commerce.title', icon: 'i-lucide-receipt-text', to: '/billing', roles: CONFIGURERS },
      { labelKey: 'connectors.title', icon: 'i-lucide-plug', to: '/connectors', roles: CONFIGURERS },
      { labelKey: 'predictive.title', icon: 'i-lucide-sparkles', to: '/predictive-models', feature: 'PREDICTIVE_MODEL', roles: CONFIGURERS },
      { labelKey: 'apiKeys.title', icon: 'i-lucide-key-round', to: '/api-keys', roles: CONFIGURERS },
      { labelKey: 'audit.title', icon: 'i-lucide-scroll-text', to: '/audit', roles: CONFIGURERS },
    ],
  },
]

const HOMES: Partial<Record<ViewerRole, string>> = { OPERATOR: '/platform', RESELLER: '/tenants' }
export const homeOf = ({ role }: Viewer) => (role && HOMES[role]) ?? '/today'
