import { conversation, endsWith, expects, handsOff, offers, personReturns, says, saysNot, taps, writes } from '../../build/index.ts'
import { clinic } from './members.ts'

const centres = (language: string) => clinic('list_centres', { language })
const results = (number: string, language = 'ES') => clinic('get_results', { number, language })

export const serviceTests = [
  conversation('menu-es', 'El menú ofrece todo lo que el bot sabe hacer', {}, [
    writes('hola'),
    expects(says('Le damos la bienvenida'), says('¿En qué le podemos ayudar?'), offers('Citas médicas'), offers('Autorizaciones'), offers('Emergencia')),
    taps('appointments'),
    expects(offers('Agendar una cita'), offers('Ver mis citas'), offers('Ver horas libres')),
    writes('menú'),
    expects(says('¿En qué le podemos ayudar?')),
  ]),
  conversation('menu-en', 'En inglés: a quien no se entiende tres veces le atiende una persona', { flow: 'main_menu', language: 'EN' }, [
    writes('xyzzy'),
    expects(says('I did not understand')),
    writes('plugh'), writes('xyzzy'),
    expects(handsOff()),
  ]),
  conversation('centres-es', 'Un centro se muestra con su horario y su mapa', { recordings: [centres('ES')] }, [
    writes('¿cuál es el horario?'),
    expects(offers('Sede Central'), offers('Sede Norte')),
    taps('Sede Norte'),
    expects(says('lunes a viernes de 8:00 a. m. a 6:00 p. m.'), says('Emergencias: las 24 horas'), says('Cómo llegar: https://')),
    taps('another'), taps('Sede Oriental'),
    expects(says('Calle Demostración 25'), saysNot('Emergencias')),
    taps('no'),
    expects(says('¿Le puedo ayudar en algo más?')),
  ]),
  conversation('centres-down-en', 'En inglés: si no se pueden buscar los centros, ayuda una persona', {
    flow: 'centres', language: 'EN', recordings: [{ connector: 'health', operation: 'list_centres', answer: { error: { code: 'FAILED', status: 503 } } }],
  }, [
    expects(says('I cannot reach our system'), handsOff()),
    personReturns(),
    expects(says('How can we help you?')),
  ]),
  conversation('results-es', 'Los resultados listos se retiran; no se envían por el chat', { recordings: [results('45821')] }, [
    writes('¿ya están mis resultados?'), writes('45821'),
    expects(says('están listos desde el'), says('la sede central'), says('Por su privacidad')),
  ]),
  conversation('results-process-en', 'En inglés: un número equivocado se revisa, y los resultados en proceso dicen cuándo estarán', {
    flow: 'results', language: 'EN', recordings: [results('45404', 'EN'), results('45822', 'EN')],
  }, [
    writes('45404'),
    expects(says('I cannot find order 45404')),
    taps('again'), writes('45822'),
    expects(says('still in process'), says('Friday, November 20')),
  ]),
  conversation('results-repeat-es', 'Una muestra que se repite se explica sin alarmar', { flow: 'results', recordings: [results('45823')] }, [
    writes('45823'),
    expects(says('No quiere decir que haya un problema con su salud')),
    taps('person'),
    expects(handsOff()),
  ]),
  conversation('emergency-es', 'Una emergencia da primero el 9-1-1 y llama a una persona', {}, [
    writes('mi mamá se desmayó y no respira'),
    expects(says('llame ahora mismo al 9-1-1'), handsOff()),
  ]),
  conversation('emergency-between-es', 'También en medio de una pregunta cualquiera', { flow: 'results' }, [
    writes('no puedo respirar'),
    expects(says('llame ahora mismo al 9-1-1'), handsOff()),
  ]),
  conversation('emergency-en', 'En inglés: basta con la palabra', { flow: 'payments', language: 'EN' }, [
    writes('Emergency!'),
    expects(says('call 9-1-1 right now'), handsOff()),
  ]),
  conversation('survey-es', 'Después de la consulta se pregunta cómo fue', {}, [
    writes('encuesta'),
    expects(says('¿cómo le atendió el personal médico?')),
    taps('5'), taps('4'), taps('wait'), writes('9'), writes('Todo muy bien'),
    expects(says('Le deseamos mucha salud'), endsWith('surveyed')),
  ]),
  conversation('survey-skip-en', 'En inglés: nadie está obligado a responder', { flow: 'visit_survey', language: 'EN' }, [
    expects(says('how was the medical staff?')),
    taps('skip'),
    expects(endsWith('surveyed')),
  ]),
  conversation('question-es', 'Una pregunta la contesta la base de conocimientos', {
    recordings: [{ connector: 'knowledge', operation: 'answer', input: { question: '¿cuánto cuesta la consulta?' }, answer: { data: 'La consulta general cuesta RD$ 1,500.' } }],
  }, [
    writes('¿cuánto cuesta la consulta?', { understood: { intent: 'service_price' } }),
    expects(says('RD$ 1,500'), says('¿Le puedo ayudar en algo más?')),
  ]),
  conversation('question-unanswered-en', 'En inglés: lo que nadie dejó escrito lo responde una persona', { language: 'EN' }, [
    writes('do you accept my insurance?', { understood: { intent: 'insurance_accepted' } }),
    expects(says('I do not have that answer at hand')),
    taps('person'),
    expects(handsOff()),
  ]),
  conversation('person-es', 'En cualquier momento se puede pedir una persona', { flow: 'claim_status' }, [
    writes('quiero hablar con una persona'),
    expects(says('Enseguida le atiende una persona'), handsOff()),
  ]),
]

