import type { Key } from '@botpro/graphql/flows'
import { financialTemplate } from './financial/financial.template.ts'
import { governmentTemplate } from './government/government.template.ts'
import { healthTemplate } from './health/health.template.ts'
import { retailTemplate } from './retail/retail.template.ts'
import type { BotTemplate } from './template.ts'

/** The bots that a tenant may begin with. */
export const botTemplates: BotTemplate[] = [financialTemplate, retailTemplate, healthTemplate, governmentTemplate]

export const templateOf = (key: Key): BotTemplate | undefined => botTemplates.find(template => template.key === key)
