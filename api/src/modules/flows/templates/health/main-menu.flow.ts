import { flow, jump, list, literal, option, t } from '../build/index.ts'

const flows = ['my_appointments', 'appointment_move', 'appointment_cancel', 'availability', 'centres', 'affiliation', 'preauthorisation', 'claims', 'payments', 'results', 'emergency', 'person']

export const mainMenuFlow = flow('main_menu', {
  name: 'Menú principal',
  steps: {
    menu: list({
      text: t('¿En qué le podemos ayudar?', 'How can we help you?'),
      options: {
        appointments: option(t('Citas médicas', 'Appointments'), 'appointments', { description: t('Agendar, ver, mover o cancelar', 'Book, see, move or cancel'), words: ['cita', 'citas', 'appointment'] }),
        centres: option(t('Centros y horarios', 'Centres and hours'), 'centres', { description: t('Dónde estamos y cuándo abrimos', 'Where we are and when we open'), words: ['horario', 'dirección', 'hours', 'address'] }),
        payments: option(t('Pagos', 'Payments'), 'payments', { description: t('De consultas y de su plan', 'Of visits and of your plan'), words: ['pagar', 'pay'] }),
        preauthorisation: option(t('Autorizaciones', 'Pre-authorisations'), 'preauthorisation', { description: t('De estudios y procedimientos', 'Of tests and procedures'), words: ['autorización', 'preautorización'] }),
        claims: option(t('Reclamos', 'Claims and refunds'), 'claims', { description: t('Reembolsos y quejas, nuevos o en curso', 'Refunds and complaints, new or open'), words: ['reclamo', 'reembolso', 'queja', 'claim', 'refund'] }),
        affiliation: option(t('Afiliación', 'Membership'), 'affiliation', { description: t('Afiliarse o incluir dependientes', 'Join or add dependants'), words: ['afiliarme', 'planes', 'join', 'plans'] }),
        results: option(t('Resultados', 'Test results'), 'results', { description: t('Saber si ya están listos', 'See whether they are ready') }),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'person'),
        emergency: option(t('Emergencia', 'Emergency'), 'emergency'),
      },
    }),
    appointments: list({
      text: t('Con gusto. ¿Qué desea hacer?', 'Gladly. What would you like to do?'),
      options: {
        book: option(t('Agendar una cita', 'Book'), 'appointment_booking', { words: ['agendar', 'nueva', 'hacer una cita', 'new'] }),
        mine: option(t('Ver mis citas', 'My appointments'), 'my_appointments', { words: ['mis citas'] }),
        move: option(t('Mover una cita', 'Move one'), 'appointment_move', { words: ['mover', 'cambiar', 'move', 'change'] }),
        cancel: option(t('Cancelar una cita', 'Cancel one'), 'appointment_cancel', { words: ['cancelar', 'anular', 'cancel'] }),
        free: option(t('Ver horas libres', 'See free times'), 'availability', { words: ['disponibilidad', 'availability'] }),
      },
    }),
    appointment_booking: jump('appointment_booking', { time: literal(null) }),
    ...Object.fromEntries(flows.map(key => [key, jump(key)])),
  },
})
