import { answers, ask, branch, buttons, flow, is, jump, list, literal, onIntent, onWords, option, own, path, request, say, set, subFlow, t } from '../build/index.ts'
import { askClinic, memberVariables } from './clinic.ts'

export const affiliationFlow = flow('affiliation', {
  name: 'Afiliación',
  description: 'Afilia a una persona con sus dependientes y documentos, incluye dependientes en un plan que ya existe, y dice cómo va una afiliación.',
  variables: [
    ...memberVariables,
    own('plans', 'LIST'), own('plan', 'OBJECT'), own('applicant', 'TEXT', { personal: true }), own('applicantDocument', 'TEXT', { personal: true }), own('email', 'TEXT', { personal: true }),
    own('dependants', 'NUMBER', { initial: 0 }), own('dependantNames', 'TEXT', { personal: true }), own('dependantsPhoto', 'FILE', { personal: true }), own('documentPhoto', 'FILE', { personal: true }),
    own('application', 'OBJECT'), own('ticket', 'TEXT'),
  ],
  triggers: [
    onIntent('buy_policy'), onIntent('quote_policy'), onIntent('update_insured_data'),
    onWords(['afiliarme', 'afiliación', 'afiliar', 'inscribirme', 'quiero un plan', 'qué planes tienen', 'incluir un dependiente', 'incluir a mi hijo'], ['join', 'membership', 'enroll', 'which plans', 'add a dependant']),
  ],
  summary: t(
    'Afiliación.{% if plan %} Plan: {{ plan.name }}.{% endif %}{% if applicant %} Solicitante: {{ applicant }}.{% endif %}{% if applicantDocument %} Cédula: {{ applicantDocument | document }}.{% endif %}{% if dependantNames %} Dependientes: {{ dependantNames }}{% endif %}',
    'Membership.{% if plan %} Plan: {{ plan.name }}.{% endif %}{% if applicant %} Applicant: {{ applicant }}.{% endif %}{% if applicantDocument %} Cédula: {{ applicantDocument | document }}.{% endif %}{% if dependantNames %} Dependants: {{ dependantNames }}{% endif %}',
  ),
  steps: {
    what: buttons({
      text: t('¿Qué desea hacer?', 'What would you like to do?'),
      options: {
        join: option(t('Afiliarme', 'Join'), 'blank', { words: ['nuevo', 'inscribirme', 'new'] }),
        include: option(t('Incluir dependiente', 'Add a dependant'), 'identify', { words: ['dependiente', 'hijo', 'hija', 'esposa', 'esposo', 'dependant'] }),
        follow: option(t('Ver mi solicitud', 'Follow my request'), 'follow', { words: ['estado', 'cómo va', 'status'] }),
      },
    }),
    follow: jump('affiliation_status'),
    blank: set({ dependantNames: literal(null), dependantsPhoto: literal(null), documentPhoto: literal(null) }, 'plans', { name: 'Todavía nada' }),
    plans: askClinic('list_plans', {}, { save: [{ from: 'plans', to: 'plans' }], next: 'plan' }),
    plan: list({
      text: t(
        'Tenemos estos planes:{% for one in plans %}\n• *{{ one.name }}*: {{ one.summary }}. {{ one.monthly | money }} al mes y {{ one.perDependant | money }} por cada dependiente.{% endfor %}\n¿Cuál prefiere?',
        'We have these plans:{% for one in plans %}\n• *{{ one.name }}*: {{ one.summary }}. {{ one.monthly | money }} a month and {{ one.perDependant | money }} for each dependant.{% endfor %}\nWhich one would you like?',
      ),
      items: { list: 'plans', title: t('{{ item.name | truncate: 20 }}', '{{ item.name | truncate: 20 }}'), description: t('{{ item.monthly | money }} al mes', '{{ item.monthly | money }} a month'), most: 8, to: 'applicant' },
      options: {
        advice: option(t('Quiero orientación', 'I would like advice'), 'to_person'),
        none: option(t('Por ahora ninguno', 'None for now'), 'anything_else', { words: ['no', 'ninguno'] }),
      },
      saveAs: 'plan',
    }),
    applicant: ask({ text: t('Muy bien. ¿Cuál es su nombre completo, como está en la cédula?', 'Very good. What is your full name, as on your ID card?'), answer: answers.freeText(5, 100), saveAs: 'applicant', next: 'document' }),
    document: ask({
      text: t('¿Y su número de cédula?', 'And your cédula (national ID) number?'),
      notUnderstood: t('Ese número no parece una cédula; son once dígitos. ¿Me lo escribe otra vez?', 'That does not look like a cédula; it has eleven digits. Could you write it again?'),
      answer: answers.cedula, saveAs: 'applicantDocument', next: 'email',
    }),
    email: ask({ text: t('¿A qué correo le enviamos el contrato?', 'Which e-mail address should we send the contract to?'), answer: answers.email, saveAs: 'email', next: 'dependants' }),
    dependants: ask({
      text: t('¿A cuántas personas desea incluir, además de usted? Si a ninguna, escriba 0.', 'How many people would you like to include besides yourself? If none, write 0.'),
      answer: answers.wholeNumber(0, 8), saveAs: 'dependants', next: 'any_dependants',
    }),
    any_dependants: branch({ some: { when: is('dependants', 'AT_LEAST', 1), to: 'dependant_names' } }, 'document_photo', { name: '¿Incluye dependientes?' }),
    dependant_names: ask({
      text: t('Escríbame en un solo mensaje el nombre, el parentesco y la fecha de nacimiento de cada una.', 'In one message, write the name, relationship and date of birth of each of them.'),
      help: t('Por ejemplo: «Nombre Apellido, hija, 12 de mayo de 2015».', 'For example: “First Last, daughter, May 12, 2015”.'),
      answer: answers.freeText(5, 1000), saveAs: 'dependantNames', next: 'dependants_photo',
    }),
    dependants_photo: ask({
      text: t('Envíeme una foto del acta de nacimiento o de matrimonio que muestre el parentesco.', 'Send me a photo of the birth or marriage certificate that shows the relationship.'),
      notUnderstood: t('Necesito una foto. Si no la tiene a mano, escriba otra vez y seguimos sin ella.', 'I need a photo. If you do not have it at hand, write once more and we will go on without it.'),
      answer: answers.photo, saveAs: 'dependantsPhoto', retries: 1, next: 'document_photo', failed: 'photo_later',
    }),
    photo_later: say(t('No se preocupe, nos la puede enviar después.', 'Do not worry, you can send it to us later.'), 'document_photo'),
    document_photo: ask({
      text: t('Ahora envíeme una foto de su cédula, por el frente, con buena luz.', 'Now send me a photo of the front of your ID card, in good light.'),
      notUnderstood: t('Necesito una foto. Si no la tiene a mano, escriba otra vez y seguimos sin ella.', 'I need a photo. If you do not have it at hand, write once more and we will go on without it.'),
      answer: answers.photo, saveAs: 'documentPhoto', retries: 1, next: 'sure', failed: 'document_later',
    }),
    document_later: say(t('No se preocupe, se la pediremos antes de firmar.', 'Do not worry, we will ask you for it before signing.'), 'sure'),
    sure: buttons({
      text: t(
        'Revisemos: {{ plan.name }} a nombre de {{ applicant }}, cédula {{ applicantDocument | document }}{% if dependants > 0 %}, con {{ dependants }} dependiente{% if dependants > 1 %}s{% endif %}{% endif %}. El contrato va a {{ email }}. ¿Envío la solicitud?',
        'Let us check: {{ plan.name }} for {{ applicant }}, cédula {{ applicantDocument | document }}{% if dependants > 0 %}, with {{ dependants }} dependant{% if dependants > 1 %}s{% endif %}{% endif %}. The contract goes to {{ email }}. Shall I send it?',
      ),
      options: {
        yes: option(t('Sí, enviarla', 'Yes, send it'), 'apply', { words: ['sí', 'si', 'yes', 'correcto'] }),
        fix: option(t('Corregir algo', 'Fix something'), 'fix', { words: ['corregir', 'cambiar', 'change'] }),
        no: option(t('Dejarlo así', 'Leave it'), 'left', { words: ['no'] }),
      },
    }),
    fix: list({
      text: t('¿Qué corregimos?', 'What shall we fix?'),
      options: {
        plan: option(t('El plan', 'The plan'), 'plan'),
        name: option(t('Mi nombre o cédula', 'My name or ID'), 'applicant'),
        email: option(t('El correo', 'The e-mail'), 'email'),
        dependants: option(t('Los dependientes', 'The dependants'), 'dependants'),
      },
    }),
    apply: askClinic('request_affiliation', {
      document: path('applicantDocument'), plan: path('plan.key'), name: path('applicant'), email: path('email'), dependants: path('dependants'),
      dependantNames: path('dependantNames'), documentPhoto: path('documentPhoto'), dependantsPhoto: path('dependantsPhoto'),
    }, { saveAs: 'application', waitText: t('Un momento, estoy registrando su solicitud.', 'One moment, I am registering your application.'), next: 'applied' }),
    applied: say([
      t('¡Listo! Su solicitud quedó registrada con el número *{{ application.number }}*.', 'Done! Your application is registered under number *{{ application.number }}*.'),
      t('La cuota sería de {{ application.monthly | money }} al mes. Le respondemos a más tardar el {{ application.answerBy | date }}.', 'The fee would be {{ application.monthly | money }} a month. You will have our answer by {{ application.answerBy | date }}.'),
    ], 'anything_else'),
    left: say(t('De acuerdo, no envié nada. Cuando se decida, aquí estamos.', 'All right, I have sent nothing. We are here whenever you decide.'), 'anything_else'),
    identify: subFlow('identify_member', { results: { cedula: 'cedula', member: 'member' }, next: 'new_names', failed: 'anything_else' }),
    new_names: ask({
      text: t('¿A quién desea incluir? Escríbame nombre completo, parentesco y fecha de nacimiento.', 'Who would you like to include? Write the full name, relationship and date of birth.'),
      answer: answers.freeText(5, 500), saveAs: 'dependantNames', next: 'new_photo',
    }),
    new_photo: ask({
      text: t('Envíeme una foto del acta de nacimiento o de matrimonio, por favor.', 'Please send me a photo of the birth or marriage certificate.'),
      notUnderstood: t('Necesito una foto. Si no la tiene a mano, escriba otra vez y seguimos sin ella.', 'I need a photo. If you do not have it at hand, write once more and we will go on without it.'),
      answer: answers.photo, saveAs: 'dependantsPhoto', retries: 1, next: 'include', failed: 'no_photo',
    }),
    no_photo: set({ dependantsPhoto: literal(null) }, 'include', { name: 'Sin foto por ahora' }),
    include: request('include_dependant', {
      title: t('Incluir dependiente', 'Add a dependant'),
      fields: { cedula: path('cedula'), dependant: path('dependantNames'), certificate: path('dependantsPhoto') }, saveAs: 'ticket', next: 'included',
    }),
    included: say(t(
      'Listo, su solicitud quedó con el número {{ ticket }}.{% unless dependantsPhoto %} Recuerde enviarnos el acta por aquí mismo.{% endunless %} Le avisaremos cuando esté incluido en su plan.',
      'Done, your request has number {{ ticket }}.{% unless dependantsPhoto %} Please remember to send us the certificate here.{% endunless %} We will let you know when your plan includes them.',
    ), 'anything_else'),
  },
})
