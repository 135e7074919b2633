import { answers, onIntent, t } from '../build/index.ts'
import { application, incomeFields } from './application.ts'

export const creditCard = application('credit_card', {
  product: t('tarjeta de crédito', 'a credit card'),
  name: 'Solicitar tarjeta de crédito',
  intro: t('¡Excelente! Solicitar su tarjeta de crédito toma unos tres minutos.', 'Excellent! Applying for your credit card takes about three minutes.'),
  triggers: [onIntent('apply_credit_card')],
  asksConsent: true,
  fields: [
    ...incomeFields,
    {
      name: 'employer', label: t('Empresa y antigüedad', 'Employer and since'),
      text: t('¿En qué empresa o negocio trabaja y desde cuándo?', 'At which company or business do you work, and since when?'), answer: answers.freeText(2, 200),
    },
    {
      name: 'cardCurrency', label: t('Moneda', 'Currency'), text: t('¿La prefiere en pesos o en pesos y dólares?', 'Do you prefer it in pesos, or in pesos and dollars?'),
      answer: answers.choice('BUTTONS', { local: t('Solo pesos', 'Pesos only'), dual: t('Pesos y dólares', 'Pesos and dollars') }),
    },
    {
      name: 'cardLimit', label: t('Límite deseado', 'Desired limit'), answer: answers.money('5000', '5000000'),
      text: t('¿Qué límite le gustaría tener, en pesos?', 'What limit would you like to have, in pesos?'),
    },
  ],
  then: t('Evaluaremos su solicitud y le responderemos en un plazo de tres días laborables.', 'We will assess your application and answer within three working days.'),
})
