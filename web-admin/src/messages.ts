import type { Messages } from '@botpro/ui/i18n/i18n.ts'
import apiKeysEn from './features/api-keys/messages.en.ts'
import apiKeysEs from './features/api-keys/messages.es.ts'
import auditEn from './features/audit/messages.en.ts'
import auditEs from './features/audit/messages.es.ts'
import botEn from './features/bot/messages.en.ts'
import botEs from './features/bot/messages.es.ts'
import calendarEn from './features/calendar/messages.en.ts'
import calendarEs from './features/calendar/messages.es.ts'
import connectEn from './features/channels/connect/messages.en.ts'
import connectEs from './features/channels/connect/messages.es.ts'
import fieldsEn from './features/channels/fields.en.ts'
import fieldsEs from './features/channels/fields.es.ts'
import channelsEn from './features/channels/messages.en.ts'
import channelsEs from './features/channels/messages.es.ts'
import templatesEn from './features/channels/templates/messages.en.ts'
import templatesEs from './features/channels/templates/messages.es.ts'
import appChannelEn from './features/channels/app/messages.en.ts'
import appChannelEs from './features/channels/app/messages.es.ts'
import webChannelEn from './features/channels/web/messages.en.ts'
import webChannelEs from './features/channels/web/messages.es.ts'
import companyEn from './features/company/messages.en.ts'
import companyEs from './features/company/messages.es.ts'
import connectorsEn from './features/connectors/messages.en.ts'
import connectorsEs from './features/connectors/messages.es.ts'
import dashboardEn from './features/dashboard/messages.en.ts'
import dashboardEs from './features/dashboard/messages.es.ts'
import answersEn from './features/knowledge/answers/messages.en.ts'
import answersEs from './features/knowledge/answers/messages.es.ts'
import faqEn from './features/knowledge/faq/messages.en.ts'
import faqEs from './features/knowledge/faq/messages.es.ts'
import sourcesEn from './features/knowledge/sources/messages.en.ts'
import sourcesEs from './features/knowledge/sources/messages.es.ts'
import unansweredEn from './features/knowledge/unanswered/messages.en.ts'
import unansweredEs from './features/knowledge/unanswered/messages.es.ts'
import linksEn from './features/links/messages.en.ts'
import linksEs from './features/links/messages.es.ts'
import membersEn from './features/members/messages.en.ts'
import membersEs from './features/members/messages.es.ts'
import modelsEn from './features/models/messages.en.ts'
import modelsEs from './features/models/messages.es.ts'
import moodsEn from './features/moods/messages.en.ts'
import moodsEs from './features/moods/messages.es.ts'
import paymentsEn from './features/payments/messages.en.ts'
import paymentsEs from './features/payments/messages.es.ts'
import predictiveEn from './features/predictive/messages.en.ts'
import predictiveEs from './features/predictive/messages.es.ts'
import requestTypesEn from './features/request-types/messages.en.ts'
import requestTypesEs from './features/request-types/messages.es.ts'
import resellersEn from './features/resellers/messages.en.ts'
import resellersEs from './features/resellers/messages.es.ts'
import reviewEn from './features/review/messages.en.ts'
import reviewEs from './features/review/messages.es.ts'
import studioEn from './features/studio/messages.en.ts'
import studioEs from './features/studio/messages.es.ts'
import surveysEn from './features/surveys/messages.en.ts'
import surveysEs from './features/surveys/messages.es.ts'
import tenantsEn from './features/tenants/messages.en.ts'
import tenantsEs from './features/tenants/messages.es.ts'
import understandingEn from './features/understanding/messages.en.ts'
import understandingEs from './features/understanding/messages.es.ts'
import navEn from './shell/messages.en.ts'
import navEs from './shell/messages.es.ts'

export const messages: Messages = {
  es: {
    answers: answersEs, apiKeys: apiKeysEs, audit: auditEs, bot: botEs, calendar: calendarEs, channels: channelsEs, company: companyEs, connect: connectEs, connectors: connectorsEs,
    dashboard: dashboardEs, faq: faqEs, fields: fieldsEs, links: linksEs, members: membersEs, models: modelsEs, moods: moodsEs, nav: navEs, payments: paymentsEs, predictive: predictiveEs, requestTypes: requestTypesEs,
    resellers: resellersEs, review: reviewEs, surveys: surveysEs,
    sources: sourcesEs, studio: studioEs, templates: templatesEs, tenants: tenantsEs, unanswered: unansweredEs, understanding: understandingEs, webChannel: webChannelEs, appChannel: appChannelEs,
  },
  en: {
    answers: answersEn, apiKeys: apiKeysEn, audit: auditEn, bot: botEn, calendar: calendarEn, channels: channelsEn, company: companyEn, connect: connectEn, connectors: connectorsEn,
    dashboard: dashboardEn, faq: faqEn, fields: fieldsEn, links: linksEn, members: membersEn, models: modelsEn, moods: moodsEn, nav: navEn, payments: paymentsEn, predictive: predictiveEn, requestTypes: requestTypesEn,
    resellers: resellersEn, review: reviewEn, surveys: surveysEn,
    sources: sourcesEn, studio: studioEn, templates: templatesEn, tenants: tenantsEn, unanswered: unansweredEn, understanding: understandingEn, webChannel: webChannelEn, appChannel: appChannelEn,
  },
}
