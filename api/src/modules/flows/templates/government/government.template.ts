import { botSettings, t } from '../build/index.ts'
import { anythingElseFlow } from '../common/anything-else.flow.ts'
import { appointmentCancelFlow } from '../common/appointments/appointment-cancel.flow.ts'
import { appointmentMoveFlow } from '../common/appointments/appointment-move.flow.ts'
import { chooseAppointmentFlow } from '../common/appointments/choose-appointment.flow.ts'
import { chooseTimeFlow } from '../common/appointments/choose-time.flow.ts'
import { myAppointmentsFlow } from '../common/appointments/my-appointments.flow.ts'
import { payDueFlow } from '../common/pay-due.flow.ts'
import { callbackType, personOrMessageFlow } from '../common/person-or-message.flow.ts'
import { welcomeFlow } from '../common/welcome.flow.ts'
import type { BotTemplate } from '../template.ts'
import { appointmentBookingFlow } from './appointment-booking.flow.ts'
import { catalogueFlow } from './catalogue.flow.ts'
import { complaintsFlow } from './complaints.flow.ts'
import { followRequestFlow } from './follow-request.flow.ts'
import { governmentFaqs } from './government-faqs.ts'
import { identifyCitizenFlow } from './identify-citizen.flow.ts'
import { officeServices, words } from './institution.ts'
import { mainMenuFlow } from './main-menu.flow.ts'
import { officesFlow } from './offices.flow.ts'
import { paymentsFlow } from './payments.flow.ts'
import { renewalFlow } from './renewal.flow.ts'
import { serviceRequestFlow } from './service-request.flow.ts'
import { serviceSurveyFlow } from './service-survey.flow.ts'
import { appointmentTests } from './tests/appointments.tests.ts'
import { complaintTests } from './tests/complaints.tests.ts'
import { paymentTests } from './tests/payments.tests.ts'
import { renewalTests } from './tests/renewals.tests.ts'
import { requestTests } from './tests/requests.tests.ts'
import { serviceTests } from './tests/service.tests.ts'

const offices = officeServices[0]!.resources

export const governmentTemplate: BotTemplate = {
  key: 'government',
  sector: 'GOVERNMENT',
  name: t('Institución pública', 'Public institution'),
  description: t(
    'Oficinas y horarios, catálogo, solicitudes y renovaciones, pago de tasas e impuestos, seguimiento, quejas anónimas, encuestas y citas.',
    'Offices and hours, catalogue, requests and renewals, payment of fees and taxes, follow-up, anonymous complaints, surveys and appointments.',
  ),
  packs: ['government'],
  connectors: [{ key: 'government', name: t('Sistema de la institución (demostración)', 'Institution system (demo)'), system: 'government' }],
  payments: 'government',
  content: {
    settings: botSettings(),
    flows: [
      appointmentCancelFlow(words), appointmentMoveFlow(words), myAppointmentsFlow(words),
      followRequestFlow, renewalFlow, complaintsFlow, paymentsFlow, catalogueFlow, serviceSurveyFlow, officesFlow, appointmentBookingFlow, serviceRequestFlow, personOrMessageFlow(),
      mainMenuFlow, anythingElseFlow, chooseTimeFlow(officeServices, words), chooseAppointmentFlow(words), identifyCitizenFlow, payDueFlow('government'), welcomeFlow,
    ],
    tests: [...requestTests, ...renewalTests, ...paymentTests, ...complaintTests, ...appointmentTests, ...serviceTests],
  },
  appointments: {
    services: officeServices.map(({ key, title }) => ({
      key, name: title, minutes: 20,
      reminders: [
        { minutesBefore: 24 * 60, text: t('Hola, {{name}}. Le recordamos su cita para {{service}} el {{date}} a las {{time}} en la {{person}}. Si necesita moverla o cancelarla, responda «mi cita».', 'Hello {{name}}. This is a reminder of your appointment ({{service}}) on {{date}} at {{time}} at the {{person}}. To move or cancel it, reply “my appointment”.') },
      ],
    })),
    resources: offices.map(({ key, title }) => ({
      key, name: title, kind: 'ROOM', services: officeServices.map(service => service.key), hours: [{ weekdays: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:00' }],
    })),
  },
  requestTypes: [callbackType],
  faqs: governmentFaqs,
}
