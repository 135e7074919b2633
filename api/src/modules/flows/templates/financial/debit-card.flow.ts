import { answers, onWords, t } from '../build/index.ts'
import { application } from './application.ts'

export const debitCard = application('debit_card', {
  product: t('tarjeta de débito', 'a debit card'),
  name: 'Solicitar tarjeta de débito',
  intro: t('Con gusto. La tarjeta va ligada a una cuenta suya con nosotros; le pediré esos datos y dónde desea recibirla.', 'With pleasure. The card is linked to an account you have with us; I will ask for its details and where you want to receive the card.'),
  triggers: [onWords(['tarjeta de débito'], ['debit card'])],
  withoutEmail: true,
  fields: [
    {
      name: 'cardAccount', personal: true, label: t('Cuenta ligada', 'Linked account'),
      text: t('¿A cuál cuenta la ligamos? Con los últimos cuatro dígitos me basta.', 'Which account shall we link it to? The last four digits are enough.'),
      answer: answers.freeText(4, 4), notUnderstood: t('Escríbame solo los últimos cuatro dígitos de la cuenta, por favor.', 'Please write only the last four digits of the account.'),
    },
    {
      name: 'cardReason', label: t('Motivo', 'Reason'), text: t('¿Es su primera tarjeta o un reemplazo?', 'Is it your first card or a replacement?'),
      answer: answers.choice('BUTTONS', { first: t('Primera tarjeta', 'First card'), damaged: t('Reemplazo', 'Replacement'), renewal: t('Renovación', 'Renewal') }),
    },
    {
      name: 'cardDelivery', label: t('Entrega', 'Delivery'), text: t('¿Dónde desea recibirla?', 'Where would you like to receive it?'),
      answer: answers.choice('BUTTONS', { branch: t('En una sucursal', 'At a branch'), home: t('En mi casa', 'At home'), work: t('En mi trabajo', 'At work') }),
    },
    {
      name: 'cardPlace', personal: true, label: t('Sucursal o dirección', 'Branch or address'),
      text: t('¿En cuál sucursal o en qué dirección? Incluya el sector y la ciudad.', 'At which branch or address? Please include neighbourhood and city.'), answer: answers.freeText(5, 200),
    },
  ],
  then: t('Le avisaremos en cuanto esté lista, normalmente en cinco días laborables.', 'We will let you know as soon as it is ready, usually within five working days.'),
})
