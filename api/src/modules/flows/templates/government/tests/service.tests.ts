import { conversation, endsWith, expects, handsOff, happens, offers, personReturns, says, taps, writes } from '../../build/index.ts'
import { down, institution } from './citizens.ts'

export const serviceTests = [
  conversation('menu-es', 'El menú ofrece todo lo que el bot sabe hacer', {}, [
    writes('Buenos días'),
    expects(says('Le damos la bienvenida'), offers('Ver servicios'), offers('Renovar'), offers('Quejas y denuncias'), offers('Oficinas y horarios')),
    taps('appointments'), taps('book'),
    expects(says('¿Para qué necesita la cita?')),
    writes('menú'),
    expects(says('¿En qué le podemos servir?')),
  ]),
  conversation('menu-en', 'En inglés: del menú a una persona, y de vuelta', { flow: 'main_menu', language: 'EN' }, [
    taps('person'),
    expects(handsOff()),
    personReturns(),
    expects(says('How can we help you?')),
  ]),
  conversation('offices-es', 'Una oficina se muestra con su horario y su mapa', { recordings: [institution('list_offices', { language: 'ES' })] }, [
    writes('¿a qué hora abren?'),
    expects(offers('Oficina Central'), offers('Oficina Este')),
    taps('Oficina Este'),
    expects(says('sábados de 9:00 a. m. a 1:00 p. m.'), says('Cómo llegar: https://')),
    taps('book'),
    expects(says('¿Para qué necesita la cita?')),
  ]),
  conversation('offices-down-en', 'En inglés: si no se pueden buscar las oficinas, ayuda una persona', { flow: 'offices', language: 'EN', recordings: [down('list_offices')] }, [
    expects(handsOff()),
  ]),
  conversation('survey-es', 'Al cerrar una solicitud se pregunta por la calidad y el porqué', { flow: 'main_menu' }, [
    happens('request_closed', { number: 'SOL-482001' }),
    expects(says('¿cómo evalúa el servicio que recibió?')),
    taps('3'),
    expects(says('¿Qué pesó más en su respuesta?'), offers('El tiempo')),
    taps('time'), writes('Menos filas'),
    expects(says('nuestro equipo de calidad'), endsWith('surveyed')),
  ]),
  conversation('survey-skip-en', 'En inglés: nadie está obligado a responder', { flow: 'service_survey', language: 'EN' }, [
    taps('skip'),
    expects(endsWith('surveyed')),
  ]),
  conversation('person-es', 'En horario, una persona atiende de inmediato', { flow: 'catalogue' }, [
    writes('quiero hablar con una persona'),
    expects(says('Enseguida le atiende una persona'), handsOff()),
  ]),
  conversation('help-en', 'En inglés: la ayuda se da donde está, y se repite la pregunta', { flow: 'follow_request', language: 'EN' }, [
    writes('help'),
    expects(says('It begins with letters, such as SOL'), says('What is the number of your request?')),
  ]),
]
