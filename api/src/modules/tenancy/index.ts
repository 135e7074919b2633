import { BusinessHours } from './business-hours.entity.ts'
import { Reseller } from './reseller.entity.ts'
import { Tenant } from './tenant.entity.ts'
import './tenancy.tables.ts'

export const tenancyEntities = [Tenant, Reseller, BusinessHours]

export {
  BusinessCalendar,
  isTimeZone,
  minutesOf,
  overlappingWeekday,
  weekdays,
  type Holiday,
  type Opening,
  type OpeningInterval,
  type Weekday,
} from './business-calendar.ts'
export { CalendarService, type NewCalendar } from './calendar.service.ts'
export { ResellerService } from './reseller.service.ts'
export {
  businessCalendarOf, loadCalendars, loadResellers, loadTenants, loadWholeTenants, tenantLanguage,
} from './tenancy.loaders.ts'
export { ServiceHolds, type HeldTenant, type HoldPlaced, type ServiceChanged } from './service/service-holds.ts'
export type { OpenHold } from './service/service-hold.store.ts'
export { isNotServed, SERVICE_RULES, stateUnder, type HoldKind, type HoldScope, type ServiceRules, type ServiceState } from './service/service-rules.ts'
export { alwaysServed, ServiceStates, type ServiceReader, type ServiceStanding } from './service/service-states.ts'
export { tenancyResolvers } from './tenancy.resolvers.ts'
export { nameProblem } from './tenant-input.ts'
export { IntervalsOverlap, SlugTaken } from './tenant.errors.ts'
export { tenantMeant } from './tenant-reach.ts'
export { mayConfigure, mayCreateReseller, mayCreateTenant } from './tenant.policy.ts'
export type { ResellerView, TenantRow } from './tenant.queries.ts'
export { TenantService, type NewTenant } from './tenant.service.ts'
export { Reseller, Tenant }
