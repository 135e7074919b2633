import { CalendarService } from './calendar.service.ts'
import { ResellerResolver } from './reseller.resolver.ts'
import { ServiceResolver } from './service/service.resolver.ts'
import type { ServiceStates } from './service/service-states.ts'
import { TenantResolver } from './tenant.resolver.ts'
import { TenantService } from './tenant.service.ts'

/** For the composition root. Creating tenants and resellers invites people, and is answered one floor up. */
export const tenancyResolvers = ({ states }: { states: ServiceStates }): object[] =>
  [new TenantResolver(new TenantService(), new CalendarService()), new ResellerResolver(), new ServiceResolver(states)]
