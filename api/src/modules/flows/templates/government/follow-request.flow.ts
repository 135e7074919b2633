import { answers, ask, branch, buttons, flow, handOff, is, lookUp, onIntent, onWords, option, own, path, say, t } from '../build/index.ts'
import { askInstitution } from './institution.ts'
import { unknownOr } from './service-choice.ts'

const left = {
  ES: '{% case message_left.state %}{% when "new" %}pendiente de revisión{% when "in-progress" %}en proceso{% when "waiting" %}a la espera de un dato suyo{% when "done" %}atendido{% when "rejected" %}no aprobado{% else %}{{ message_left.state }}{% endcase %}',
  EN: '{% case message_left.state %}{% when "new" %}waiting to be reviewed{% when "in-progress" %}in progress{% when "waiting" %}waiting for information from you{% when "done" %}attended to{% when "rejected" %}not approved{% else %}{{ message_left.state }}{% endcase %}',
}

/** By one number for all: what was left with the team, and what the institution's system keeps. */
export const followRequestFlow = flow('follow_request', {
  name: 'Seguir una solicitud',
  description: 'Dice en qué va una solicitud, renovación, queja o mensaje por su número, y recibe el documento que falte.',
  variables: [own('requestNumber', 'TEXT'), own('message_left', 'OBJECT'), own('state', 'OBJECT'), own('attachment', 'FILE', { personal: true })],
  triggers: [
    onIntent('request_status'),
    onWords(['cómo va mi solicitud', 'estado de mi solicitud', 'en qué va', 'mi expediente', 'seguimiento', 'número de solicitud'], ['status of my request', 'follow my request', 'my request', 'my file']),
  ],
  summary: t('Seguimiento de una solicitud.{% if requestNumber %} Número: {{ requestNumber }}.{% endif %}', 'Following a request.{% if requestNumber %} Number: {{ requestNumber }}.{% endif %}'),
  steps: {
    number: ask({
      text: t('¿Cuál es el número de su solicitud? Se lo dimos al registrarla.', 'What is the number of your request? We gave it to you when it was registered.'),
      help: t('Empieza por letras, por ejemplo SOL, REN o QJA. Búsquelo más arriba en esta conversación.', 'It begins with letters, such as SOL, REN or QJA. You may find it further up in this conversation.'),
      answer: answers.freeText(4, 40), saveAs: 'requestNumber', next: 'left_here',
    }),
    left_here: lookUp('requests', { number: path('requestNumber') }, { saveAs: 'message_left', found: 'tell_left', missing: 'find' }),
    tell_left: say(t(`{{ message_left.number }}, {{ message_left.title }}: ${left.ES}. Lo recibimos el {{ message_left.openedAt | date }}.`, `{{ message_left.number }}, {{ message_left.title }}: ${left.EN}. We received it on {{ message_left.openedAt | date }}.`), 'anything_else'),
    find: askInstitution('get_request', { number: path('requestNumber') }, { saveAs: 'state', next: 'how', failed: 'why_not' }),
    why_not: unknownOr('unknown', '¿No existe o falló?'),
    unknown: buttons({
      text: t('No encuentro ninguna solicitud con el número {{ requestNumber }}. ¿Lo revisamos?', 'I cannot find any request under {{ requestNumber }}. Shall we check it?'),
      options: {
        again: option(t('Escribirlo de nuevo', 'Write it again'), 'number'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'anything_else', { words: ['no'] }),
      },
    }),
    how: branch({
      waiting: { when: is('state.state', 'IS_ONE_OF', ['RECEIVED', 'IN_REVIEW']), to: 'waiting' },
      missing: { when: is('state.state', 'EQUALS', 'DOCUMENT_MISSING'), to: 'missing' },
      ready: { when: is('state.state', 'EQUALS', 'READY'), to: 'ready' },
      delivered: { when: is('state.state', 'EQUALS', 'DELIVERED'), to: 'delivered' },
    }, 'declined', { name: '¿Cómo va?' }),
    waiting: say(t('Su solicitud {{ state.number }} está en proceso. Debe estar lista el {{ state.readyOn | date }}.', 'Your request {{ state.number }} is in progress. It should be ready on {{ state.readyOn | date }}.'), 'anything_else'),
    ready: say(t('¡Su solicitud {{ state.number }} está lista! Si pidió recibirla por correo, ya la tiene; si no, puede retirarla en la oficina con su cédula.', 'Your request {{ state.number }} is ready! If you asked for it by e-mail, you have it already; otherwise you can collect it at the office with your ID.'), 'anything_else'),
    delivered: say(t('Su solicitud {{ state.number }} fue entregada el {{ state.updatedOn | date }}.', 'Your request {{ state.number }} was delivered on {{ state.updatedOn | date }}.'), 'anything_else'),
    declined: handOff({
      text: t('Su solicitud {{ state.number }} no fue aprobada. Una persona de nuestro equipo le explica el motivo y cómo reclamar.', 'Your request {{ state.number }} was not approved. Someone on our team will explain why, and how to appeal.'),
      summary: t('Solicitud {{ state.number }} no aprobada; desea saber el motivo.', 'Request {{ state.number }} not approved; wants to know why.'), next: 'to_menu',
    }),
    missing: ask({
      text: t('A su solicitud {{ state.number }} le falta: {{ state.missing }}. Si la tiene a mano, envíemela ahora.', 'Your request {{ state.number }} still needs: {{ state.missing }}. If you have it at hand, send it to me now.'),
      notUnderstood: t('Necesito una foto o un archivo. Si no lo tiene a mano, escriba otra vez y lo dejamos para después.', 'I need a photo or a file. If you do not have it at hand, write once more and we will leave it for later.'),
      answer: answers.file, saveAs: 'attachment', retries: 1, next: 'add', failed: 'later',
    }),
    add: askInstitution('add_document', { number: path('requestNumber'), document: path('attachment') }, { next: 'added' }),
    added: say(t('Recibido, muchas gracias. Ya lo agregué a su solicitud.', 'Received, thank you very much. I have added it to your request.'), 'anything_else'),
    later: say(t('No se preocupe. Cuando lo tenga, escríbame «estado de mi solicitud» y me lo envía.', 'Do not worry. When you have it, write “status of my request” and send it to me.'), 'anything_else'),
  },
})
