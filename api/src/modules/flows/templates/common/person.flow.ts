import { answers, ask, branch, flow, handOff, is, own, t } from '../build/index.ts'

/** Where people take over; while nobody works, what it is about is written down for them. */
export const personFlow = flow('person', {
  name: 'Hablar con una persona',
  description: 'Pasa la conversación a su equipo. Fuera de horario toma el recado.',
  variables: [own('reason', 'TEXT')],
  summary: t('Fuera de horario pidió una persona.{% if reason %} Motivo: {{ reason }}{% endif %}', 'Asked for a person out of hours.{% if reason %} About: {{ reason }}{% endif %}'),
  steps: {
    open: branch({ open: { when: is('hours.open', 'IS_TRUE'), to: 'now' } }, 'reason', { name: '¿Estamos abiertos?' }),
    now: handOff({
      text: t('Con mucho gusto. Enseguida le atiende una persona de nuestro equipo.', 'Of course. Someone on our team will be with you shortly.'),
      summary: t('Pidió hablar con una persona.', 'Asked to talk to a person.'), next: 'to_menu',
    }),
    reason: ask({
      text: t(
        'En este momento no hay nadie de nuestro equipo en línea. ¿Me cuenta en qué le podemos ayudar? Así le respondemos en cuanto abramos.',
        'Nobody on our team is online right now. Could you tell me what it is about? We will answer as soon as we open.',
      ),
      answer: answers.freeText(2, 1000), saveAs: 'reason', next: 'later', failed: 'later',
    }),
    later: handOff({
      text: t('Gracias. Ya dejé su mensaje a nuestro equipo; le escribirán por aquí mismo.', 'Thank you. I have left your message with our team; they will write to you right here.'),
      summary: t('Fuera de horario pidió una persona.{% if reason %} Motivo: {{ reason }}{% endif %}', 'Asked for a person out of hours.{% if reason %} About: {{ reason }}{% endif %}'),
      next: 'to_menu',
    }),
  },
})
