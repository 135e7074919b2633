import { answers, ask, branch, buttons, call, flow, form, is, literal, onIntent, onWords, option, own, path, request, say, set, t, template, valuesOf, variablesOf, type Field } from '../build/index.ts'
import type { TemplateRequestType } from '../template.ts'
import { orderVariables } from './order-text.ts'

const fields: Field[] = [
  {
    name: 'claimKind', label: t('Tipo', 'Type'), text: t('Lamento el inconveniente. ¿Qué pasó?', 'I am sorry for the trouble. What happened?'),
    answer: answers.choice('LIST', {
      not_arrived: t('No llegó', 'It did not arrive'), wrong: t('Llegó otra cosa', 'Wrong item arrived'), damaged: t('Llegó dañado', 'It arrived damaged'), missing: t('Faltó algo', 'Something is missing'),
      return: t('Quiero devolverlo', 'I want to return it'), warranty: t('Garantía', 'Warranty'), refund: t('Mi reembolso', 'My refund'), other: t('Otra cosa', 'Something else'),
    }),
  },
  {
    name: 'claimStory', label: t('Detalles', 'Details'), answer: answers.freeText(8, 1500),
    text: t('Cuénteme un poco más: qué producto es y qué ocurrió.', 'Tell me a little more: which product it is and what happened.'),
    notUnderstood: t('Deme un poco más de detalle, por favor, para poder ayudarle.', 'Please give me a little more detail, so that I can help you.'),
  },
  {
    name: 'claimWish', label: t('Lo que prefiere', 'What you prefer'), text: t('¿Cómo le gustaría que lo resolvamos?', 'How would you like us to settle it?'),
    answer: answers.choice('BUTTONS', { exchange: t('Que me lo cambien', 'An exchange'), refund: t('Mi dinero de vuelta', 'My money back'), other: t('Otra solución', 'Another solution') }),
  },
  { name: 'claimName', personal: true, label: t('Nombre', 'Name'), text: t('¿Cuál es su nombre completo?', 'What is your full name?'), answer: answers.freeText(3, 120) },
  { name: 'claimPhone', personal: true, label: t('Teléfono', 'Phone'), text: t('¿A qué teléfono le podemos llamar?', 'At what phone can we call you?'), answer: answers.phone },
]

const photoField = { name: 'claimPhoto', label: t('Foto', 'Photo') }

export const claimType: TemplateRequestType = {
  key: 'claim', name: t('Reclamo o devolución', 'Claim or return'),
  fields: [{ name: 'order', label: t('Pedido', 'Order') }, ...fields.map(({ name, label }) => ({ name, label })), photoField],
}

const title = t('Reclamo{% if order %} del pedido {{ order.number }}{% endif %}: {{ claimName }}', 'Claim{% if order %} about order {{ order.number }}{% endif %}: {{ claimName }}')
const noted = { order: template('{% if order %}{{ order.number }}{% endif %}'), ...valuesOf(fields) }

