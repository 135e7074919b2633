import { defineEntity, p } from '@mikro-orm/core'
import type { Language } from '../../platform/language.ts'

export const sectors = ['FINANCIAL', 'RETAIL', 'HEALTH', 'GOVERNMENT', 'OTHER'] as const
export type Sector = (typeof sectors)[number]
export type InstitutionKind = 'PRIVATE' | 'PUBLIC'

export interface TenantProfile {
  name: string
  sector: Sector
  timeZone: string
  language: Language
}

const TenantSchema = defineEntity({
  name: 'Tenant',
  tableName: 'tenant',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    slug: p.text(),
    sector: p.string().$type<Sector>(),
    institution: p.string().$type<InstitutionKind>(),
    timeZone: p.text(),
    language: p.string().$type<Language>(),
    currency: p.text(),
    resellerId: p.uuid().nullable(),
    createdAt: p.datetime(),
  },
})

export class Tenant extends TenantSchema.class {
  describe({ name, sector, timeZone, language }: TenantProfile) {
    this.name = name
    this.sector = sector
    this.timeZone = timeZone
    this.language = language
  }
}
TenantSchema.setClass(Tenant)
