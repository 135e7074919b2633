import { answers, ask, branch, buttons, flow, jump, list, literal, onIntent, onWords, option, own, path, say, subFlow, t } from '../build/index.ts'
import { meant } from '../common/meant.ts'
import { askClinic, memberVariables, soundsUrgent } from './clinic.ts'

export const claimsFlow = flow('claims', {
  name: 'Reclamos y reembolsos',
  description: 'Registra un reembolso con su factura o una queja por el servicio, y da un número para seguirlos.',
  variables: [
    ...memberVariables,
    own('amount', 'MONEY'), own('happenedOn', 'DATE'), own('story', 'TEXT', { personal: true }), own('receiptPhoto', 'FILE', { personal: true }), own('claim', 'OBJECT'),
  ],
  triggers: [
    onIntent('medical_reimbursement'), onIntent('complaint'),
    onWords(['reclamo', 'reclamación', 'reembolso', 'queja', 'quejarme', 'que me devuelvan'], ['claim', 'refund', 'reimbursement', 'complaint', 'complain']),
  ],
  summary: t(
    'Reclamo.{% if cedula %} Cédula: {{ cedula | document }}.{% endif %}{% if amount %} Monto: {{ amount | money }}.{% endif %}{% if story %} Contó: {{ story }}{% endif %}',
    'Claim.{% if cedula %} Cédula: {{ cedula | document }}.{% endif %}{% if amount %} Amount: {{ amount | money }}.{% endif %}{% if story %} Told us: {{ story }}{% endif %}',
  ),
  steps: {
    meant: branch({
      refund: { when: meant('medical_reimbursement'), to: 'identify' },
      complaint: { when: meant('complaint'), to: 'sorry' },
    }, 'what', { name: '¿Ya dijo qué quiere?' }),
    what: list({
      text: t('Cuénteme, ¿de qué se trata?', 'Tell me, what is it about?'),
      options: {
        refund: option(t('Pedir un reembolso', 'Ask for a refund'), 'identify', { description: t('Pagué algo que mi plan cubre', 'I paid for something my plan covers'), words: ['reembolso', 'refund'] }),
        complaint: option(t('Poner una queja', 'Make a complaint'), 'sorry', { description: t('No me atendieron bien', 'I was not treated well'), words: ['queja', 'complaint'] }),
        follow: option(t('Ver cómo va uno', 'Follow one'), 'follow', { description: t('Ya tengo un número', 'I have a number'), words: ['estado', 'cómo va', 'status'] }),
      },
    }),
    follow: jump('claim_status'),
    identify: subFlow('identify_member', { results: { cedula: 'cedula', member: 'member' }, next: 'amount', failed: 'anything_else' }),
    amount: ask({ text: t('¿Cuánto pagó, en pesos?', 'How much did you pay, in pesos?'), answer: answers.money('1.00', '5000000.00'), saveAs: 'amount', next: 'happened_on' }),
    happened_on: ask({ text: t('¿En qué fecha fue?', 'On which date was it?'), answer: answers.date({ until: 'TODAY' }), saveAs: 'happenedOn', next: 'story' }),
    story: ask({
      text: t('¿Qué fue lo que pagó y dónde?', 'What did you pay for, and where?'),
      help: t('Por ejemplo: «consulta con el pediatra en la Sede Norte».', 'For example: “a visit to the paediatrician at the North Centre”.'),
      answer: answers.freeText(5, 1000), saveAs: 'story', next: 'receipt',
    }),
    receipt: ask({
      text: t('Envíeme una foto de la factura, completa y legible.', 'Send me a photo of the invoice, complete and readable.'),
      notUnderstood: t('Para el reembolso necesito la foto de la factura. ¿Me la envía?', 'I need the photo of the invoice for the refund. Could you send it?'),
      answer: answers.photo, saveAs: 'receiptPhoto', next: 'sure', failed: 'no_receipt',
    }),
    no_receipt: say(t('Sin la factura no puedo registrar el reembolso. Tiene hasta 90 días; cuando la tenga, escríbame «reembolso».', 'I cannot register the refund without the invoice. You have up to 90 days; when you have it, write “refund”.'), 'anything_else'),
    sure: buttons({
      text: t('Registraré un reembolso de {{ amount | money }} por un gasto del {{ happenedOn | date }}. ¿Todo correcto?', 'I will register a refund of {{ amount | money }} for an expense on {{ happenedOn | date }}. Is everything right?'),
      options: {
        yes: option(t('Sí, registrarlo', 'Yes, register it'), 'open_refund', { words: ['sí', 'si', 'yes', 'correcto'] }),
        fix: option(t('Corregir', 'Fix it'), 'amount', { words: ['no', 'cambiar', 'change'] }),
        leave: option(t('Dejarlo así', 'Leave it'), 'left'),
      },
    }),
    open_refund: askClinic('open_claim', { document: path('cedula'), kind: literal('REIMBURSEMENT'), description: path('story'), amount: path('amount'), happenedOn: path('happenedOn'), receipt: path('receiptPhoto') }, { saveAs: 'claim', next: 'opened' }),
    sorry: say(t('Lamento mucho que haya pasado un mal rato. Quiero que su queja llegue a quien corresponde.', 'I am very sorry that you had a bad experience. I want your complaint to reach the right person.'), 'whose'),
    whose: ask({
      text: t('¿Cuál es la cédula de la persona afectada?', 'What is the cédula (national ID) of the person affected?'),
      notUnderstood: t('Ese número no parece una cédula; son once dígitos. ¿Me lo escribe otra vez?', 'That does not look like a cédula; it has eleven digits. Could you write it again?'),
      answer: answers.cedula, saveAs: 'cedula', skipIfKnown: true, next: 'what_happened',
    }),
    what_happened: ask({
      text: t('Cuénteme qué pasó, cuándo y en cuál centro.', 'Tell me what happened, when, and at which centre.'),
      answer: answers.freeText(10, 2000), saveAs: 'story', next: 'urgent',
    }),
    urgent: branch({ urgent: { when: soundsUrgent('story'), to: 'is_it_urgent' } }, 'open_complaint', { name: '¿Habla de una emergencia?' }),
    is_it_urgent: buttons({
      text: t('¿Hay alguien en peligro en este momento?', 'Is anyone in danger right now?'),
      options: {
        yes: option(t('Sí, es urgente', 'Yes, it is urgent'), 'emergency', { words: ['sí', 'si', 'yes'] }),
        no: option(t('No, ya pasó', 'No, it is over'), 'open_complaint', { words: ['no'] }),
      },
    }),
    emergency: jump('emergency'),
    open_complaint: askClinic('open_claim', { document: path('cedula'), kind: literal('COMPLAINT'), description: path('story') }, { saveAs: 'claim', next: 'opened' }),
    opened: say(t(
      'Quedó registrado con el número *{{ claim.number }}*. Le respondemos a más tardar el {{ claim.answerBy | date }}, y con ese número puede ver cómo va cuando guste.',
      'It is registered under number *{{ claim.number }}*. You will have our answer by {{ claim.answerBy | date }}, and with that number you can follow it whenever you like.',
    ), 'anything_else'),
    left: say(t('De acuerdo, no registré nada.', 'All right, I have registered nothing.'), 'anything_else'),
  },
})
