import { end, flow, onEvent, onLink, onWords, survey, t } from '../build/index.ts'

/** Begun by the institution's system when a request is closed, or by the QR code at the counter. */
export const serviceSurveyFlow = flow('service_survey', {
  name: 'Encuesta de calidad',
  triggers: [onEvent('request_closed'), onLink('encuesta'), onWords(['encuesta'], ['survey'])],
  steps: {
    ask: survey('quality', {
      intro: t('Queremos servirle mejor. ¿Nos regala un minuto?', 'We want to serve you better. Do you have a minute?'),
      questions: [
        { id: 'satisfaction', type: 'CSAT', text: t('Del 1 al 5, ¿cómo evalúa el servicio que recibió?', 'From 1 to 5, how do you rate the service you received?') },
        {
          id: 'reason', type: 'CHOICE', text: t('¿Qué pesó más en su respuesta?', 'What mattered most in your answer?'),
          options: [
            { id: 'staff', title: t('El trato', 'The treatment') }, { id: 'time', title: t('El tiempo', 'The time it took') },
            { id: 'requirements', title: t('Los requisitos', 'What was asked') }, { id: 'clarity', title: t('La información', 'The information') },
            { id: 'place', title: t('La oficina', 'The office') }, { id: 'cost', title: t('El costo', 'The cost') },
          ],
        },
        { id: 'comment', type: 'TEXT', text: t('¿Qué deberíamos mejorar?', 'What should we improve?') },
      ],
      thanks: t('¡Muchas gracias! Su opinión llega directamente a nuestro equipo de calidad.', 'Thank you very much! Your opinion goes straight to our quality team.'),
      next: 'over', skipped: 'over',
    }),
    over: end('surveyed'),
  },
})
