import { answers, onIntent, t } from '../build/index.ts'
import { application, incomeFields } from './application.ts'

export const savingsAccount = application('savings_account', {
  product: t('cuenta de ahorros', 'a savings account'),
  name: 'Solicitar cuenta de ahorros',
  intro: t('¡Qué bueno que quiera ahorrar con nosotros! Le haré unas preguntas cortas; al final podrá revisar todo antes de enviarlo.', 'We are glad that you want to save with us! I will ask you a few short questions; you can check everything before it is sent.'),
  triggers: [onIntent('open_savings_account')],
  fields: [
    {
      name: 'accountCurrency', label: t('Moneda', 'Currency'), text: t('¿En qué moneda desea la cuenta?', 'In which currency would you like the account?'),
      answer: answers.choice('BUTTONS', { DOP: t('Pesos', 'Pesos'), USD: t('Dólares', 'Dollars') }),
    },
    ...incomeFields,
    {
      name: 'idPhoto', personal: true, label: t('Foto de la cédula', 'Photo of the cédula'), answer: answers.photo,
      text: t('Por último, envíeme una foto del frente de su cédula, que se lea bien.', 'Finally, please send me a photo of the front of your cédula that can be read well.'),
      notUnderstood: t('Necesito una foto. Tómela con su celular y envíela por aquí, por favor.', 'I need a photo. Please take it with your phone and send it here.'),
    },
  ],
  then: t('Un oficial le contactará en los próximos dos días laborables para completar la apertura.', 'An officer will contact you within two working days to complete it.'),
})
