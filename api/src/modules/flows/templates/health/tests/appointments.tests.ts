import { calls, conversation, expects, handsOff, isAtStep, offers, says, saysNot, taps, writes } from '../../build/index.ts'
import { answered, booked, freeTime, refused } from '../../common/appointments/appointment-tapes.ts'

const ana: [string, string] = ['dra-ana-ejemplo', 'Dra. Ana Ejemplo']
const luis: [string, string] = ['dr-luis-muestra', 'Dr. Luis Muestra']
const leo: [string, string] = ['dr-leo-modelo', 'Dr. Leo Modelo']

const general = [freeTime('general', ana, '2026-11-19T13:00:00.000Z'), freeTime('general', luis, '2026-11-20T18:30:00.000Z')]
const cardiology = [freeTime('cardiology', leo, '2026-11-23T12:30:00.000Z')]
const later = [freeTime('general', ana, '2026-12-07T14:00:00.000Z')]
const mine = booked(general[0]!, 'Medicina general')
const another = booked(cardiology[0]!, 'Cardiología')

const maria = { contact: { name: 'María Muestra', phone: '+18095550123' } }

export const appointmentTests = [
  conversation('booking-es', 'Una cita se agenda de principio a fin', {
    ...maria, recordings: [answered('find', general, { input: { service: 'general', resource: 'dra-ana-ejemplo' } }), answered('book', mine)],
  }, [
    writes('Buenas, quiero hacer una cita'),
    expects(says('¿Con qué especialidad desea la consulta?'), offers('Medicina general'), offers('Odontología')),
    taps('general'),
    expects(says('¿Tiene preferencia por alguien?'), offers('Dra. Ana Ejemplo'), offers('Con quien haya')),
    taps('dra-ana-ejemplo'),
    expects(says('¿Cuál le conviene?'), offers('19/11 9:00 a. m.')),
    taps('19/11 9:00 a. m.'),
    expects(says('¿Para quién es la cita?')),
    taps('me'),
    expects(says('¿cuál es el motivo de la consulta?')),
    writes('Chequeo de rutina'),
    expects(says('jueves 19 de noviembre a las 9:00 a. m. (Dra. Ana Ejemplo), para María Muestra')),
    taps('yes'),
    expects(says('¡Listo! Su cita quedó para el jueves 19 de noviembre'), says('Llegue 15 minutos antes'), says('¿Le puedo ayudar en algo más?')),
  ]),
  conversation('booking-understood-es', 'La especialidad que ya se dijo no se pregunta', {
    ...maria, recordings: [answered('find', cardiology, { input: { service: 'cardiology' } }), answered('book', another)],
  }, [
    writes('necesito cita con el cardiólogo', { understood: { intent: 'book_appointment', entities: { specialty: 'cardiólogo' } } }),
    expects(says('¿Cuál le conviene?'), saysNot('especialidad')),
    taps('item-0'), taps('other'), writes('Rosa Modelo'), writes('Control de presión'),
    expects(says('(Dr. Leo Modelo), para Rosa Modelo')),
    taps('yes'),
    expects(says('¡Listo!')),
  ]),
  conversation('booking-change-en', 'En inglés: la hora se puede cambiar antes de confirmar', {
    flow: 'appointment_booking', language: 'EN', ...maria,
    recordings: [answered('find', general, { once: true }), answered('find', later, { input: { from: '2026-12-07' } }), answered('find', general), answered('book', mine)],
  }, [
    taps('general'), taps('any'),
    expects(offers('Nov 19 9:00 am'), offers('Another date')),
    taps('item-1'), taps('me'), writes('A cough'),
    expects(says('Friday, November 20 at 2:30 pm with Dr. Luis Muestra')),
    taps('other'), taps('general'), taps('any'), taps('other_day'), writes('12/07/2026'),
    expects(offers('Dec 7, 10:00 am')),
    taps('item-0'),
    expects(says('Monday, December 7 at 10:00 am with Dra. Ana Ejemplo, for María Muestra'), saysNot('Who is the appointment for?')),
    taps('yes'),
    expects(calls('appointments', 'book'), says('Done!')),
  ]),
  conversation('booking-taken-es', 'Si la hora se acaba de ocupar, se ofrecen otras', {
    flow: 'appointment_booking', ...maria, recordings: [answered('find', general), refused('book', 'TAKEN', { once: true }), answered('book', mine)],
  }, [
    taps('general'), taps('any'), taps('item-0'), taps('me'), writes('Gripe'), taps('yes'),
    expects(says('Esa hora se acaba de ocupar'), says('¿Con qué especialidad')),
    taps('general'), taps('any'), taps('item-1'), taps('yes'),
    expects(says('¡Listo!')),
  ]),
  conversation('booking-nothing-free-es', 'Si no hay horas libres, se prueba con otra fecha o con otra persona', {
    flow: 'appointment_booking', ...maria,
    recordings: [refused('find', 'NOTHING_FREE', { once: true }), refused('find', 'NOTHING_FREE', { once: true }), answered('find', later)],
  }, [
    taps('general'), taps('dra-ana-ejemplo'),
    expects(says('No me aparece ninguna hora libre'), offers('Probar otra fecha'), offers('Con quien haya')),
    taps('anyone'),
    expects(says('No me aparece ninguna hora libre')),
    taps('other_day'), writes('1 de diciembre'),
    expects(says('¿Cuál le conviene?')),
    taps('none'),
    expects(handsOff()),
  ]),
  conversation('booking-cancelled-en', 'En inglés: con «never mind» se deja la cita en cualquier paso', { flow: 'appointment_booking', language: 'EN', recordings: [answered('find', general)] }, [
    taps('general'), taps('any'), taps('item-0'), writes('never mind'),
    expects(says('All right, we will leave it there'), says('How can we help you?')),
  ]),
  conversation('booking-urgent-es', 'Un motivo que suena a emergencia lleva primero al 9-1-1', { flow: 'appointment_booking', ...maria, recordings: [answered('find', general)] }, [
    taps('general'), taps('any'), taps('item-0'), taps('me'), writes('Mi esposo tiene dolor en el pecho y suda mucho'),
    expects(says('llame ahora mismo al 9-1-1'), handsOff(), saysNot('¿Se la confirmo?')),
  ]),
  conversation('booking-trouble-es', 'Si la agenda falla, sigue una persona con lo que ya se dijo', {
    flow: 'appointment_booking', ...maria, recordings: [answered('find', general), refused('book', 'UNKNOWN')],
  }, [
    taps('general'), taps('any'), taps('item-0'), taps('me'), writes('Chequeo'), taps('yes'),
    expects(says('no puedo consultar nuestro sistema'), handsOff()),
  ]),
  conversation('availability-es', 'Las horas libres de una especialidad llevan a la cita', { ...maria, recordings: [answered('find', cardiology)] }, [
    writes('¿qué especialistas tienen?'),
    taps('cardiology'),
    expects(offers('23/11 8:30 a. m.')),
    taps('item-0'),
    expects(says('Está libre el lunes 23 de noviembre a las 8:30 a. m. (Dr. Leo Modelo)')),
    taps('yes'),
    expects(says('¿Para quién es la cita?'), isAtStep('appointment_booking', 'for_whom')),
  ]),
  conversation('availability-not-now-en', 'En inglés: las horas libres se pueden ver sin agendar', { flow: 'availability', language: 'EN', recordings: [answered('find', general)] }, [
    taps('general'), taps('dr-luis-muestra'), taps('item-1'),
    expects(says('There is a free time on Friday, November 20')),
    taps('no'),
    expects(says('write “appointment”'), says('Is there anything else')),
  ]),
  conversation('mine-es', 'A un recordatorio se responde «mi cita» y se confirma', { recordings: [answered('mine', [mine])] }, [
    writes('mi cita'),
    expects(says('Su cita es el jueves 19 de noviembre a las 9:00 a. m. (Dra. Ana Ejemplo)')),
    taps('keep'),
    expects(says('Perfecto, le esperamos')),
  ]),
  conversation('mine-none-en', 'En inglés: quien no tiene citas puede agendar una', { flow: 'my_appointments', language: 'EN', recordings: [answered('mine', [])] }, [
    expects(says('I have no upcoming appointment in your name')),
    taps('book'),
    expects(says('Which speciality would you like to see?')),
  ]),
  conversation('move-es', 'Una de varias citas se mueve a otra hora', {
    recordings: [answered('mine', [mine, another]), answered('find', general, { input: { service: 'general', resource: 'dra-ana-ejemplo' } }), answered('move', mine)],
  }, [
    writes('necesito cambiar mi cita'),
    expects(says('¿De cuál se trata?'), offers('19/11 9:00 a. m.'), offers('23/11 8:30 a. m.')),
    taps('item-0'),
    expects(says('¿Cuál le conviene?')),
    taps('item-1'),
    expects(says('Su cita pasaría al viernes 20 de noviembre a las 2:30 p. m.')),
    taps('yes'),
    expects(calls('appointments', 'move', { appointment: mine.id, slot: general[1]!.id }), says('Listo, su cita quedó para el viernes 20')),
  ]),
  conversation('move-too-late-es', 'Una cita muy próxima la mueve una persona', { flow: 'appointment_move', recordings: [answered('mine', [mine]), answered('find', general), refused('move', 'TOO_LATE')] }, [
    taps('item-1'), taps('yes'),
    expects(says('ya no la puedo mover por aquí'), handsOff()),
  ]),
  conversation('move-back-en', 'En inglés: quien lo piensa mejor conserva su cita', { flow: 'appointment_move', language: 'EN', recordings: [answered('mine', [mine]), answered('find', general)] }, [
    taps('item-1'),
    expects(says('Your appointment would move to Friday, November 20')),
    taps('no'),
    expects(says('your appointment stays as it is')),
  ]),
  conversation('cancel-es', 'Una cita se cancela después de confirmarlo', { recordings: [answered('mine', [mine]), answered('cancel', mine)] }, [
    writes('quiero cancelar mi cita'),
    expects(says('¿Cancelo su cita del jueves 19 de noviembre')),
    taps('yes'),
    expects(calls('appointments', 'cancel', { appointment: mine.id }), says('quedó cancelada')),
  ]),
  conversation('move-at-once-es', 'Lo que se pide con todas sus letras no se toma por una opción del menú', {
    recordings: [answered('mine', [mine]), answered('find', general), answered('cancel', mine)],
  }, [
    writes('menú'),
    expects(says('¿En qué le podemos ayudar?')),
    writes('quiero mover mi cita'),
    expects(says('¿Cuál le conviene?')),
    writes('mejor quiero cancelar mi cita'),
    expects(says('¿Cancelo su cita del jueves 19 de noviembre')),
    taps('yes'),
    expects(calls('appointments', 'cancel', { appointment: mine.id }), says('quedó cancelada')),
  ]),
  conversation('menu-cancel-en', 'En inglés: el menú de citas dice lo que se puede hacer con ellas', { language: 'EN', recordings: [answered('mine', [mine])] }, [
    writes('menu'),
    taps('appointments'),
    expects(offers('Move one'), offers('Cancel one')),
    taps('cancel'),
    expects(says('Shall I cancel your appointment')),
  ]),
  conversation('cancel-move-instead-en', 'En inglés: en vez de cancelar se puede mover', { flow: 'appointment_cancel', language: 'EN', recordings: [answered('mine', [mine]), answered('find', general)] }, [
    taps('move'),
    expects(says('Which one suits you?')),
  ]),
  conversation('cancel-late-es', 'Una cita muy próxima la cancela una persona', { flow: 'appointment_cancel', recordings: [answered('mine', [mine]), refused('cancel', 'TOO_LATE')] }, [
    taps('yes'),
    expects(says('ya no la puedo cancelar por aquí'), handsOff()),
  ]),
  conversation('cancel-none-es', 'Quien no tiene citas lo sabe', { flow: 'appointment_cancel', recordings: [answered('mine', [])] }, [
    expects(says('no hay nada que cancelar')),
  ]),
]
