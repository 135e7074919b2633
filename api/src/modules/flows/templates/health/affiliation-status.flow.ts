import { answers, ask, branch, buttons, flow, handOff, is, onWords, option, own, path, say, t } from '../build/index.ts'
import { askClinic } from './clinic.ts'

export const affiliationStatusFlow = flow('affiliation_status', {
  name: 'Estado de una afiliación',
  variables: [own('applicationNumber', 'TEXT'), own('application', 'OBJECT'), own('photo', 'FILE', { personal: true })],
  triggers: [onWords(['estado de mi afiliación', 'cómo va mi afiliación'], ['status of my application'])],
  summary: t('Seguimiento de una afiliación.{% if applicationNumber %} Número: {{ applicationNumber }}.{% endif %}', 'Following an application.{% if applicationNumber %} Number: {{ applicationNumber }}.{% endif %}'),
  steps: {
    number: ask({
      text: t('¿Cuál es el número de su solicitud? Empieza por AFI.', 'What is the number of your application? It begins with AFI.'),
      answer: answers.freeText(4, 30), saveAs: 'applicationNumber', next: 'find',
    }),
    find: askClinic('get_affiliation', { number: path('applicationNumber') }, { saveAs: 'application', next: 'state', failed: 'why_not' }),
    why_not: branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'unknown' } }, 'trouble', { name: '¿No existe o falló?' }),
    unknown: buttons({
      text: t('No encuentro la solicitud {{ applicationNumber }}. El número está en el mensaje que le enviamos al registrarla.', 'I cannot find application {{ applicationNumber }}. The number is in the message that we sent you when you applied.'),
      options: {
        again: option(t('Escribirlo de nuevo', 'Write it again'), 'number'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'anything_else', { words: ['no'] }),
      },
    }),
    state: branch({
      received: { when: is('application.state', 'IS_ONE_OF', ['RECEIVED', 'IN_REVIEW']), to: 'waiting' },
      missing: { when: is('application.state', 'EQUALS', 'DOCUMENT_MISSING'), to: 'missing' },
      approved: { when: is('application.state', 'EQUALS', 'APPROVED'), to: 'approved' },
    }, 'declined', { name: '¿Cómo va?' }),
    waiting: say(t('Su solicitud {{ application.number }} está en revisión desde el {{ application.updatedOn | date }}. Le avisaremos por aquí en cuanto haya respuesta.', 'Your application {{ application.number }} has been under review since {{ application.updatedOn | date }}. We will let you know here as soon as there is an answer.'), 'anything_else'),
    approved: say(t('¡Buenas noticias! Su afiliación {{ application.number }} fue aprobada. El carnet le llegará por correo.', 'Good news! Your membership {{ application.number }} has been approved. Your card will arrive by e-mail.'), 'anything_else'),
    declined: handOff({
      text: t('Su solicitud {{ application.number }} no pudo aprobarse. Una persona de nuestro equipo le explica por qué y qué opciones tiene.', 'Your application {{ application.number }} could not be approved. Someone on our team will explain why, and what your options are.'),
      summary: t('Afiliación {{ application.number }} declinada; desea saber por qué.', 'Application {{ application.number }} declined; wants to know why.'), next: 'to_menu',
    }),
    missing: ask({
      text: t('A su solicitud {{ application.number }} le falta una foto legible de la cédula. Si la tiene a mano, envíemela ahora.', 'Your application {{ application.number }} needs a readable photo of the ID card. If you have it at hand, send it to me now.'),
      notUnderstood: t('Eso no es una foto. Si no la tiene a mano, escriba otra vez y lo dejamos para después.', 'That is not a photo. If you do not have it at hand, write once more and we will leave it for later.'),
      answer: answers.photo, saveAs: 'photo', retries: 1, next: 'add', failed: 'later',
    }),
    add: askClinic('add_document', { number: path('application.number'), document: path('photo') }, { next: 'added' }),
    added: say(t('Recibida, muchas gracias. Ya la agregué a su solicitud.', 'Received, thank you very much. I have added it to your application.'), 'anything_else'),
    later: say(t('No se preocupe. Cuando la tenga, escríbame «estado de mi afiliación» y me la envía.', 'Do not worry. When you have it, write “status of my application” and send it to me.'), 'anything_else'),
  },
})
