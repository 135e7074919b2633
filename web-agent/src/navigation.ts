import type { NavGroup } from '@botpro/ui/app.ts'
import type { ViewerRole } from '@botpro/ui/session/session.ts'
import type { Counts } from './shell/counts.ts'
import { pathOf, VIEW_ICONS, VIEWS } from './shell/useDeskRoute.ts'

const ANSWERING: ViewerRole[] = ['AGENT', 'SUPERVISOR', 'ADMIN', 'OWNER']
export const ADMITTED: ViewerRole[] = [...ANSWERING, 'SUPPORT']

/** Who looks in as support has nothing of her own. */
const rolesFor = (view: (typeof VIEWS)[number]) => (view === 'MINE' ? ANSWERING : ADMITTED)

/** A view without a count, or with nobody in it, shows none. */
function badgeOf(view: (typeof VIEWS)[number], counts: Counts | null) {
  if (!counts || view === 'CLOSED') return undefined
  const count = { MINE: counts.mine, UNASSIGNED: counts.unassigned, ALL: counts.all, BOT: counts.bot, URGENT: counts.urgent ?? 0 }[view]
  return count > 0 ? String(count) : undefined
}

export const navigation = (counts: { value: Counts | null }): NavGroup[] => [{
  items: VIEWS.map(view => ({
    labelKey: `desk.view.${view}`, icon: VIEW_ICONS[view], to: pathOf(view), roles: rolesFor(view), badge: () => badgeOf(view, counts.value),
  })),
}, {
  items: [{ labelKey: 'requests.title', icon: 'i-lucide-clipboard-list', to: '/requests', roles: ADMITTED }],
}]
