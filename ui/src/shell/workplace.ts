import type { Viewer } from '../session/session.ts'

export type Workplace = Viewer['workplaces'][number]

export const workplaceName = (place: Pick<Workplace, 'tenant' | 'reseller'>) => place.tenant?.name ?? place.reseller?.name

/** Whether the viewer works there now. An operator who looks into a tenant is away from her own place. */
export const isHere = (place: Workplace, viewer: Viewer) =>
  viewer.role === place.role && viewer.tenant?.id === place.tenant?.id && viewer.reseller?.id === place.reseller?.id
