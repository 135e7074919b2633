import type { GeneratedAlways } from 'kysely'
import type { Language } from '../../platform/language.ts'
import type { Holiday, OpeningInterval } from './business-calendar.ts'
import type { InstitutionKind, Sector } from './tenant.entity.ts'

export interface TenantTable {
  id: string
  name: string
  name_key: GeneratedAlways<string>
  slug: string
  sector: Sector
  institution: InstitutionKind
  time_zone: string
  language: Language
  currency: string
  reseller_id: string | null
  created_at: Date
}

declare module '../../platform/database.ts' {
  interface Database {
    tenant: TenantTable
    reseller: { id: string; name: string; name_key: GeneratedAlways<string>; created_at: Date }
    business_calendar: {
      tenant_id: string
      id: string
      intervals: OpeningInterval[]
      holidays: Holiday[]
      version: number
    }
  }
}
