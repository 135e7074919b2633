import { answers, branch, buttons, flow, form, handOff, is, onIntent, onWords, option, own, request, say, t, valuesOf, variablesOf, type Field } from '../build/index.ts'
import type { TemplateRequestType } from '../template.ts'
import { applicantFields } from './application.ts'

const KINDS = {
  unknown_charge: t('Cargo desconocido', 'Unknown charge'), charged_twice: t('Cobro doble', 'Charged twice'),
  transfer: t('Transferencia', 'Transfer'), cash_machine: t('Cajero automático', 'Cash machine'), fees: t('Intereses o cargos', 'Interest or fees'),
  service: t('Mal servicio', 'Poor service'), other: t('Otro reclamo', 'Another claim'),
}

const fields: Field[] = [
  {
    name: 'claimKind', label: t('Tipo', 'Type'), text: t('Lamento el inconveniente. ¿De qué se trata?', 'I am sorry for the trouble. What is it about?'), answer: answers.choice('LIST', KINDS),
  },
  {
    name: 'claimStory', label: t('Qué pasó', 'What happened'), answer: answers.freeText(10, 1500),
    text: t('Cuénteme qué pasó, con todos los detalles que recuerde: lugar, producto, monto.', 'Tell me what happened, with all the details you remember: place, product, amount.'),
    notUnderstood: t('Cuénteme un poco más, por favor, para poder investigarlo.', 'Please tell me a little more, so that we can look into it.'),
  },
  {
    name: 'claimDate', label: t('Cuándo', 'When'), answer: answers.date({ until: 'TODAY' }),
    text: t('¿Qué día ocurrió? Puede decirme «ayer» o la fecha.', 'On what day did it happen? You can say “yesterday” or the date.'),
  },
  ...applicantFields,
]

export const claimType: TemplateRequestType = { key: 'claim', name: t('Reclamo', 'Claim'), fields: fields.map(({ name, label }) => ({ name, label })) }

export const claimFlow = flow('claim', {
  name: 'Poner un reclamo',
  description: 'Toma el reclamo, da un número para seguirlo y marca como urgente lo que puede ser fraude.',
  variables: [...variablesOf(fields), own('requestNumber', 'TEXT')],
  triggers: [
    onIntent('unrecognized_charge'), onIntent('charged_twice'), onIntent('transfer_not_received'),
    onWords(['reclamo', 'reclamación', 'queja', 'poner una queja'], ['claim', 'complaint', 'complain']),
  ],
  summary: t('Reclamo.{% if claimStory %} {{ claimStory | truncate: 200 }}{% endif %}', 'Claim.{% if claimStory %} {{ claimStory | truncate: 200 }}{% endif %}'),
  steps: {
    ...form({ fields, title: t('Su reclamo:', 'Your claim:'), next: 'how_urgent' }),
    how_urgent: branch({
      fraud: { when: is('claimKind', 'IS_ONE_OF', ['unknown_charge', 'charged_twice', 'cash_machine']), to: 'register_urgent' },
    }, 'register', { name: '¿Hay dinero de por medio?' }),
    register_urgent: request('claim', {
      title: t('Reclamo por cargo o efectivo: {{ applicantName }}', 'Claim about a charge or cash: {{ applicantName }}'), fields: valuesOf(fields), priority: 'HIGH', saveAs: 'requestNumber', next: 'registered',
    }),
    register: request('claim', { title: t('Reclamo: {{ applicantName }}', 'Claim: {{ applicantName }}'), fields: valuesOf(fields), saveAs: 'requestNumber', next: 'registered' }),
    registered: say(t(
      'Registré su reclamo con el número {{ requestNumber }}. Lo investigaremos y le mantendremos al tanto por aquí.',
      'I registered your claim under number {{ requestNumber }}. We will look into it and keep you posted here.',
    ), 'more'),
    more: buttons({
      text: t('Si es urgente, puedo comunicarle ahora mismo con una persona.', 'If it is urgent, I can put you through to someone right now.'),
      options: {
        person: option(t('Hablar con alguien', 'Talk to someone'), 'with_number', { words: ['sí', 'si', 'yes', 'urgente', 'urgent'] }),
        no: option(t('No hace falta', 'No need'), 'anything_else', { words: ['no'] }),
      },
    }),
    with_number: handOff({
      text: t('Enseguida le atiende una persona de nuestro equipo, con su reclamo {{ requestNumber }} a mano.', 'Someone on our team will be with you shortly, with your claim {{ requestNumber }} at hand.'),
      priority: 'HIGH', summary: t('Reclamo {{ requestNumber }} de {{ applicantName }}: {{ claimStory | truncate: 300 }}', 'Claim {{ requestNumber }} of {{ applicantName }}: {{ claimStory | truncate: 300 }}'), next: 'to_menu',
    }),
  },
})
