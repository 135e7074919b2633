import { t } from '../build/index.ts'
import type { TemplateFaq } from '../template.ts'

/** What people ask in between; the tenant puts her own answers in their place. */
export const financialFaqs: TemplateFaq[] = [
  {
    question: t('¿Qué necesito para abrir una cuenta de ahorros?', 'What do I need to open a savings account?'),
    answer: t('Su cédula vigente, un teléfono y un correo electrónico. Puede empezar aquí mismo escribiendo «abrir una cuenta».', 'Your valid cédula, a phone and an e-mail address. You can start right here by writing “open an account”.'),
  },
  {
    question: t('¿Cuáles son los requisitos para un préstamo personal?', 'What are the requirements for a personal loan?'),
    answer: t('Ser mayor de edad, tener ingresos que se puedan comprobar y un buen historial de crédito. Si escribe «precalificar», le digo cuánto le podemos prestar.', 'Being of age, income that can be proved and a good credit history. If you write “pre-approval” I can tell you how much we can lend you.'),
  },
  {
    question: t('¿Cuánto tarda la aprobación de una tarjeta de crédito?', 'How long does approval of a credit card take?'),
    answer: t('Normalmente tres días laborables desde que recibimos su solicitud completa.', 'Usually three working days from when we receive your complete application.'),
  },
  {
    question: t('¿Es seguro escribir mis datos por aquí?', 'Is it safe to write my details here?'),
    answer: t('Sí. Nunca le pediremos la clave de su tarjeta, el código de seguridad ni su contraseña. Si alguien se los pide, no los dé y avísenos.', 'Yes. We will never ask for your card’s PIN, its security code or your password. If anyone does, do not give them and let us know.'),
  },
  {
    question: t('¿Puedo pagar mi préstamo antes de tiempo?', 'Can I pay my loan early?'),
    answer: t('Sí, puede abonar o saldar cuando guste. Escriba «pagar préstamo» y elija otro monto.', 'Yes, you can pay part or all of it at any time. Write “pay my loan” and choose another amount.'),
  },
]
