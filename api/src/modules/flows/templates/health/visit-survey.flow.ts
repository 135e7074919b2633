import { end, flow, onEvent, onLink, onWords, survey, t } from '../build/index.ts'

/** Begun by the clinic's system when a visit is over, or by the QR code at the front desk. */
export const visitSurveyFlow = flow('visit_survey', {
  name: 'Encuesta después de la consulta',
  triggers: [onEvent('visit_finished'), onLink('encuesta'), onWords(['encuesta'], ['survey'])],
  steps: {
    ask: survey('visit', {
      intro: t('Gracias por visitarnos. ¿Nos regala un minuto para contarnos cómo le fue?', 'Thank you for visiting us. Do you have a minute to tell us how it went?'),
      questions: [
        { id: 'care', type: 'CSAT', text: t('Del 1 al 5, ¿cómo le atendió el personal médico?', 'From 1 to 5, how was the medical staff?') },
        { id: 'waiting', type: 'CSAT', text: t('¿Y el tiempo de espera?', 'And the waiting time?') },
        {
          id: 'best', type: 'CHOICE', text: t('¿Qué deberíamos mejorar primero?', 'What should we improve first?'),
          options: [
            { id: 'staff', title: t('El trato', 'The way I am treated') }, { id: 'wait', title: t('La espera', 'The waiting') },
            { id: 'place', title: t('Las instalaciones', 'The premises') }, { id: 'nothing', title: t('Nada, todo bien', 'Nothing, all fine') },
          ],
        },
        { id: 'recommend', type: 'NPS', text: t('Del 0 al 10, ¿nos recomendaría a su familia?', 'From 0 to 10, would you recommend us to your family?') },
        { id: 'comment', type: 'TEXT', text: t('¿Algo más que quiera decirnos?', 'Anything else you would like to tell us?') },
      ],
      thanks: t('¡Muchas gracias! Le deseamos mucha salud.', 'Thank you very much! We wish you good health.'),
      next: 'over', skipped: 'over',
    }),
    over: end('surveyed'),
  },
})
