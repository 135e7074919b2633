import { flow, jump, list, onWords, option, t } from '../build/index.ts'

export const applyFlow = flow('apply', {
  name: 'Solicitar un producto',
  triggers: [onWords(['solicitar un producto', 'productos', 'abrir una cuenta'], ['apply for a product', 'products', 'open an account'])],
  steps: {
    which: list({
      text: t('¿Qué producto le interesa?', 'Which product are you interested in?'),
      options: {
        savings_account: option(t('Cuenta de ahorros', 'Savings account'), 'savings_account', { description: t('En pesos o en dólares', 'In pesos or dollars') }),
        debit_card: option(t('Tarjeta de débito', 'Debit card'), 'debit_card', { description: t('Nueva, reemplazo o renovación', 'New, replacement or renewal') }),
        credit_card: option(t('Tarjeta de crédito', 'Credit card'), 'credit_card', { description: t('En pesos o doble moneda', 'In pesos or dual currency') }),
        certificate: option(t('Certificado', 'Deposit certificate'), 'certificate', { description: t('Financiero: gane más por su dinero', 'Earn more on your money') }),
        loan: option(t('Préstamo', 'Loan'), 'loan', { description: t('Personal, vehículo, vivienda o negocio', 'Personal, vehicle, home or business') }),
        back: option(t('Volver al menú', 'Back to the menu'), 'to_menu'),
      },
    }),
    savings_account: jump('savings_account'),
    debit_card: jump('debit_card'),
    credit_card: jump('credit_card'),
    certificate: jump('certificate'),
    loan: jump('loan'),
  },
})
