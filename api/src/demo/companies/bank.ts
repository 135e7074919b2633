import { onWeekdays, type Company } from '../company.ts'
import { financialScripts } from '../scripts/financial.ts'
import { bankQuestions } from './bank.questions.ts'

export const bank: Company = {
  profile: { name: 'Banco Guayacán', slug: 'banco-guayacan', sector: 'FINANCIAL', institution: 'PRIVATE' },
  domain: 'guayacan',
  isResold: false,
  hours: [...onWeekdays('08:00', '17:00'), { weekday: 'SATURDAY', opens: '09:00', closes: '13:00' }],
  people: [
    { name: 'Altagracia Mejía', mailbox: 'propietaria', role: 'OWNER' },
    { name: 'Rafael Tavárez', mailbox: 'admin', role: 'ADMIN' },
    { name: 'Miguelina Cabral', mailbox: 'supervisora', role: 'SUPERVISOR' },
    { name: 'Yanelis Peralta', mailbox: 'agente', role: 'AGENT' },
    { name: 'Joel Cuevas', mailbox: 'joel.cuevas', role: 'AGENT' },
    { name: 'Carolina Beato', mailbox: 'carolina.beato', role: 'AGENT' },
    { name: 'Wander Figuereo', mailbox: 'wander.figuereo', role: 'AGENT' },
    { name: 'Nelson Ureña', mailbox: 'analista', role: 'ANALYST' },
  ],
  questions: bankQuestions,
  site: 'Portal del banco',
  widget: {
    color: '#0f6b4f', side: 'RIGHT', botName: 'ELENA',
    texts: [
      {
        language: 'ES', title: 'Banco Guayacán', subtitle: 'Respondemos al momento',
        greeting: '¡Le damos la bienvenida a Banco Guayacán! Soy ELENA, su asistente virtual. ¿En qué puedo ayudarle hoy?',
        outOfHours: 'Nuestro equipo está fuera de horario. Déjenos su consulta y le responderemos el próximo día laborable. Si necesita bloquear una tarjeta, puede hacerlo a cualquier hora desde la aplicación.',
      },
      {
        language: 'EN', title: 'Banco Guayacán', subtitle: 'We answer right away',
        greeting: 'Welcome to Banco Guayacán! I am ELENA, your virtual assistant. How can I help you today?',
        outOfHours: 'Our team is out of office. Leave us your question and we will answer on the next business day. To block a card, use the app at any time.',
      },
    ],
  },
  bot: [
    {
      language: 'ES',
      menuText: '¿Qué desea hacer?',
      notUnderstood: 'Disculpe, no le entendí bien. Puede elegir una de estas opciones o pedir que le atienda una persona.',
      options: [
        { id: 'accounts', title: 'Abrir una cuenta', action: 'ANSWER', answer: 'Para abrir una cuenta de ahorro necesita:\n• Cédula de identidad o pasaporte vigente\n• RD$ 500.00 de depósito inicial\n• Un comprobante de ingresos si espera mover más de RD$ 250,000.00 al mes\n\nPuede hacerlo desde nuestra aplicación en unos diez minutos o en cualquier sucursal.' },
        { id: 'cards', title: 'Tarjetas de crédito y débito', action: 'ANSWER', answer: 'Con nuestras tarjetas:\n• Débito Guayacán: sin costo de emisión con su cuenta de ahorro\n• Crédito Clásica: ingresos desde RD$ 20,000.00 al mes\n• Crédito Oro: ingresos desde RD$ 60,000.00 al mes\n\nPuede solicitarlas en la aplicación. La respuesta sale en dos días laborables.' },
        { id: 'loans', title: 'Préstamos', action: 'ANSWER', answer: 'Financiamos préstamos personales, de vehículo e hipotecarios. Para evaluarle necesitamos:\n• Cédula\n• Carta de trabajo\n• Los tres últimos volantes de pago o movimientos bancarios\n\nLa preaprobación personal toma 24 horas laborables.' },
        { id: 'claims', title: 'Reclamaciones', action: 'ANSWER', answer: 'Puede reclamar un consumo, un cargo o una transferencia por aquí, en la aplicación o en una sucursal. Le damos un número de reclamación y respondemos en un máximo de 30 días calendario. Si no reconoce un consumo, bloquee primero su tarjeta desde la aplicación.' },
        { id: 'hours', title: 'Horario de atención', action: 'OPENING_HOURS', answer: null },
        { id: 'person', title: 'Hablar con una persona', action: 'TALK_TO_A_PERSON', answer: null },
      ],
    },
    {
      language: 'EN',
      menuText: 'What would you like to do?',
      notUnderstood: 'Sorry, I did not quite get that. Choose one of these options, or ask for a person.',
      options: [
        { id: 'accounts', title: 'Open an account', action: 'ANSWER', answer: 'To open a savings account you need:\n• A valid ID card or passport\n• RD$ 500.00 as a first deposit\n• A proof of income if you expect to move more than RD$ 250,000.00 a month\n\nYou can do it in our app in about ten minutes, or at any branch.' },
        { id: 'cards', title: 'Credit and debit cards', action: 'ANSWER', answer: 'Our cards:\n• Guayacán Debit: free with your savings account\n• Classic Credit: income from RD$ 20,000.00 a month\n• Gold Credit: income from RD$ 60,000.00 a month\n\nApply in the app; you will hear from us within two business days.' },
        { id: 'loans', title: 'Loans', action: 'ANSWER', answer: 'We finance personal, car and home loans. We need your ID card, a letter from your employer and your last three payslips or bank movements. A personal loan is pre-approved within 24 business hours.' },
        { id: 'claims', title: 'Claims', action: 'ANSWER', answer: 'You can dispute a purchase, a charge or a transfer here, in the app or at a branch. You get a claim number and an answer within 30 calendar days. If you do not recognise a purchase, block your card in the app first.' },
        { id: 'hours', title: 'Opening hours', action: 'OPENING_HOURS', answer: null },
        { id: 'person', title: 'Talk to a person', action: 'TALK_TO_A_PERSON', answer: null },
      ],
    },
  ],
  prefix: 'GU',
  places: {
    ES: ['Naco', 'Bella Vista', 'Santiago Centro', 'San Pedro', 'La Vega'],
    EN: ['Naco', 'Bella Vista', 'Santiago Centro'],
  },
  scripts: financialScripts,
}
