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
import { affiliationStatusFlow } from './affiliation-status.flow.ts'
import { affiliationFlow } from './affiliation.flow.ts'
import { appointmentBookingFlow } from './appointment-booking.flow.ts'
import { availabilityFlow } from './availability.flow.ts'
import { centresFlow } from './centres.flow.ts'
import { claimStatusFlow } from './claim-status.flow.ts'
import { claimsFlow } from './claims.flow.ts'
import { emergencyWords, soundsUrgent, specialities, words } from './clinic.ts'
import { emergencyFlow } from './emergency.flow.ts'
import { healthFaqs } from './health-faqs.ts'
import { identifyMemberFlow } from './identify-member.flow.ts'
import { mainMenuFlow } from './main-menu.flow.ts'
import { paymentsFlow } from './payments.flow.ts'
import { preauthorisationStatusFlow } from './preauthorisation-status.flow.ts'
import { preauthorisationFlow } from './preauthorisation.flow.ts'
import { questionsFlow } from './questions.flow.ts'
import { resultsFlow } from './results.flow.ts'
import { appointmentTests } from './tests/appointments.tests.ts'
import { claimTests } from './tests/claims.tests.ts'
import { coverageTests } from './tests/coverage.tests.ts'
import { membershipTests } from './tests/membership.tests.ts'
import { paymentTests } from './tests/payments.tests.ts'
import { serviceTests } from './tests/service.tests.ts'
import { visitSurveyFlow } from './visit-survey.flow.ts'

const usual = botSettings()

const MOST_WORDS = 50

/** Whatever is being asked, words of an emergency leave it: the flow for people sees to them first. */
const person = {
  ES: [...emergencyWords.ES, ...usual.words.person.ES ?? []].slice(0, MOST_WORDS), EN: [...emergencyWords.EN, ...usual.words.person.EN ?? []].slice(0, MOST_WORDS),
}

const WEEK = [1, 2, 3, 4, 5]

export const healthTemplate: BotTemplate = {
  key: 'health',
  sector: 'HEALTH',
  name: t('Clínica o seguro de salud', 'Clinic or health insurer'),
  description: t(
    'Citas con recordatorio, médicos y horas libres, afiliación, preautorizaciones, reclamos y reembolsos, pagos, resultados y encuesta.',
    'Appointments with reminders, physicians and free times, membership, pre-authorisations, claims and refunds, payments, results and survey.',
  ),
  packs: ['health', 'insurance'],
  connectors: [{ key: 'health', name: t('Sistema de la clínica (demostración)', 'Clinic system (demo)'), system: 'health' }],
  payments: 'health',
  content: {
    settings: botSettings({ words: { ...usual.words, person } }),
    flows: [
      emergencyFlow,
      appointmentCancelFlow(words, ['cancel_appointment']), appointmentMoveFlow(words, ['reschedule_appointment']), myAppointmentsFlow(words, ['confirm_appointment']), availabilityFlow,
      affiliationStatusFlow, preauthorisationStatusFlow, claimStatusFlow, affiliationFlow, preauthorisationFlow, claimsFlow, paymentsFlow, resultsFlow, visitSurveyFlow, centresFlow,
      appointmentBookingFlow, questionsFlow, personOrMessageFlow({ urgent: { when: soundsUrgent('message.text'), flow: 'emergency' } }),
      mainMenuFlow, anythingElseFlow, chooseTimeFlow(specialities, words), chooseAppointmentFlow(words), identifyMemberFlow, payDueFlow('health'), welcomeFlow,
    ],
    tests: [...appointmentTests, ...membershipTests, ...coverageTests, ...claimTests, ...paymentTests, ...serviceTests],
  },
  appointments: {
    services: specialities.map(({ key, title }) => ({
      key, name: title, minutes: 30,
      reminders: [
        { minutesBefore: 24 * 60, text: t('Hola, {{name}}. Le recordamos su cita de {{service}} el {{date}} a las {{time}} ({{person}}). Si necesita moverla o cancelarla, responda «mi cita».', 'Hello {{name}}. This is a reminder of your {{service}} appointment on {{date}} at {{time}} with {{person}}. To move or cancel it, reply “my appointment”.') },
        { minutesBefore: 120, text: t('Le esperamos hoy a las {{time}} ({{person}}). Recuerde traer su cédula y su carnet.', 'We look forward to seeing you today at {{time}} with {{person}}. Please bring your ID and your card.') },
      ],
    })),
    resources: specialities.flatMap(({ key, resources }) => resources.map(({ key: resource, title }) => ({
      key: resource, name: title, services: [key],
      hours: [{ weekdays: WEEK, opens: '08:00', closes: '12:00' }, { weekdays: WEEK, opens: '14:00', closes: '17:00' }],
    }))),
  },
  requestTypes: [
    callbackType,
    {
      key: 'include_dependant', name: t('Incluir dependiente', 'Add a dependant'),
      fields: [
        { name: 'cedula', label: t('Cédula del titular', 'Main member’s cédula') },
        { name: 'dependant', label: t('Dependiente', 'Dependant') },
        { name: 'certificate', label: t('Acta', 'Certificate') },
      ],
    },
  ],
  faqs: healthFaqs,
}
