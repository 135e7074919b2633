import { answers, branch, buttons, call, flow, form, is, onWords, option, own, path, request, say, t, valuesOf, variablesOf, type Field } from '../build/index.ts'
import type { TemplateRequestType } from '../template.ts'
import { applicantFields, emailField, incomeFields } from './application.ts'

const fields: Field[] = [
  ...applicantFields, emailField,
  {
    name: 'birthDate', personal: true, label: t('Fecha de nacimiento', 'Date of birth'), answer: answers.date({ until: 'TODAY' }),
    text: t('¿Cuál es su fecha de nacimiento? Por ejemplo, 15/03/1985.', 'What is your date of birth? For example, March 15, 1985.'),
  },
  {
    name: 'address', personal: true, label: t('Dirección', 'Address'), answer: answers.freeText(8, 300),
    text: t('¿Cuál es su dirección? Incluya calle, número, sector y ciudad.', 'What is your address? Please include street, number, neighbourhood and city.'),
  },
  incomeFields[0]!,
  {
    name: 'idFront', personal: true, label: t('Cédula, frente', 'Cédula, front'), answer: answers.photo,
    text: t('Ahora envíeme una foto del frente de su cédula, con buena luz y sin reflejos.', 'Now please send me a photo of the front of your cédula, in good light and without glare.'),
    notUnderstood: t('Necesito una foto del frente de su cédula. Tómela con su celular y envíela por aquí.', 'I need a photo of the front of your cédula. Take it with your phone and send it here.'),
  },
  {
    name: 'idBack', personal: true, label: t('Cédula, dorso', 'Cédula, back'), answer: answers.photo,
    text: t('Gracias. Y ahora una del dorso, por favor.', 'Thank you. And now one of the back, please.'),
    notUnderstood: t('Necesito una foto del dorso de su cédula.', 'I need a photo of the back of your cédula.'),
  },
]

const [cedula] = fields.filter(({ name }) => name === 'applicantCedula')
const others = fields.filter(field => field !== cedula)

export const newCustomerType: TemplateRequestType = { key: 'new_customer', name: t('Nuevo cliente', 'New customer'), fields: fields.map(({ name, label }) => ({ name, label })) }

/** The cédula comes first, so that nobody who is a customer already types everything. */
export const onboardingFlow = flow('onboarding', {
  name: 'Hacerse cliente',
  description: 'Pide consentimiento, datos y fotos de la cédula a quien quiere ser cliente, y abre la solicitud.',
  variables: [...variablesOf(fields), own('found', 'OBJECT', { personal: true }), own('requestNumber', 'TEXT')],
  triggers: [onWords(['quiero ser cliente', 'hacerme cliente', 'nuevo cliente', 'no soy cliente'], ['become a customer', 'new customer', 'not a customer'])],
  summary: t(
    'Quiere hacerse cliente.{% if applicantName %} {{ applicantName }}.{% endif %}{% if applicantCedula %} Cédula: {{ applicantCedula | document }}.{% endif %}{% if applicantPhone %} Tel.: {{ applicantPhone | phone }}.{% endif %}',
    'Wants to become a customer.{% if applicantName %} {{ applicantName }}.{% endif %}{% if applicantCedula %} Cédula: {{ applicantCedula | document }}.{% endif %}{% if applicantPhone %} Phone: {{ applicantPhone | phone }}.{% endif %}',
  ),
  steps: {
    welcome: say(t(
      '¡Nos alegra que quiera ser parte de nosotros! Tenga a mano su cédula: le pediré sus datos y dos fotos de ella. Toma unos cinco minutos.',
      'We are glad that you want to join us! Have your cédula at hand: I will ask for your details and two photos of it. It takes about five minutes.',
    ), 'consent'),
    consent: buttons({
      text: t(
        '¿Nos autoriza a usar sus datos y las fotos para abrir su expediente como cliente, conforme a la ley de protección de datos?',
        'Do you authorise us to use your details and the photos to open your customer file, in accordance with the data protection law?',
      ),
      options: {
        yes: option(t('Sí, autorizo', 'Yes, I do'), 'ask_applicantCedula', { words: ['sí', 'si', 'yes', 'autorizo'] }),
        no: option(t('No autorizo', 'No, I do not'), 'no_consent', { words: ['no'] }),
      },
    }),
    no_consent: say(t(
      'Está bien, no guardé nada. Si cambia de idea, escríbame «hacerme cliente»; también puede abrir su cuenta en cualquier sucursal.',
      'All right, I have kept nothing. If you change your mind, write “new customer”; you can also open your account at any branch.',
    ), 'anything_else'),
    ...form({ fields: [cedula!, ...others], title: t('Estos son sus datos:', 'These are your details:'), next: 'register' }),
    ask_applicantCedula: { ...form({ fields: [cedula!], title: t('', ''), next: 'find' }).ask_applicantCedula!, next: { answered: 'find', failed: 'lost' } },
    find: call('bank', 'find_customer', { cedula: path('applicantCedula') }, { saveAs: 'found', next: 'already', failed: 'why_not' }),
    why_not: branch({ new: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: `ask_${others[0]!.name}` } }, 'trouble', { name: '¿Es nuevo o falló?' }),
    already: buttons({
      text: t('Esa cédula ya está en nuestros registros. ¿Desea actualizar sus datos?', 'That cédula is already in our records. Would you like to update your details?'),
      options: {
        update: option(t('Sí, actualizar', 'Yes, update them'), `ask_${others[0]!.name}`, { words: ['sí', 'si', 'yes'] }),
        leave: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
    register: request('new_customer', {
      title: t('{% if found %}Actualización de datos{% else %}Nuevo cliente{% endif %}: {{ applicantName }}', '{% if found %}Update of details{% else %}New customer{% endif %}: {{ applicantName }}'),
      fields: valuesOf(fields), saveAs: 'requestNumber', next: 'registered',
    }),
    registered: say(t(
      '¡Todo listo, {{ applicantName }}! Su número de solicitud es {{ requestNumber }}. Revisaremos sus documentos y le escribiremos por aquí en un plazo de dos días laborables.',
      'All set, {{ applicantName }}! Your request number is {{ requestNumber }}. We will review your documents and write to you here within two working days.',
    ), 'anything_else'),
  },
})
