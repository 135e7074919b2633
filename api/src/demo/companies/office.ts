import { onWeekdays, type Company } from '../company.ts'
import { governmentScripts } from '../scripts/government.ts'
import { officeQuestions } from './office.questions.ts'

export const office: Company = {
  profile: {
    name: 'Dirección de Licencias y Certificaciones', slug: 'licencias', sector: 'GOVERNMENT', institution: 'PUBLIC',
  },
  domain: 'licencias',
  isResold: false,
  hours: onWeekdays('08:00', '16:00'),
  people: [
    { name: 'Ramón Emilio Paniagua', mailbox: 'propietario', role: 'OWNER' },
    { name: 'Yokasta Liriano', mailbox: 'admin', role: 'ADMIN' },
    { name: 'Bienvenida Objío', mailbox: 'supervisora', role: 'SUPERVISOR' },
    { name: 'Starlin Guzmán', mailbox: 'agente', role: 'AGENT' },
    { name: 'Elizabeth Roa', mailbox: 'elizabeth.roa', role: 'AGENT' },
    { name: 'Francisco Javier Tejeda', mailbox: 'francisco.tejeda', role: 'AGENT' },
    { name: 'Dahiana Sepúlveda', mailbox: 'dahiana.sepulveda', role: 'AGENT' },
    { name: 'Kelvin Aybar', mailbox: 'analista', role: 'ANALYST' },
  ],
  questions: officeQuestions,
  site: 'Portal ciudadano',
  widget: {
    color: '#1d4e9e', side: 'RIGHT', botName: 'Asistente ciudadano',
    texts: [
      {
        language: 'ES', title: 'Licencias y Certificaciones', subtitle: 'Atención a la ciudadanía',
        greeting: 'Le saluda el asistente de la Dirección de Licencias y Certificaciones. Estoy a su servicio las 24 horas. ¿Qué trámite desea realizar?',
        outOfHours: 'Nuestras oficinas están cerradas en este momento. Describa su solicitud y un representante le responderá el próximo día laborable. Los trámites en línea están disponibles a toda hora.',
      },
      {
        language: 'EN', title: 'Licences and Certificates', subtitle: 'Service to citizens',
        greeting: 'This is the assistant of the Office of Licences and Certificates, at your service around the clock. What would you like to apply for?',
        outOfHours: 'Our offices are closed right now. Describe your request and a representative will answer on the next working day. Online services are available at any time.',
      },
    ],
  },
  bot: [
    {
      language: 'ES',
      menuText: 'Seleccione el servicio que necesita:',
      notUnderstood: 'No pude identificar el servicio que solicita. Seleccione una de las opciones o pida hablar con una persona.',
      options: [
        { id: 'certificates', title: 'Certificaciones', action: 'ANSWER', answer: 'Emitimos certificaciones de registro, de estatus y de no objeción, con firma digital. Requisitos:\n• Cédula o RNC\n• Pago de la tasa: RD$ 800.00\n\nPlazo: tres días laborables. La recibe por correo con un código de verificación.' },
        { id: 'licences', title: 'Licencias y renovaciones', action: 'ANSWER', answer: 'Licencia nueva: 15 días laborables, con inspección. Renovación: cinco días laborables, hasta el día del vencimiento. Necesita la certificación de bomberos vigente y el registro mercantil. Puede hacerlo todo en el portal.' },
        { id: 'payments', title: 'Pagos y tasas', action: 'ANSWER', answer: 'Puede pagar en línea con tarjeta o en cualquier sucursal bancaria con su volante. Los pagos en línea se reflejan al momento; los de ventanilla, en 24 horas laborables. Ningún funcionario puede cobrarle en efectivo.' },
        { id: 'status', title: 'Estado de mi solicitud', action: 'ANSWER', answer: 'Consulte su solicitud en el portal, en «Mis solicitudes», con su número de expediente. Si dice «en revisión» por más de diez días laborables, pida hablar con una persona.' },
        { id: 'hours', title: 'Horario de las oficinas', action: 'OPENING_HOURS', answer: null },
        { id: 'person', title: 'Hablar con un representante', action: 'TALK_TO_A_PERSON', answer: null },
      ],
    },
    {
      language: 'EN',
      menuText: 'Choose the service you need:',
      notUnderstood: 'I could not tell which service you need. Choose one of the options, or ask for a person.',
      options: [
        { id: 'certificates', title: 'Certificates', action: 'ANSWER', answer: 'We issue certificates of registration, of status and of no objection, digitally signed. You need your ID or tax number and pay a fee of RD$ 800.00. You receive it by e-mail within three working days.' },
        { id: 'licences', title: 'Licences and renewals', action: 'ANSWER', answer: 'New licence: 15 working days, with an inspection. Renewal: five working days, up to the day it expires. You need a valid fire department certificate and the commercial registration. Everything can be done in the portal.' },
        { id: 'payments', title: 'Payments and fees', action: 'ANSWER', answer: 'Pay online by card, or at any bank branch with your payment slip. Online payments show at once, those at the counter within 24 business hours. No official may ask you for cash.' },
        { id: 'status', title: 'State of my application', action: 'ANSWER', answer: 'See your application in the portal, under My applications, with its number. If it says “in review” for more than ten working days, ask for a person.' },
        { id: 'hours', title: 'Office hours', action: 'OPENING_HOURS', answer: null },
        { id: 'person', title: 'Talk to a representative', action: 'TALK_TO_A_PERSON', answer: null },
      ],
    },
  ],
  prefix: 'DL',
  places: {
    ES: ['Santo Domingo Este', 'Santiago', 'La Vega', 'San Cristóbal', 'Higüey'],
    EN: ['Santo Domingo', 'Santiago'],
  },
  scripts: governmentScripts,
}
