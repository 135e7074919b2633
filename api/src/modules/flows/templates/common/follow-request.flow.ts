import type { Flow, Trigger } from '@botpro/graphql/flows'
import { answers, ask, buttons, flow, lookUp, option, own, path, say, t } from '../build/index.ts'

/** Where what was opened by a bot or by a person stands, by its number. */
export const followRequestFlow = (triggers: Trigger[]): Flow => flow('follow_request', {
  name: 'Seguir una solicitud o reclamo',
  description: 'Dice en qué va una solicitud o un reclamo por su número.',
  variables: [own('requestNumber', 'TEXT'), own('request', 'OBJECT')],
  triggers,
  summary: t('Quiere saber de su solicitud{% if requestNumber %} {{ requestNumber }}{% endif %}.', 'Wants to know about request{% if requestNumber %} {{ requestNumber }}{% endif %}.'),
  steps: {
    ask_number: ask({
      text: t('¿Cuál es el número de su solicitud o reclamo? Por ejemplo, S-2026-000123.', 'What is the number of your request or claim? For example, S-2026-000123.'),
      answer: answers.freeText(3, 40), saveAs: 'requestNumber',
      help: t('Es el número que le dimos cuando registramos su solicitud. Búsquelo más arriba en esta conversación.', 'It is the number we gave you when we opened your request. You may find it further up in this conversation.'),
      next: 'look_up',
    }),
    look_up: lookUp('requests', { number: path('requestNumber') }, { saveAs: 'request', found: 'show', missing: 'unknown' }),
    show: say(t(
      '{{ request.number }}: {{ request.title }}\nEstado: {{ request.state }}\nFecha: {{ request.openedAt | date }}',
      '{{ request.number }}: {{ request.title }}\nState: {{ request.state }}\nOpened: {{ request.openedAt | date }}',
    ), 'more'),
    more: buttons({
      text: t('¿Le sirve esta información?', 'Does that help?'),
      options: {
        yes: option(t('Sí, gracias', 'Yes, thank you'), 'anything_else', { words: ['sí', 'si', 'yes'] }),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person', { words: ['no'] }),
      },
    }),
    unknown: buttons({
      text: t('No encuentro nada con el número {{ requestNumber }}. ¿Lo revisamos?', 'I cannot find anything under {{ requestNumber }}. Shall we check it?'),
      options: {
        again: option(t('Escribirlo otra vez', 'Write it again'), 'ask_number'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        leave: option(t('Dejarlo así', 'Leave it'), 'anything_else'),
      },
    }),
  },
})
