import { flow, jump, list, literal, option, t } from '../build/index.ts'

const flows = ['catalogue', 'renewal', 'payments', 'follow_request', 'complaints', 'offices', 'person']

export const mainMenuFlow = flow('main_menu', {
  name: 'Menú principal',
  steps: {
    menu: list({
      text: t('¿En qué le podemos servir?', 'How can we help you?'),
      options: {
        catalogue: option(t('Ver servicios', 'See services'), 'catalogue', { description: t('Qué piden, cuánto cuesta y cuánto tarda', 'What is needed, what it costs, how long it takes'), words: ['requisitos', 'servicios', 'requirements'] }),
        request: option(t('Solicitar', 'Request a service'), 'service_request', { description: t('Certificados, licencias y permisos', 'Certificates, licences and permits'), words: ['solicitar', 'certificado', 'licencia', 'permiso', 'certificate', 'licence'] }),
        renew: option(t('Renovar', 'Renew'), 'renewal', { description: t('Licencias y permisos por vencer', 'Licences and permits about to expire'), words: ['renovación', 'renewal'] }),
        pay: option(t('Pagar', 'Pay'), 'payments', { description: t('Tasas, impuestos y multas', 'Fees, taxes and fines'), words: ['pago', 'impuesto', 'multa', 'tax', 'fine'] }),
        follow: option(t('Seguir una solicitud', 'Follow a request'), 'follow_request', { description: t('Con su número', 'With its number'), words: ['estado', 'status'] }),
        complaint: option(t('Quejas y denuncias', 'Complaints'), 'complaints', { description: t('Con su nombre o de forma anónima', 'With your name or anonymously'), words: ['queja', 'denuncia', 'reclamo', 'complaint'] }),
        appointments: option(t('Citas en oficina', 'Office appointments'), 'appointments', { description: t('Agendar, ver, mover o cancelar', 'Book, see, move or cancel'), words: ['cita', 'citas', 'appointment'] }),
        offices: option(t('Oficinas y horarios', 'Offices and hours'), 'offices', { words: ['horario', 'dirección', 'hours', 'address'] }),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'person'),
      },
    }),
    appointments: list({
      text: t('¿Qué desea hacer?', 'What would you like to do?'),
      options: {
        book: option(t('Agendar una cita', 'Book an appointment'), 'book', { words: ['agendar', 'nueva', 'new'] }),
        mine: option(t('Ver mis citas', 'See my appointments'), 'mine', { words: ['mis citas'] }),
        move: option(t('Mover una cita', 'Move an appointment'), 'move', { words: ['mover', 'cambiar', 'move'] }),
        drop: option(t('Cancelar una cita', 'Cancel appointment'), 'drop', { words: ['cancelar'] }),
      },
    }),
    book: jump('appointment_booking', { time: literal(null) }),
    mine: jump('my_appointments'),
    move: jump('appointment_move'),
    drop: jump('appointment_cancel'),
    service_request: jump('service_request', { serviceKey: literal(null) }),
    ...Object.fromEntries(flows.map(key => [key, jump(key)])),
  },
})
