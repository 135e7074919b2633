import { answers, ask, branch, buttons, flow, is, list, literal, onIntent, onWords, option, own, path, say, set, subFlow, t } from '../build/index.ts'
import { payDueVariables } from '../common/pay-due.flow.ts'
import { meant } from '../common/meant.ts'
import { askInstitution, citizenVariables } from './institution.ts'
import { categoryMenu, serviceDetails, serviceMenu, unknownOr } from './service-choice.ts'

export const serviceRequestFlow = flow('service_request', {
  name: 'Solicitar un servicio',
  description: 'Certificados, licencias, permisos y otros servicios: requisitos, datos, documentos, número y pago de la tasa.',
  variables: [
    ...citizenVariables, ...payDueVariables,
    own('serviceKey', 'TEXT', { passed: 'IN', note: 'Clave del servicio, si ya se sabe.' }), own('category', 'TEXT'), own('services', 'LIST'), own('chosen', 'OBJECT'),
    own('applicant', 'TEXT', { personal: true }), own('delivery', 'TEXT'), own('email', 'TEXT', { personal: true }), own('details', 'TEXT', { personal: true }), own('attachment', 'FILE', { personal: true }),
    own('opened', 'OBJECT'),
  ],
  triggers: [
    onIntent('request_certificate'), onIntent('apply_license'), onIntent('request_id_card'), onIntent('request_passport'), onIntent('report_data_error'),
    onWords(['solicitar', 'solicitud', 'certificado', 'certificación', 'sacar una licencia', 'permiso'], ['request', 'apply', 'certificate', 'permit', 'license', 'licence']),
  ],
  summary: t(
    'Solicitud de servicio.{% if chosen %} Servicio: {{ chosen.name }}.{% endif %}{% if holder %} Cédula o RNC: {{ holder | document }}.{% endif %}{% if applicant %} A nombre de: {{ applicant }}.{% endif %}{% if opened %} Número: {{ opened.number }}.{% endif %}',
    'Request for a service.{% if chosen %} Service: {{ chosen.name }}.{% endif %}{% if holder %} Cédula or RNC: {{ holder | document }}.{% endif %}{% if applicant %} In the name of: {{ applicant }}.{% endif %}{% if opened %} Number: {{ opened.number }}.{% endif %}',
  ),
  steps: {
    blank: set({ email: literal(null), details: literal(null), attachment: literal(null) }, 'meant', { name: 'Todavía nada' }),
    meant: branch({
      given: { when: is('serviceKey', 'IS_SET'), to: 'get' },
      certificate: { when: meant('request_certificate'), to: 'certificates' },
      licence: { when: meant('apply_license'), to: 'licences' },
      correction: { when: meant('report_data_error'), to: 'correction' },
    }, 'category', { name: '¿Ya dijo cuál?' }),
    certificates: set({ category: literal('CERTIFICATE') }, 'find', { name: 'Certificados' }),
    licences: set({ category: literal('LICENCE') }, 'find', { name: 'Licencias y permisos' }),
    correction: set({ serviceKey: literal('data-correction') }, 'get', { name: 'Corrección de datos' }),
    get: askInstitution('get_service', { service: path('serviceKey') }, { saveAs: 'chosen', next: 'ready', failed: 'why_not' }),
    category: categoryMenu('find'),
    find: askInstitution('list_services', { category: path('category') }, { save: [{ from: 'services', to: 'services' }], next: 'which', failed: 'why_not' }),
    why_not: unknownOr('nothing', '¿No hay o falló?'),
    nothing: say(t('Ese servicio no lo ofrecemos por aquí. Veamos los que sí.', 'We do not offer that service here. Let us look at those that we do.'), 'category'),
    which: serviceMenu('show'),
    show: say(serviceDetails, 'ready'),
    ready: buttons({
      text: t('Para solicitar «{{ chosen.name }}» le tomará unos tres minutos. ¿Empezamos?', 'Requesting “{{ chosen.name }}” takes about three minutes. Shall we begin?'),
      options: {
        yes: option(t('Sí, empezar', 'Yes, begin'), 'holder', { words: ['sí', 'si', 'yes', 'empecemos'] }),
        other: option(t('Ver otro servicio', 'See another one'), 'category', { words: ['otro', 'another'] }),
        no: option(t('Ahora no', 'Not now'), 'anything_else', { words: ['no'] }),
      },
    }),
    holder: ask({
      text: t('¿Cuál es la cédula o el RNC del solicitante?', 'What is the applicant’s cédula (national ID) or RNC (tax ID)?'),
      help: t('La cédula tiene once dígitos y el RNC, nueve. Puede escribirlos con guiones o sin ellos.', 'A cédula has eleven digits and an RNC nine, with or without hyphens.'),
      notUnderstood: t('Ese número no parece una cédula ni un RNC. ¿Me lo escribe otra vez?', 'That looks like neither a cédula nor an RNC. Could you write it again?'),
      answer: answers.document, saveAs: 'holder', skipIfKnown: true, next: 'applicant',
    }),
    applicant: ask({ text: t('¿A nombre de quién va? Escríbalo como debe salir en el documento.', 'In whose name? Write it as it should appear on the document.'), answer: answers.freeText(3, 120), saveAs: 'applicant', next: 'needs_details' }),
    needs_details: branch({ yes: { when: is('chosen.needsDetails', 'IS_TRUE'), to: 'details' } }, 'needs_file', { name: '¿Hace falta explicar algo?' }),
    details: ask({
      text: t('Cuéntenos lo necesario: de qué se trata, dónde y para cuándo.', 'Tell us what we need to know: what it is about, where, and by when.'),
      answer: answers.freeText(5, 1000), saveAs: 'details', next: 'needs_file',
    }),
    needs_file: branch({ yes: { when: is('chosen.needsFile', 'IS_TRUE'), to: 'attachment' } }, 'delivery', { name: '¿Pide algún documento?' }),
    attachment: ask({
      text: t('Envíeme una foto o el archivo del documento que se pide. Si son varios, empiece por el principal.', 'Send me a photo or file of the document that is required. If there are several, begin with the main one.'),
      notUnderstood: t('Necesito una foto o un archivo. Si no lo tiene a mano, escriba otra vez y seguimos sin él.', 'I need a photo or a file. If you do not have it at hand, write once more and we will go on without it.'),
      answer: answers.file, saveAs: 'attachment', retries: 1, next: 'delivery', failed: 'file_later',
    }),
    file_later: say(t('De acuerdo. Podrá enviarlo luego con el número de la solicitud.', 'All right. You can send it later with the number of your request.'), 'delivery'),
    delivery: buttons({
      text: t('¿Cómo desea recibirlo?', 'How would you like to receive it?'),
      options: {
        EMAIL: option(t('Por correo', 'By e-mail'), 'email', { words: ['correo', 'email', 'e-mail'] }),
        OFFICE: option(t('Retirarlo en oficina', 'Collect it'), 'sure', { words: ['oficina', 'retirar', 'office'] }),
      },
      saveAs: 'delivery',
    }),
    email: ask({ text: t('¿A qué correo se lo enviamos?', 'Which e-mail address should we send it to?'), answer: answers.email, saveAs: 'email', next: 'sure' }),
    sure: buttons({
      text: t(
        'Revisemos: {{ chosen.name }}, a nombre de {{ applicant }} ({{ holder | document }}). {% if delivery == "EMAIL" %}Lo enviamos a {{ email }}{% else %}Lo retira en la oficina{% endif %}. {% if chosen.free %}No tiene costo{% else %}La tasa es de {{ chosen.fee | money }}{% endif %}. ¿Envío la solicitud?',
        'Let us check: {{ chosen.name }}, in the name of {{ applicant }} ({{ holder | document }}). {% if delivery == "EMAIL" %}We send it to {{ email }}{% else %}You collect it at the office{% endif %}. {% if chosen.free %}It is free{% else %}The fee is {{ chosen.fee | money }}{% endif %}. Shall I send it?',
      ),
      options: {
        yes: option(t('Sí, enviarla', 'Yes, send it'), 'open', { words: ['sí', 'si', 'yes', 'correcto'] }),
        fix: option(t('Corregir algo', 'Fix something'), 'fix', { words: ['corregir', 'cambiar', 'change'] }),
        no: option(t('Dejarlo así', 'Leave it'), 'left', { words: ['no'] }),
      },
    }),
    fix: list({
      text: t('¿Qué corregimos?', 'What shall we fix?'),
      options: {
        service: option(t('El servicio', 'The service'), 'category'),
        holder: option(t('La cédula o el RNC', 'The cédula or RNC'), 'forget_holder'),
        applicant: option(t('El nombre', 'The name'), 'applicant'),
        delivery: option(t('Cómo lo recibo', 'How I receive it'), 'delivery'),
      },
    }),
    forget_holder: set({ holder: literal(null), identified: literal(false) }, 'holder', { name: 'Olvidar el documento' }),
    left: say(t('De acuerdo, no envié nada.', 'All right, I have sent nothing.'), 'anything_else'),
    open: askInstitution('request_service', {
      document: path('holder'), service: path('chosen.key'), name: path('applicant'), email: path('email'), delivery: path('delivery'), details: path('details'), attachment: path('attachment'),
    }, { saveAs: 'opened', waitText: t('Un momento, la estoy registrando.', 'One moment, I am registering it.'), next: 'is_free' }),
    is_free: branch({ free: { when: is('opened.free', 'IS_TRUE'), to: 'done_free' } }, 'pay_now', { name: '¿Tiene costo?' }),
    done_free: say(t(
      'Listo. Su solicitud tiene el número *{{ opened.number }}* y es gratis. Debe estar lista el {{ opened.readyOn | date }}; con el número puede ver cómo va.',
      'Done. Your request is number *{{ opened.number }}* and is free. It should be ready on {{ opened.readyOn | date }}; with its number you can follow it.',
    ), 'anything_else'),
    pay_now: buttons({
      text: t(
        'Listo. Su solicitud tiene el número *{{ opened.number }}*. La tramitamos en cuanto pague la tasa de {{ opened.fee | money }}. ¿Desea pagarla ahora?',
        'Done. Your request is number *{{ opened.number }}*. We will process it as soon as the fee of {{ opened.fee | money }} is paid. Would you like to pay it now?',
      ),
      options: {
        now: option(t('Pagar ahora', 'Pay now'), 'pay', { words: ['sí', 'si', 'yes', 'ahora', 'now'] }),
        later: option(t('Pagar después', 'Pay later'), 'unpaid', { words: ['no', 'después', 'later'] }),
      },
    }),
    pay: subFlow('pay_due', {
      parameters: { dueNumber: path('opened.number'), dueTitle: path('chosen.name'), dueAmount: path('opened.fee') }, results: { outcome: 'outcome' }, next: 'was_paid', failed: 'anything_else',
    }),
    was_paid: branch({ paid: { when: is('outcome', 'EQUALS', 'PAID'), to: 'done' }, unpaid: { when: is('outcome', 'EQUALS', 'UNPAID'), to: 'unpaid' } }, 'anything_else', { name: '¿Se pagó?' }),
    done: say(t('Ya estamos trabajando en su solicitud {{ opened.number }}. Debe estar lista el {{ opened.readyOn | date }}.', 'We are now working on your request {{ opened.number }}. It should be ready on {{ opened.readyOn | date }}.'), 'anything_else'),
    unpaid: say(t('Su solicitud queda guardada. Cuando quiera pagarla, escríbame «pagar» y use el número {{ opened.number }}.', 'Your request is kept. Whenever you want to pay it, write “pay” and use number {{ opened.number }}.'), 'anything_else'),
  },
})
