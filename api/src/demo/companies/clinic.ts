import { onWeekdays, type Company } from '../company.ts'
import { healthScripts } from '../scripts/health.ts'
import { clinicQuestions } from './clinic.questions.ts'

export const clinic: Company = {
  profile: { name: 'Centro Médico Arrecife', slug: 'centro-arrecife', sector: 'HEALTH', institution: 'PRIVATE' },
  domain: 'arrecife',
  isResold: true,
  hours: [...onWeekdays('07:00', '19:00'), { weekday: 'SATURDAY', opens: '07:30', closes: '14:00' }],
  people: [
    { name: 'Dra. Mercedes Santana', mailbox: 'propietaria', role: 'OWNER' },
    { name: 'Eduardo Lantigua', mailbox: 'admin', role: 'ADMIN' },
    { name: 'Rosanna Febles', mailbox: 'supervisora', role: 'SUPERVISOR' },
    { name: 'Indhira Marte', mailbox: 'agente', role: 'AGENT' },
    { name: 'Carlos Manuel Disla', mailbox: 'carlos.disla', role: 'AGENT' },
    { name: 'Perla Jiminián', mailbox: 'perla.jiminian', role: 'AGENT' },
    { name: 'Anderson Mota', mailbox: 'anderson.mota', role: 'AGENT' },
    { name: 'Lissette Burgos', mailbox: 'analista', role: 'ANALYST' },
  ],
  questions: clinicQuestions,
  site: 'Página del centro',
  widget: {
    color: '#0b7285', side: 'RIGHT', botName: 'ELENA',
    texts: [
      {
        language: 'ES', title: 'Centro Médico Arrecife', subtitle: 'Citas, resultados y seguros',
        greeting: 'Le damos la bienvenida al Centro Médico Arrecife. Soy ELENA y puedo orientarle. Si se trata de una emergencia, llame al 911 o acuda a nuestra sala de emergencias, abierta las 24 horas.',
        outOfHours: 'El personal de citas y seguros está fuera de horario. Escriba su solicitud y le contestaremos a primera hora. Nuestra sala de emergencias está abierta las 24 horas.',
      },
      {
        language: 'EN', title: 'Centro Médico Arrecife', subtitle: 'Appointments, results and insurance',
        greeting: 'Welcome to Centro Médico Arrecife. I am ELENA and can point you the right way. In an emergency, call 911 or come to our emergency room, open around the clock.',
        outOfHours: 'Our appointments and insurance desk is closed. Write your request and we will answer first thing in the morning. The emergency room is open around the clock.',
      },
    ],
  },
  bot: [
    {
      language: 'ES',
      menuText: '¿Con qué podemos ayudarle?',
      notUnderstood: 'Disculpe, no logré entenderle. Elija una opción o solicite hablar con una persona. Por favor, no comparta aquí detalles de su historia clínica.',
      options: [
        { id: 'appointments', title: 'Citas médicas', action: 'ANSWER', answer: 'Puede solicitar, mover o cancelar citas por aquí. Tenga a mano:\n• El nombre del paciente\n• La especialidad o el médico\n• Su seguro, si tiene\n\nTenemos más de 30 especialidades y consultas por video. Pida hablar con una persona para reservar.' },
        { id: 'lab', title: 'Laboratorio e imágenes', action: 'ANSWER', answer: 'El laboratorio recibe sin cita desde las 6:30 a. m. La mayoría de los resultados están listos en 24 horas y los ve en el portal del paciente. Sonografías, resonancias y tomografías requieren cita y, a veces, ayuno.' },
        { id: 'insurance', title: 'Seguros y autorizaciones', action: 'ANSWER', answer: 'Trabajamos con las principales aseguradoras y con nuestro plan Arrecife Familia. Para una autorización necesitamos la indicación médica sellada y su carné. La respuesta suele llegar en menos de 24 horas.' },
        { id: 'hours', title: 'Horario de consultas', action: 'OPENING_HOURS', answer: null },
        { id: 'person', title: 'Hablar con una persona', action: 'TALK_TO_A_PERSON', answer: null },
      ],
    },
    {
      language: 'EN',
      menuText: 'How can we help you?',
      notUnderstood: 'Sorry, I could not understand that. Choose an option or ask for a person. Please do not share details of your medical history here.',
      options: [
        { id: 'appointments', title: 'Appointments', action: 'ANSWER', answer: 'You can book, move or cancel appointments here. Please have at hand the patient’s name, the specialty or doctor, and your insurance if you have one. We also see patients by video.' },
        { id: 'lab', title: 'Laboratory and imaging', action: 'ANSWER', answer: 'The laboratory takes walk-ins from 6:30 am. Most results are ready within 24 hours in the patient portal. Ultrasound, MRI and CT need an appointment and sometimes fasting.' },
        { id: 'insurance', title: 'Insurance and authorisations', action: 'ANSWER', answer: 'We work with the main local insurers, with travel insurance and with our own plan, Arrecife Familia. For an authorisation we need the stamped order of your doctor and your insurance card.' },
        { id: 'hours', title: 'Consultation hours', action: 'OPENING_HOURS', answer: null },
        { id: 'person', title: 'Talk to a person', action: 'TALK_TO_A_PERSON', answer: null },
      ],
    },
  ],
  prefix: 'AR',
  places: {
    ES: ['la sede de Gazcue', 'la sede de Arroyo Hondo', 'la torre de consultas'],
    EN: ['the Gazcue building', 'the Arroyo Hondo building'],
  },
  scripts: healthScripts,
}
