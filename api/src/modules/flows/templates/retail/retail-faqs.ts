import { t } from '../build/index.ts'
import type { TemplateFaq } from '../template.ts'

/** What people ask in between; the tenant puts her own answers in their place. */
export const retailFaqs: TemplateFaq[] = [
  {
    question: t('¿Cuánto cuesta el envío?', 'How much is delivery?'),
    answer: t('RD$ 200 dentro de la ciudad, y es gratis a partir de RD$ 2,500 en compras.', 'RD$200 within the city, and free for purchases from RD$2,500.'),
  },
  {
    question: t('¿Qué formas de pago aceptan?', 'Which payment methods do you accept?'),
    answer: t('Tarjeta con un enlace de pago seguro, o efectivo al recibir o recoger su pedido.', 'Card with a secure payment link, or cash when you receive or pick up your order.'),
  },
  {
    question: t('¿Cuánto tiempo tengo para devolver un producto?', 'How long do I have to return a product?'),
    answer: t('Treinta días con su factura y en su empaque original. Escriba «devolución» y le ayudo.', 'Thirty days, with your receipt and in its original packaging. Write “return” and I will help you.'),
  },
  {
    question: t('¿Los electrodomésticos tienen garantía?', 'Do appliances have a warranty?'),
    answer: t('Sí, un año por defectos de fábrica. Guarde su factura: la necesitará para hacerla valer.', 'Yes, one year for manufacturing defects. Keep your receipt: you will need it to make a claim.'),
  },
  {
    question: t('¿Me dan factura con comprobante fiscal?', 'Can I get an invoice with a tax receipt number?'),
    answer: t('Claro. Indíquenos su RNC o cédula al recibir o recoger su pedido y se la hacemos con comprobante.', 'Of course. Give us your RNC or cédula when you receive or pick up your order and we will issue it with a tax receipt number.'),
  },
]
