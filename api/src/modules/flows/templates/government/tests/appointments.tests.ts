import { calls, conversation, expects, handsOff, offers, says, saysNot, taps, writes } from '../../build/index.ts'
import { answered, booked, freeTime, refused } from '../../common/appointments/appointment-tapes.ts'

const central: [string, string] = ['oficina-central', 'Oficina Central']
const norte: [string, string] = ['oficina-norte', 'Oficina Norte']
const times = [freeTime('documents', central, '2026-11-19T13:00:00.000Z'), freeTime('documents', norte, '2026-11-20T18:20:00.000Z')]
const mine = booked(times[0]!, 'Entregar documentos')

export const appointmentTests = [
  conversation('booking-es', 'Una cita en oficina se agenda con su trámite', { recordings: [answered('find', times, { input: { service: 'documents', resource: 'oficina-central' } }), answered('book', mine)] }, [
    writes('quiero una cita'),
    expects(offers('Entregar documentos'), offers('Orientación')),
    taps('documents'),
    expects(says('¿En cuál oficina prefiere?'), offers('La que esté libre')),
    taps('oficina-central'), taps('item-0'), writes('Completar el expediente SOL-123453'),
    expects(says('Sería el jueves 19 de noviembre a las 9:00 a. m. en la Oficina Central')),
    taps('yes'),
    expects(calls('appointments', 'book', { slot: times[0]!.id }), says('Le esperamos el jueves 19'), says('Traiga su cédula')),
  ]),
  conversation('booking-nothing-en', 'En inglés: si no hay horas libres, puede haber en otra oficina', {
    flow: 'appointment_booking', language: 'EN', recordings: [refused('find', 'NOTHING_FREE', { once: true }), answered('find', times)],
  }, [
    taps('advice'), taps('oficina-este'),
    expects(says('I cannot find a free time like that')),
    taps('anyone'),
    expects(offers('Nov 20 2:20 pm')),
    taps('item-1'), writes('A building permit'), taps('no'),
    expects(says('I have booked nothing')),
  ]),
  conversation('move-es', 'Una cita se mueve a otra hora', { recordings: [answered('mine', [mine]), answered('find', times), answered('move', mine)] }, [
    writes('necesito cambiar mi cita'), taps('item-1'),
    expects(says('viernes 20 de noviembre a las 2:20 p. m. en la Oficina Norte')),
    taps('yes'),
    expects(calls('appointments', 'move', { appointment: mine.id }), says('Listo, su cita quedó')),
  ]),
  conversation('mine-drop-en', 'En inglés: una cita se ve y se cancela', { language: 'EN', recordings: [answered('mine', [mine]), answered('cancel', mine)] }, [
    writes('when is my appointment?'),
    expects(says('Thursday, November 19 at 9:00 am at the Oficina Central')),
    taps('drop'), taps('yes'),
    expects(says('Done, your appointment is cancelled')),
  ]),
  conversation('mine-trouble-es', 'Si la agenda no responde, sigue una persona', { flow: 'my_appointments', recordings: [refused('mine', 'TIMEOUT')] }, [
    expects(handsOff(), saysNot('ninguna cita')),
  ]),
]
