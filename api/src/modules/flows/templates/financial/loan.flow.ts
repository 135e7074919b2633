import { answers, onIntent, t, type Field } from '../build/index.ts'
import { application, incomeFields } from './application.ts'

export const amountField: Field = {
  name: 'loanAmount', label: t('Monto', 'Amount'), passed: 'IN_OUT', answer: answers.money('20000', '50000000'),
  text: t('¿Qué monto necesita, en pesos?', 'How much do you need, in pesos?'),
  help: t('Escriba la cantidad, por ejemplo 250,000. El mínimo es RD$ 20,000.', 'Write the amount, for example 250,000. The minimum is RD$20,000.'),
}

const months = (count: number) => t(`${count} meses`, `${count} months`)

export const monthsField: Field = {
  name: 'loanMonths', label: t('Plazo', 'Term'), passed: 'IN_OUT',
  text: t('¿En cuántos meses le gustaría pagarlo?', 'In how many months would you like to pay it back?'),
  answer: answers.choice('LIST', { 12: months(12), 18: months(18), 24: months(24), 36: months(36), 48: months(48), 60: months(60), 72: months(72), 84: months(84) }),
}

export const loan = application('loan', {
  product: t('préstamo', 'a loan'),
  name: 'Solicitar préstamo',
  intro: t('Con gusto le ayudo a solicitar su préstamo. Son pocas preguntas.', 'I will gladly help you apply for your loan. It takes only a few questions.'),
  triggers: [onIntent('apply_loan')],
  asksConsent: true,
  fields: [
    {
      name: 'loanType', label: t('Tipo de préstamo', 'Type of loan'), text: t('¿Qué tipo de préstamo necesita?', 'What type of loan do you need?'),
      answer: answers.choice('LIST', { personal: t('Personal', 'Personal'), vehicle: t('De vehículo', 'Vehicle'), home: t('Hipotecario', 'Mortgage'), business: t('Para mi negocio', 'Business') }),
    },
    amountField, monthsField, ...incomeFields,
  ],
  then: t('Un oficial de préstamos le llamará en un plazo de dos días laborables.', 'A loan officer will call you within two working days.'),
})
