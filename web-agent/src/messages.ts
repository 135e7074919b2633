import type { Messages } from '@botpro/ui/i18n/i18n.ts'
import contactEn from './features/contact/messages.en.ts'
import contactEs from './features/contact/messages.es.ts'
import contentEn from './features/content/messages.en.ts'
import contentEs from './features/content/messages.es.ts'
import conversationEn from './features/conversation/messages.en.ts'
import conversationEs from './features/conversation/messages.es.ts'
import inboxEn from './features/inbox/messages.en.ts'
import inboxEs from './features/inbox/messages.es.ts'
import notificationsEn from './features/notifications/messages.en.ts'
import notificationsEs from './features/notifications/messages.es.ts'
import paymentsEn from './features/payments/messages.en.ts'
import paymentsEs from './features/payments/messages.es.ts'
import requestsEn from './features/requests/messages.en.ts'
import requestsEs from './features/requests/messages.es.ts'
import searchEn from './features/search/messages.en.ts'
import searchEs from './features/search/messages.es.ts'
import sendingEn from './features/sending/messages.en.ts'
import sendingEs from './features/sending/messages.es.ts'
import shortcutsEn from './features/shortcuts/messages.en.ts'
import shortcutsEs from './features/shortcuts/messages.es.ts'
import sortingEn from './features/sorting/messages.en.ts'
import sortingEs from './features/sorting/messages.es.ts'
import templatesEn from './features/templates/messages.en.ts'
import templatesEs from './features/templates/messages.es.ts'
import deskEn from './shell/messages.en.ts'
import deskEs from './shell/messages.es.ts'

export const messages: Messages = {
  es: {
    contact: contactEs, content: contentEs, conversation: conversationEs, desk: deskEs, inbox: inboxEs, notifications: notificationsEs,
    payments: paymentsEs, requests: requestsEs, search: searchEs, sending: sendingEs, shortcuts: shortcutsEs, sorting: sortingEs, templates: templatesEs,
  },
  en: {
    contact: contactEn, content: contentEn, conversation: conversationEn, desk: deskEn, inbox: inboxEn, notifications: notificationsEn,
    payments: paymentsEn, requests: requestsEn, search: searchEn, sending: sendingEn, shortcuts: shortcutsEn, sorting: sortingEn, templates: templatesEn,
  },
}
