import type { Answered } from '../provider-server.ts'
import type { WhatsappDouble } from '../whatsapp.ts'
import { jsonOf, ok, uploadedFile, type GraphCall } from './graph-call.ts'

/** What Graph answers besides sends, by method, object and edge. */
export const graphRoutes: Readonly<Record<string, (call: GraphCall, double: WhatsappDouble) => Promise<Answered> | Answered>> = {
  'GET number/': (_, double) => ok({ ...double.number, display_phone_number: spaced(double.phone), id: double.settings['phoneNumberId'] }),
  'POST number/media': async (call, double) => ok(double.media.upload(await uploadedFile(call))),
  'GET media/': (call, double) => ok(double.media.describe(call.path[1]!, double.url)),
  'GET account/subscribed_apps': (_, double) => ok({ data: double.isSubscribed ? [{ whatsapp_business_api_data: { id: '67084', name: 'Double', link: 'https://www.facebook.com' } }] : [] }),
  'POST account/subscribed_apps': (_, double) => ((double.isSubscribed = true), ok({ success: true })),
  'DELETE account/subscribed_apps': (_, double) => ((double.isSubscribed = false), ok({ success: true })),
  'GET account/message_templates': (call, double) => ok(double.templates.page(call.query)),
  'POST account/message_templates': (call, double) => ok(double.templates.create(jsonOf(call))),
  'DELETE account/message_templates': (call, double) => ok(double.templates.delete(call.query)),
}

/** As Meta shows a number. */
const spaced = (phone: string) => `+${phone.slice(0, -10)} ${phone.slice(-10, -7)}-${phone.slice(-7, -4)}-${phone.slice(-4)}`
