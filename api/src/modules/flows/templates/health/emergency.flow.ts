import { atOnce, flow, handOff, onWords, say, t, tag } from '../build/index.ts'
import { emergencySigns } from './clinic.ts'

/** Stands first in the bot, so that nothing else takes these words. */
export const emergencyFlow = flow('emergency', {
  name: 'Emergencia',
  description: 'Da el 9-1-1 antes que nada y llama a una persona con prioridad urgente.',
  triggers: [atOnce(onWords(emergencySigns.ES, emergencySigns.EN))],
  steps: {
    number: say(t(
      'Si la vida o la salud de alguien corre peligro, llame ahora mismo al 9-1-1. Es gratis y responde las 24 horas.',
      'If anyone’s life or health is in danger, call 9-1-1 right now. It is free and answers 24 hours a day.',
    ), 'tag'),
    tag: tag(['emergencia'], 'person'),
    person: handOff({
      text: t('También aviso ya a una persona de nuestro equipo. Quédese en línea, por favor.', 'I am also alerting someone on our team right now. Please stay on the line.'),
      priority: 'URGENT',
      summary: t('POSIBLE EMERGENCIA. Escribió: {{ message.text | default: "—" }}', 'POSSIBLE EMERGENCY. Wrote: {{ message.text | default: "—" }}'),
      next: 'to_menu',
    }),
  },
})
