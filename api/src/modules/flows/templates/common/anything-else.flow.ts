import type { Flow, StepOf } from '@botpro/graphql/flows'
import { buttons, end, flow, option, say, survey, t } from '../build/index.ts'

type Question = StepOf<'SURVEY'>['questions'][number]

/** How every matter ends: is there more, and how was it. */
export const anythingElse = (...more: Question[]): Flow => flow('anything_else', {
  name: '¿Algo más?',
  description: 'Pregunta si hay algo más; si no, mide la satisfacción y se despide.',
  steps: {
    more: buttons({
      text: t('¿Le puedo ayudar en algo más?', 'Is there anything else I can help you with?'),
      options: {
        yes: option(t('Sí, ver el menú', 'Yes, show the menu'), 'to_menu', { words: ['sí', 'si', 'yes', 'claro', 'otra cosa'] }),
        no: option(t('No, gracias', 'No, thank you'), 'survey', { words: ['no', 'nada más', 'eso es todo', 'no thanks', 'that is all'] }),
      },
      retries: 1, failed: 'to_menu',
    }),
    survey: survey('service', {
      intro: t('Antes de despedirnos, ¿nos regala un minuto?', 'Before we say goodbye, do you have a minute?'),
      questions: [
        { id: 'satisfaction', type: 'CSAT', text: t('Del 1 al 5, ¿qué tal le pareció la atención?', 'From 1 to 5, how was our service?') },
        ...more,
        { id: 'comment', type: 'TEXT', text: t('¿Hay algo que podamos mejorar?', 'Is there anything we could do better?') },
      ],
      thanks: t('¡Muchas gracias! Su opinión nos ayuda a mejorar.', 'Thank you very much! Your opinion helps us improve.'),
      next: 'goodbye', skipped: 'goodbye',
    }),
    goodbye: say(t('Gracias por escribirnos. ¡Que tenga un excelente día!', 'Thank you for writing to us. Have a great day!'), 'over'),
    over: end('attended', { closes: true }),
  },
})

export const anythingElseFlow = anythingElse()
