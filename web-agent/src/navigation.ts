import type { NavGroup } from '@botpro/ui/app.ts'
import type { Counts } from './shell/counts.ts'
import { pathOf, VIEW_ICONS, VIEWS } from './shell/useDeskRoute.ts'

/** A view without a count, or with nobody in it, shows none. */
function badgeOf(view: (typeof VIEWS)[number], counts: Counts | null) {
  if (!counts || view === 'CLOSED') return undefined
  const count = { MINE: counts.mine, UNASSIGNED: counts.unassigned, ALL: counts.all, BOT: counts.bot }[view]
  return count > 0 ? String(count) : undefined
}

export const navigation = (counts: { value: Counts | null }): NavGroup[] => [{
  items: VIEWS.map(view => ({
    labelKey: `desk.view.${view}`, icon: VIEW_ICONS[view], to: pathOf(view), badge: () => badgeOf(view, counts.value),
  })),
}]
