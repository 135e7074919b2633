import { answers, ask, branch, buttons, flow, is, list, literal, onIntent, onWords, option, own, path, say, set, t } from '../build/index.ts'
import { meant } from '../common/meant.ts'
import { askInstitution } from './institution.ts'

/** Who wishes not to be named is not asked, and the institution's system is not told. */
export const complaintsFlow = flow('complaints', {
  name: 'Quejas, denuncias y reclamos',
  description: 'Con nombre o de forma anónima; da un número con el que se puede seguir.',
  variables: [
    own('kind', 'TEXT'), own('anonymous', 'YES_NO', { initial: false }), own('complainant', 'TEXT', { personal: true }), own('phone', 'TEXT', { personal: true }),
    own('story', 'TEXT', { personal: true }), own('spot', 'LOCATION', { personal: true }), own('photo', 'FILE', { personal: true }), own('complaint', 'OBJECT'),
  ],
  triggers: [
    onIntent('file_complaint'), onIntent('report_street_problem'),
    onWords(['queja', 'quejarme', 'denuncia', 'denunciar', 'reclamo', 'reclamación', 'reportar'], ['complaint', 'complain', 'report a problem', 'denounce', 'claim']),
  ],
  summary: t('Queja o denuncia.{% if story and anonymous != true %} Contó: {{ story }}{% endif %}', 'Complaint.{% if story and anonymous != true %} Told us: {{ story }}{% endif %}'),
  steps: {
    blank: set({ complainant: literal(null), phone: literal(null), spot: literal(null), photo: literal(null) }, 'meant', { name: 'Todavía nada' }),
    meant: branch({ street: { when: meant('report_street_problem'), to: 'street' } }, 'kind', { name: '¿Ya dijo de qué?' }),
    street: set({ kind: literal('STREET') }, 'named', { name: 'Problema en la calle' }),
    kind: list({
      text: t('Gracias por avisarnos. ¿De qué se trata?', 'Thank you for letting us know. What is it about?'),
      options: {
        SERVICE: option(t('Trato o demora', 'Treatment or delay'), 'named', { description: t('En una oficina o por teléfono', 'At an office or by phone'), words: ['trato', 'demora', 'delay'] }),
        STREET: option(t('Problema en la calle', 'Street problem'), 'named', { description: t('Hoyos, basura, alumbrado', 'Potholes, waste, lights'), words: ['calle', 'basura', 'street'] }),
        CONDUCT: option(t('Conducta indebida', 'Misconduct'), 'named', { description: t('De un servidor público', 'Of a public servant'), words: ['soborno', 'corrupción', 'bribe'] }),
        CLAIM: option(t('Error en un trámite', 'Error in a request'), 'named', { description: t('Un dato o un cobro incorrecto', 'Wrong data or a wrong charge'), words: ['cobro', 'error', 'charge'] }),
      },
      saveAs: 'kind',
    }),
    named: buttons({
      text: t('¿Desea dar su nombre o prefiere que sea anónima? De las dos formas la investigamos.', 'Would you like to give your name or stay anonymous? We look into it either way.'),
      options: {
        named: option(t('Con mi nombre', 'With my name'), 'complainant', { words: ['nombre', 'name'] }),
        anonymous: option(t('De forma anónima', 'Anonymously'), 'mark_anonymous', { words: ['anónima', 'anónimo', 'anonymous'] }),
      },
    }),
    mark_anonymous: set({ anonymous: literal(true), complainant: literal(null), phone: literal(null) }, 'promise', { name: 'Anónima' }),
    promise: say(t('De acuerdo. Ni su nombre ni su teléfono irán en la denuncia.', 'All right. Neither your name nor your phone number will go with the complaint.'), 'story'),
    complainant: ask({ text: t('¿Cuál es su nombre completo?', 'What is your full name?'), answer: answers.freeText(3, 120), saveAs: 'complainant', next: 'phone' }),
    phone: ask({ text: t('¿A qué teléfono le podemos llamar?', 'Which phone number may we call?'), answer: answers.phone, saveAs: 'phone', next: 'mark_named' }),
    mark_named: set({ anonymous: literal(false) }, 'story', { name: 'Con su nombre' }),
    story: ask({
      text: t('Cuéntenos qué pasó, dónde y cuándo. Mientras más detalles, mejor.', 'Tell us what happened, where and when. The more detail, the better.'),
      answer: answers.freeText(10, 3000), saveAs: 'story', next: 'in_the_street',
    }),
    in_the_street: branch({ yes: { when: is('kind', 'EQUALS', 'STREET'), to: 'has_spot' } }, 'has_photo', { name: '¿Es en la calle?' }),
    has_spot: buttons({
      text: t('¿Me puede compartir la ubicación, para llegar directo?', 'Could you share the location, so that we get straight there?'),
      options: {
        yes: option(t('Sí, compartirla', 'Yes, share it'), 'spot', { words: ['sí', 'si', 'yes'] }),
        no: option(t('Seguir sin ella', 'Go on without it'), 'has_photo', { words: ['no'] }),
      },
    }),
    spot: ask({
      text: t('Toque el clip o el botón de adjuntar y elija «Ubicación».', 'Tap the attach button and choose “Location”.'),
      notUnderstood: t('No recibí la ubicación. Intente una vez más o escriba otra vez y seguimos sin ella.', 'I did not get the location. Try once more, or write again and we will go on without it.'),
      answer: answers.location, saveAs: 'spot', retries: 1, next: 'has_photo', failed: 'has_photo',
    }),
    has_photo: buttons({
      text: t('¿Tiene una foto o un documento que ayude?', 'Do you have a photo or document that would help?'),
      options: {
        yes: option(t('Sí, enviarla', 'Yes, send it'), 'photo', { words: ['sí', 'si', 'yes'] }),
        no: option(t('Seguir sin foto', 'Go on without it'), 'sure', { words: ['no'] }),
      },
    }),
    photo: ask({
      text: t('Envíela, por favor.', 'Please send it.'),
      notUnderstood: t('Eso no es una foto ni un archivo. Intente una vez más o escriba otra vez y seguimos sin ella.', 'That is neither a photo nor a file. Try once more, or write again and we will go on without it.'),
      answer: answers.file, saveAs: 'photo', retries: 1, next: 'sure', failed: 'sure',
    }),
    sure: buttons({
      text: t(
        'La registro {% if anonymous %}de forma anónima{% else %}a nombre de {{ complainant }}{% endif %}: «{{ story | truncate: 300 }}». ¿Está bien así?',
        'I will register it {% if anonymous %}anonymously{% else %}in the name of {{ complainant }}{% endif %}: “{{ story | truncate: 300 }}”. Is that right?',
      ),
      options: {
        yes: option(t('Sí, registrarla', 'Yes, register it'), 'open', { words: ['sí', 'si', 'yes', 'correcto'] }),
        fix: option(t('Corregir algo', 'Fix something'), 'fix', { words: ['corregir', 'change'] }),
        no: option(t('Dejarlo así', 'Leave it'), 'left', { words: ['no'] }),
      },
    }),
    fix: buttons({
      text: t('¿Qué corregimos?', 'What shall we fix?'),
      options: {
        story: option(t('Lo que pasó', 'What happened'), 'story'),
        named: option(t('Con o sin mi nombre', 'Named or anonymous'), 'named'),
        kind: option(t('De qué se trata', 'What it is about'), 'kind'),
      },
    }),
    open: askInstitution('open_complaint', {
      kind: path('kind'), description: path('story'), anonymous: path('anonymous'), name: path('complainant'), phone: path('phone'), place: path('spot'), photo: path('photo'),
    }, { saveAs: 'complaint', waitText: t('Un momento, la estoy registrando.', 'One moment, I am registering it.'), next: 'opened' }),
    opened: say(t(
      'Quedó registrada con el número *{{ complaint.number }}*. Guárdelo: con él puede ver cómo va. Le respondemos a más tardar el {{ complaint.answerBy | date }}.',
      'It is registered under number *{{ complaint.number }}*. Keep it: it lets you follow the matter. You will have an answer by {{ complaint.answerBy | date }}.',
    ), 'anything_else'),
    left: say(t('De acuerdo, no registré nada.', 'All right, I have registered nothing.'), 'anything_else'),
  },
})
