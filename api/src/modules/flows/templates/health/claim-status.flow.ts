import { answers, ask, branch, buttons, flow, handOff, is, onIntent, onWords, option, own, path, say, t } from '../build/index.ts'
import { askClinic } from './clinic.ts'

export const claimStatusFlow = flow('claim_status', {
  name: 'Estado de un reclamo',
  variables: [own('claimNumber', 'TEXT'), own('claim', 'OBJECT'), own('photo', 'FILE', { personal: true })],
  triggers: [onIntent('claim_status'), onWords(['cómo va mi reclamo', 'estado de mi reclamo', 'estado de mi reclamación', 'cómo va mi reembolso'], ['status of my claim', 'status of my refund'])],
  summary: t('Seguimiento de un reclamo.{% if claimNumber %} Número: {{ claimNumber }}.{% endif %}', 'Following a claim.{% if claimNumber %} Number: {{ claimNumber }}.{% endif %}'),
  steps: {
    number: ask({
      text: t('¿Cuál es el número de su reclamo? Empieza por REC.', 'What is the number of your claim? It begins with REC.'),
      answer: answers.freeText(4, 30), saveAs: 'claimNumber', next: 'find',
    }),
    find: askClinic('get_claim', { number: path('claimNumber') }, { saveAs: 'claim', next: 'state', failed: 'why_not' }),
    why_not: branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'unknown' } }, 'trouble', { name: '¿No existe o falló?' }),
    unknown: buttons({
      text: t('No encuentro el reclamo {{ claimNumber }}. El número está en el mensaje que le enviamos al registrarlo.', 'I cannot find claim {{ claimNumber }}. The number is in the message that we sent you when you opened it.'),
      options: {
        again: option(t('Escribirlo de nuevo', 'Write it again'), 'number'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'anything_else', { words: ['no'] }),
      },
    }),
    state: branch({
      waiting: { when: is('claim.state', 'IS_ONE_OF', ['RECEIVED', 'IN_REVIEW']), to: 'waiting' },
      missing: { when: is('claim.state', 'EQUALS', 'DOCUMENT_MISSING'), to: 'missing' },
      approved: { when: is('claim.state', 'EQUALS', 'APPROVED'), to: 'approved' },
      paid: { when: is('claim.state', 'EQUALS', 'PAID'), to: 'paid' },
    }, 'declined', { name: '¿Cómo va?' }),
    waiting: say(t('Su reclamo {{ claim.number }} está en revisión. Le respondemos a más tardar el {{ claim.answerBy | date }}.', 'Your claim {{ claim.number }} is under review. You will have our answer by {{ claim.answerBy | date }}.'), 'anything_else'),
    approved: say(t('Su reclamo {{ claim.number }} fue aprobado por {{ claim.amount | money }}. Se lo depositamos en los próximos días.', 'Your claim {{ claim.number }} was approved for {{ claim.amount | money }}. We will deposit it in the next few days.'), 'anything_else'),
    paid: say(t('Su reclamo {{ claim.number }} está pagado: le depositamos {{ claim.amount | money }} el {{ claim.paidOn | date }}.', 'Your claim {{ claim.number }} has been paid: we deposited {{ claim.amount | money }} on {{ claim.paidOn | date }}.'), 'anything_else'),
    declined: handOff({
      text: t('Su reclamo {{ claim.number }} no fue aprobado. Una persona de nuestro equipo le explica el motivo y cómo apelarlo.', 'Your claim {{ claim.number }} was not approved. Someone on our team will explain why, and how to appeal.'),
      summary: t('Reclamo {{ claim.number }} declinado; desea saber el motivo.', 'Claim {{ claim.number }} declined; wants to know why.'), next: 'to_menu',
    }),
    missing: ask({
      text: t('A su reclamo {{ claim.number }} le falta una factura legible. Si la tiene a mano, envíeme una foto.', 'Your claim {{ claim.number }} needs a readable invoice. If you have it at hand, send me a photo.'),
      notUnderstood: t('Eso no es una foto. Si no la tiene a mano, escriba otra vez y lo dejamos para después.', 'That is not a photo. If you do not have it at hand, write once more and we will leave it for later.'),
      answer: answers.photo, saveAs: 'photo', retries: 1, next: 'add', failed: 'later',
    }),
    add: askClinic('add_document', { number: path('claim.number'), document: path('photo') }, { next: 'added' }),
    added: say(t('Recibida, gracias. La agregué a su reclamo y sigue en revisión.', 'Received, thank you. I have added it to your claim, which goes on being reviewed.'), 'anything_else'),
    later: say(t('No se preocupe. Cuando la tenga, escríbame «estado de mi reclamo» y me la envía.', 'Do not worry. When you have it, write “status of my claim” and send it to me.'), 'anything_else'),
  },
})
