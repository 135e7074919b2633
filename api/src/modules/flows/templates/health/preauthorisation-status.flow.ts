import { answers, ask, branch, buttons, flow, handOff, is, onWords, option, own, path, say, t } from '../build/index.ts'
import { askClinic } from './clinic.ts'

export const preauthorisationStatusFlow = flow('preauthorisation_status', {
  name: 'Estado de una autorización',
  variables: [own('authorisationNumber', 'TEXT'), own('authorisation', 'OBJECT', { personal: true }), own('photo', 'FILE', { personal: true })],
  triggers: [onWords(['cómo va mi autorización', 'estado de mi autorización', 'ya me autorizaron'], ['status of my authorisation', 'status of my authorization'])],
  summary: t('Seguimiento de una preautorización.{% if authorisationNumber %} Número: {{ authorisationNumber }}.{% endif %}', 'Following a pre-authorisation.{% if authorisationNumber %} Number: {{ authorisationNumber }}.{% endif %}'),
  steps: {
    number: ask({
      text: t('¿Cuál es el número de la autorización? Empieza por PRE.', 'What is the number of the authorisation? It begins with PRE.'),
      answer: answers.freeText(4, 30), saveAs: 'authorisationNumber', next: 'find',
    }),
    find: askClinic('get_authorisation', { number: path('authorisationNumber') }, { saveAs: 'authorisation', next: 'state', failed: 'why_not' }),
    why_not: branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'unknown' } }, 'trouble', { name: '¿No existe o falló?' }),
    unknown: buttons({
      text: t('No encuentro la autorización {{ authorisationNumber }}. El número está en el mensaje que le enviamos al pedirla.', 'I cannot find authorisation {{ authorisationNumber }}. The number is in the message that we sent you when you requested it.'),
      options: {
        again: option(t('Escribirlo de nuevo', 'Write it again'), 'number'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'anything_else', { words: ['no'] }),
      },
    }),
    state: branch({
      waiting: { when: is('authorisation.state', 'IS_ONE_OF', ['RECEIVED', 'IN_REVIEW']), to: 'waiting' },
      missing: { when: is('authorisation.state', 'EQUALS', 'DOCUMENT_MISSING'), to: 'missing' },
      approved: { when: is('authorisation.state', 'EQUALS', 'APPROVED'), to: 'approved' },
    }, 'declined', { name: '¿Cómo va?' }),
    waiting: say(t('Su autorización {{ authorisation.number }} está en revisión. Le respondemos a más tardar el {{ authorisation.answerBy | date }}.', 'Your authorisation {{ authorisation.number }} is under review. You will have our answer by {{ authorisation.answerBy | date }}.'), 'anything_else'),
    approved: say(t('¡Aprobada! Presente el número *{{ authorisation.authorisation }}* en el centro. Vale hasta el {{ authorisation.validUntil | date }}.', 'Approved! Show number *{{ authorisation.authorisation }}* at the centre. It is valid until {{ authorisation.validUntil | date }}.'), 'anything_else'),
    declined: handOff({
      text: t('Su autorización {{ authorisation.number }} no fue aprobada. Una persona de nuestro equipo le explica el motivo y qué puede hacer.', 'Your authorisation {{ authorisation.number }} was not approved. Someone on our team will explain why, and what you can do.'),
      summary: t('Preautorización {{ authorisation.number }} declinada; desea saber el motivo.', 'Pre-authorisation {{ authorisation.number }} declined; wants to know why.'), next: 'to_menu',
    }),
    missing: ask({
      text: t('A la autorización {{ authorisation.number }} le falta la indicación médica con firma y sello. Si la tiene a mano, envíeme una foto.', 'Authorisation {{ authorisation.number }} needs the doctor’s order with signature and stamp. If you have it at hand, send me a photo.'),
      notUnderstood: t('Eso no es una foto. Si no la tiene a mano, escriba otra vez y lo dejamos para después.', 'That is not a photo. If you do not have it at hand, write once more and we will leave it for later.'),
      answer: answers.photo, saveAs: 'photo', retries: 1, next: 'add', failed: 'later',
    }),
    add: askClinic('add_document', { number: path('authorisation.number'), document: path('photo') }, { next: 'added' }),
    added: say(t('Recibida, gracias. La agregué a su solicitud y sigue en revisión.', 'Received, thank you. I have added it to your request, which goes on being reviewed.'), 'anything_else'),
    later: say(t('No se preocupe. Cuando la tenga, escríbame «estado de mi autorización» y me la envía.', 'Do not worry. When you have it, write “status of my authorisation” and send it to me.'), 'anything_else'),
  },
})
