import { answers, ask, branch, buttons, flow, is, onIntent, onWords, option, own, path, say, t } from '../build/index.ts'
import { askClinic } from './clinic.ts'

/** Whether results are there, never what they say. */
export const resultsFlow = flow('results', {
  name: 'Resultados',
  description: 'Dice si los resultados ya están listos y dónde se retiran; nunca qué dicen.',
  variables: [own('orderNumber', 'TEXT', { personal: true }), own('result', 'OBJECT', { personal: true })],
  triggers: [onIntent('test_results'), onWords(['resultados', 'mis análisis', 'ya están mis análisis'], ['results', 'my test results'])],
  summary: t('Consulta de resultados.{% if orderNumber %} Orden: {{ orderNumber }}.{% endif %}', 'Asking for results.{% if orderNumber %} Order: {{ orderNumber }}.{% endif %}'),
  steps: {
    number: ask({
      text: t('¿Cuál es el número de su orden? Está en el volante que le dieron al tomarle la muestra.', 'What is the number of your order? It stands on the slip that you got when your sample was taken.'),
      answer: answers.freeText(4, 20), saveAs: 'orderNumber', next: 'find',
    }),
    find: askClinic('get_results', { number: path('orderNumber') }, { saveAs: 'result', next: 'state', failed: 'why_not' }),
    why_not: branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'unknown' } }, 'trouble', { name: '¿No existe o falló?' }),
    unknown: buttons({
      text: t('No encuentro la orden {{ orderNumber }}. ¿La revisamos?', 'I cannot find order {{ orderNumber }}. Shall we check it?'),
      options: {
        again: option(t('Escribirla de nuevo', 'Write it again'), 'number'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'anything_else', { words: ['no'] }),
      },
    }),
    state: branch({
      ready: { when: is('result.state', 'EQUALS', 'READY'), to: 'ready' },
      again: { when: is('result.state', 'EQUALS', 'REPEAT'), to: 'repeat' },
    }, 'in_process', { name: '¿Están listos?' }),
    ready: say(t('Sus resultados están listos desde el {{ result.readyOn | date }}. Los puede retirar, con su cédula, en {{ result.place }}. Por su privacidad no los enviamos por aquí.', 'Your results have been ready since {{ result.readyOn | date }}. You can get them, with your ID, at {{ result.place }}. For your privacy we do not send them here.'), 'anything_else'),
    in_process: say(t('Todavía están en proceso. Deben estar listos el {{ result.readyOn | date }}.', 'They are still in process. They should be ready on {{ result.readyOn | date }}.'), 'anything_else'),
    repeat: buttons({
      text: t('El laboratorio necesita tomarle la muestra otra vez, sin costo. No quiere decir que haya un problema con su salud.', 'The laboratory needs to take your sample again, at no cost. It does not mean that anything is wrong with your health.'),
      options: {
        person: option(t('Coordinar la toma', 'Arrange it'), 'to_person', { words: ['sí', 'si', 'yes'] }),
        later: option(t('Iré después', 'I will go later'), 'anything_else', { words: ['no'] }),
      },
    }),
  },
})
