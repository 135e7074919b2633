import type { Condition } from '@botpro/graphql/flows'
import { answers, ask, branch, flow, handOff, jump, onIntent, own, path, request, say, set, t } from '../build/index.ts'
import type { TemplateRequestType } from '../template.ts'

/** What is left for the team while nobody works. */
export const callbackType: TemplateRequestType = {
  key: 'callback',
  name: t('Mensaje fuera de horario', 'Message out of hours'),
  fields: [
    { name: 'reason', label: t('Motivo', 'Reason') },
    { name: 'phone', label: t('Teléfono', 'Phone') },
  ],
}

/** People take over while they are there; otherwise a request is left that has a number. What is `urgent` goes elsewhere first. */
export const personOrMessageFlow = ({ urgent }: { urgent?: { when: Condition; flow: string } } = {}) => flow('person', {
  name: 'Hablar con una persona',
  description: 'En horario pasa la conversación a su equipo; fuera de horario deja una solicitud con número.',
  triggers: [onIntent('talk_to_human')],
  variables: [own('reason', 'TEXT', { personal: true }), own('phone', 'TEXT', { personal: true }), own('ticket', 'TEXT')],
  summary: t('Fuera de horario pidió una persona.{% if reason %} Motivo: {{ reason }}{% endif %}', 'Asked for a person out of hours.{% if reason %} About: {{ reason }}{% endif %}'),
  steps: {
    open: branch({ ...(urgent && { urgent: { when: urgent.when, to: 'urgent' } }), open: { when: { left: 'hours.open', operator: 'IS_TRUE' }, to: 'now' } }, 'known_phone', { name: '¿Hay alguien ahora?' }),
    ...(urgent && { urgent: jump(urgent.flow) }),
    now: handOff({
      text: t('Con mucho gusto. Enseguida le atiende una persona de nuestro equipo.', 'Of course. Someone on our team will be with you shortly.'),
      summary: t('Pidió hablar con una persona.', 'Asked to talk to a person.'), next: 'to_menu',
    }),
    known_phone: branch({ known: { when: { left: 'contact.phone', operator: 'IS_SET' }, to: 'take_phone' } }, 'reason', { name: '¿Tenemos su teléfono?' }),
    take_phone: set({ phone: path('contact.phone') }, 'reason', { name: 'Su teléfono' }),
    reason: ask({
      text: t(
        'En este momento nuestra oficina está cerrada. Cuénteme en qué le podemos ayudar y dejo su mensaje con número, para que le respondan al abrir.',
        'Our office is closed right now. Tell me how we can help and I will leave your message with a number, so that you get an answer when we open.',
      ),
      answer: answers.freeText(2, 1000), saveAs: 'reason', next: 'phone',
    }),
    phone: ask({
      text: t('¿A qué teléfono le llamamos, por si hace falta?', 'Which phone number may we call, in case we need to?'),
      answer: answers.phone, saveAs: 'phone', skipIfKnown: true, next: 'leave',
    }),
    leave: request('callback', {
      title: t('Mensaje fuera de horario', 'Message out of hours'), fields: { reason: path('reason'), phone: path('phone') }, saveAs: 'ticket', next: 'left',
    }),
    left: say(t('Gracias, su mensaje quedó registrado con el número {{ ticket }}. Le responderemos por aquí en cuanto abramos.', 'Thank you, your message is registered under number {{ ticket }}. We will answer right here as soon as we open.'), 'anything_else'),
  },
})
