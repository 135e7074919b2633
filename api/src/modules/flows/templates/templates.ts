import type { Key } from '@botpro/graphql/flows'
import { healthTemplate } from './health/health.template.ts'
import type { BotTemplate } from './template.ts'

/** The bots that a tenant may begin with. */
export const botTemplates: BotTemplate[] = [healthTemplate]

export const templateOf = (key: Key): BotTemplate | undefined => botTemplates.find(template => template.key === key)
