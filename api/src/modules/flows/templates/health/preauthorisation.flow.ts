import { answers, ask, branch, buttons, flow, is, jump, list, onIntent, onWords, option, own, path, say, set, subFlow, t } from '../build/index.ts'
import { askClinic, memberVariables } from './clinic.ts'

export const preauthorisationFlow = flow('preauthorisation', {
  name: 'Preautorización de cobertura',
  description: 'Procedimiento, indicación médica por foto y centro; da un número y lo que pagaría el afiliado.',
  variables: [
    ...memberVariables,
    own('study', 'TEXT', { personal: true, note: 'El estudio, como lo llamó.' }), own('procedures', 'LIST'), own('procedure', 'OBJECT', { personal: true }), own('orderPhoto', 'FILE', { personal: true }),
    own('centres', 'LIST'), own('centre', 'OBJECT'), own('authorisation', 'OBJECT', { personal: true }),
  ],
  triggers: [
    onIntent('coverage_preauthorization'),
    onWords(['autorización', 'preautorización', 'autorizar', 'que me autoricen'], ['pre-authorisation', 'preauthorization', 'authorisation', 'authorization']),
  ],
  summary: t(
    'Preautorización.{% if cedula %} Cédula: {{ cedula | document }}.{% endif %}{% if study %} Pidió: {{ study }}.{% endif %}{% if procedure %} Procedimiento: {{ procedure.name }}.{% endif %}{% if centre %} Centro: {{ centre.name }}.{% endif %}',
    'Pre-authorisation.{% if cedula %} Cédula: {{ cedula | document }}.{% endif %}{% if study %} Asked for: {{ study }}.{% endif %}{% if procedure %} Procedure: {{ procedure.name }}.{% endif %}{% if centre %} Centre: {{ centre.name }}.{% endif %}',
  ),
  steps: {
    what: buttons({
      text: t('¿Desea pedir una autorización o saber cómo va una?', 'Would you like to request an authorisation or follow one?'),
      options: {
        request: option(t('Pedir una', 'Request one'), 'identify', { words: ['nueva', 'solicitar', 'new'] }),
        follow: option(t('Ver cómo va', 'Follow one'), 'follow', { words: ['estado', 'status'] }),
      },
    }),
    follow: jump('preauthorisation_status'),
    identify: subFlow('identify_member', { results: { cedula: 'cedula', member: 'member' }, next: 'active', failed: 'anything_else' }),
    active: branch({ active: { when: is('member.active', 'IS_TRUE'), to: 'study' } }, 'suspended', { name: '¿Plan activo?' }),
    suspended: buttons({
      text: t('Su {{ member.planName }} aparece suspendido, y así no puedo tramitar la autorización. Casi siempre es por una cuota pendiente.', 'Your {{ member.planName }} appears as suspended, so I cannot request the authorisation. It is nearly always an unpaid fee.'),
      options: {
        pay: option(t('Ver mis cuotas', 'See my fees'), 'pay', { words: ['pagar', 'pay'] }),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'anything_else'),
      },
    }),
    pay: jump('payments'),
    study: ask({
      text: t('¿Qué estudio o procedimiento le indicaron?', 'Which test or procedure were you told to have?'),
      help: t('Escríbalo como aparece en la indicación: resonancia, sonografía, terapia física…', 'Write it as it stands in the order: MRI, ultrasound, physiotherapy…'),
      answer: answers.freeText(2, 200), saveAs: 'study', skipIfKnown: true, next: 'find',
    }),
    find: askClinic('find_procedures', { words: path('study') }, { save: [{ from: 'procedures', to: 'procedures' }], next: 'procedure', failed: 'why_not' }),
    why_not: branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'unknown' } }, 'trouble', { name: '¿No existe o falló?' }),
    unknown: buttons({
      text: t('No encuentro «{{ study }}» entre los procedimientos que se autorizan por aquí.', 'I cannot find “{{ study }}” among the procedures that are authorised here.'),
      options: {
        again: option(t('Decirlo de otro modo', 'Say it differently'), 'forget'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'anything_else'),
      },
    }),
    forget: set({ study: { literal: null } }, 'study', { name: 'Olvidar el procedimiento' }),
    procedure: list({
      text: t('¿Es este?', 'Is it this one?'),
      items: { list: 'procedures', title: t('{{ item.name | truncate: 20 }}', '{{ item.name | truncate: 20 }}'), description: t('Su plan cubre el {{ item.covered }} %', 'Your plan covers {{ item.covered }}%'), most: 8, to: 'order' },
      options: { other: option(t('No, es otro', 'No, another one'), 'forget', { words: ['no'] }) },
      saveAs: 'procedure',
    }),
    order: ask({
      text: t('Envíeme una foto de la indicación médica, donde se vean la firma y el sello.', 'Send me a photo of the doctor’s order, with signature and stamp in view.'),
      notUnderstood: t('Para pedir la autorización necesito la foto de la indicación. ¿Me la envía?', 'I need the photo of the doctor’s order to request the authorisation. Could you send it?'),
      help: t('Toque el clip o la cámara del chat y tómele una foto al papel, derecho y con buena luz.', 'Tap the clip or the camera of the chat and take a straight, well-lit photo of the paper.'),
      answer: answers.photo, saveAs: 'orderPhoto', next: 'centres', failed: 'no_order',
    }),
    no_order: say(t('Sin la indicación no la puedo tramitar todavía. Cuando la tenga a mano, escríbame «autorización» y seguimos.', 'I cannot request it without the order yet. When you have it at hand, write “authorisation” and we will go on.'), 'anything_else'),
    centres: askClinic('list_centres', {}, { save: [{ from: 'centres', to: 'centres' }], next: 'centre' }),
    centre: list({
      text: t('¿En qué centro se lo hará?', 'At which centre will you have it done?'),
      items: { list: 'centres', title: t('{{ item.name | truncate: 20 }}', '{{ item.name | truncate: 20 }}'), description: t('{{ item.city }}', '{{ item.city }}'), most: 8, to: 'sure' },
      options: { elsewhere: option(t('En otro centro', 'Somewhere else'), 'to_person') },
      saveAs: 'centre',
    }),
    sure: buttons({
      text: t('Voy a pedir la autorización de {{ procedure.name | downcase }} ({{ centre.name }}). ¿Está bien así?', 'I will request authorisation for {{ procedure.name }} at {{ centre.name }}. Is that right?'),
      options: {
        yes: option(t('Sí, pedirla', 'Yes, request it'), 'request', { words: ['sí', 'si', 'yes'] }),
        centre: option(t('Cambiar el centro', 'Change the centre'), 'centre'),
        no: option(t('Dejarlo así', 'Leave it'), 'left', { words: ['no'] }),
      },
    }),
    request: askClinic('request_authorisation', { document: path('cedula'), procedure: path('procedure.key'), centre: path('centre.key'), order: path('orderPhoto') }, {
      saveAs: 'authorisation', waitText: t('Un momento, la estoy registrando.', 'One moment, I am registering it.'), next: 'requested',
    }),
    requested: say([
      t('Listo. Su solicitud tiene el número *{{ authorisation.number }}*.', 'Done. Your request has number *{{ authorisation.number }}*.'),
      t(
        'Su plan cubre el {{ authorisation.covered }} %; a usted le tocaría pagar unos {{ authorisation.copay | money }}. Le respondemos a más tardar el {{ authorisation.answerBy | date }}.',
        'Your plan covers {{ authorisation.covered }}%; your share would be about {{ authorisation.copay | money }}. You will have our answer by {{ authorisation.answerBy | date }}.',
      ),
    ], 'anything_else'),
    left: say(t('De acuerdo, no pedí nada.', 'All right, I have requested nothing.'), 'anything_else'),
  },
})