export const claimFlow = flow('claim', {
  name: 'Reclamos y devoluciones',
  description: 'Busca el pedido, toma el reclamo con foto si la hay y da un número para seguirlo.',
  variables: [...orderVariables, ...variablesOf(fields), own('claimPhoto', 'FILE', { personal: true }), own('photoAsked', 'YES_NO', { initial: false }), own('requestNumber', 'TEXT')],
  triggers: [
    onIntent('wrong_item_received'), onIntent('damaged_item_received'), onIntent('return_item'), onIntent('warranty_claim'), onIntent('refund_status'),
    onWords(['reclamo', 'devolución', 'devolver', 'garantía', 'llegó dañado', 'queja'], ['claim', 'return', 'warranty', 'damaged', 'complaint', 'refund']),
  ],
  summary: t(
    'Reclamo.{% if order %} Pedido {{ order.number }}.{% endif %}{% if claimStory %} {{ claimStory | truncate: 200 }}{% endif %}',
    'Claim.{% if order %} Order {{ order.number }}.{% endif %}{% if claimStory %} {{ claimStory | truncate: 200 }}{% endif %}',
  ),
  steps: {
    known: set({ claimName: path('contact.name'), claimPhone: path('contact.phone') }, 'said', { name: 'Lo que ya sabemos' }),
    said: branch({ number: { when: is('order_code', 'IS_SET'), to: 'find' } }, 'has_number', { name: '¿Ya dijo el número?' }),
    has_number: buttons({
      text: t('¿Tiene a mano el número de su pedido?', 'Do you have your order number at hand?'),
      options: {
        yes: option(t('Sí, lo tengo', 'Yes, I do'), 'ask_number', { words: ['sí', 'si', 'yes'] }),
        no: option(t('No lo tengo', 'No, I do not'), 'ask_claimKind', { words: ['no'] }),
      },
    }),
    ask_number: ask({ text: t('¿Cuál es? Por ejemplo, PED-123453.', 'What is it? For example, PED-123453.'), answer: answers.freeText(3, 40), saveAs: 'order_code', next: 'find' }),
    find: call('store', 'get_order', { number: path('order_code') }, { saveAs: 'order', next: 'found', failed: 'why_not' }),
    found: say(t('Encontré su pedido {{ order.number }}, por {{ order.total | money }}.', 'I found your order {{ order.number }}, for {{ order.total | money }}.'), 'ask_claimKind'),
    why_not: branch({ unknown: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'unknown' } }, 'trouble', { name: '¿No existe o falló?' }),
    unknown: buttons({
      text: t('No encuentro el pedido {{ order_code }}. Podemos seguir sin el número.', 'I cannot find order {{ order_code }}. We can go on without the number.'),
      options: {
        again: option(t('Escribirlo otra vez', 'Write it again'), 'ask_number'),
        without: option(t('Seguir sin número', 'Go on without it'), 'forget', { words: ['sí', 'si', 'yes'] }),
      },
    }),
    forget: set({ order_code: literal(null) }, 'ask_claimKind', { name: 'Sin número' }),
    ...form({ fields, title: t('Su reclamo:', 'Your claim:'), before: 'photo_asked', next: 'with_photo' }),
    photo_asked: branch({ yes: { when: is('photoAsked', 'IS_TRUE'), to: 'summary' } }, 'mark_asked', { name: '¿Ya pedimos foto?' }),
    mark_asked: set({ photoAsked: literal(true) }, 'has_photo', { name: 'Foto pedida' }),
    has_photo: buttons({
      text: t('¿Tiene una foto que nos ayude a ver lo que pasó?', 'Do you have a photo that helps us see what happened?'),
      options: {
        yes: option(t('Sí, la envío', 'Yes, I will send it'), 'ask_photo', { words: ['sí', 'si', 'yes'] }),
        no: option(t('No tengo', 'I have none'), 'summary', { words: ['no'] }),
      },
    }),
    ask_photo: ask({
      text: t('Envíela por aquí, por favor.', 'Please send it here.'), answer: answers.photo, saveAs: 'claimPhoto', retries: 1,
      notUnderstood: t('No recibí ninguna foto. Inténtelo otra vez, por favor.', 'I did not get a photo. Please try again.'), next: 'summary', failed: 'summary',
    }),
    with_photo: branch({ yes: { when: is('claimPhoto', 'IS_SET'), to: 'register_photo' } }, 'register', { name: '¿Mandó foto?' }),
    register: request('claim', { title, fields: noted, priority: 'HIGH', saveAs: 'requestNumber', next: 'registered' }),
    register_photo: request('claim', { title, fields: { ...noted, claimPhoto: path('claimPhoto') }, priority: 'HIGH', saveAs: 'requestNumber', next: 'registered' }),
    registered: say(t(
      'Listo, registré su reclamo con el número {{ requestNumber }}. Nuestro equipo le responderá en un plazo de dos días laborables. Con ese número puede preguntarme cómo va.',
      'Done, I registered your claim under number {{ requestNumber }}. Our team will answer within two working days. With that number you can ask me how it is going.',
    ), 'anything_else'),
  },
})
