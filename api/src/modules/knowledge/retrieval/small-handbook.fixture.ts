import type { FaqPair } from './faq-index.ts'
import type { Passage } from './passage-index.ts'

/** A small Spanish handbook of a shop, as a test wants it: a dozen passages. */
export const handbook: readonly Passage[] = [
  { id: 'returns', title: 'Devoluciones', text: 'Puedes devolver un artículo dentro de los treinta días siguientes a la compra. Debe estar sin uso y con su etiqueta. El reembolso llega a la misma tarjeta con la que pagaste.' },
  { id: 'shipping', title: 'Envíos a domicilio', text: 'Entregamos en Santo Domingo en un día y en el interior en tres. El envío es gratis a partir de dos mil pesos. Un mensajero llama antes de llegar.' },
  { id: 'warranty', title: 'Garantía', text: 'Los electrodomésticos tienen un año de garantía contra defectos de fábrica. La garantía no cubre golpes ni líquidos. Trae la factura al taller de servicio.' },
  { id: 'hours', title: 'Horarios', text: 'Las tiendas abren de lunes a sábado de nueve a ocho. Los domingos cerramos a las dos de la tarde. En feriados se trabaja medio día.' },
  { id: 'installments', title: 'Pagos a plazos', text: 'Con la tarjeta de la tienda se paga en doce cuotas sin intereses. La primera cuota vence al mes de la compra. Quien se atrasa paga una mora del tres por ciento.' },
  { id: 'gift-cards', title: 'Tarjetas de regalo', text: 'Las tarjetas de regalo se venden de quinientos a diez mil pesos. No vencen y sirven en cualquier sucursal. Su saldo se consulta en la caja.' },
  { id: 'assembly', title: 'Montaje de muebles', text: 'Armamos camas, escritorios y roperos en tu casa por un cargo fijo. El técnico trae sus herramientas. La cita se acuerda al recibir el mueble.' },
  { id: 'loyalty', title: 'Programa de puntos', text: 'Cada cien pesos de compra suman un punto. Los puntos se canjean por descuentos y caducan al cabo de dos años.' },
  { id: 'invoices', title: 'Comprobantes fiscales', text: 'Para una factura con valor fiscal di tu RNC antes de pagar. Después de emitida, una factura no se puede cambiar de contribuyente.' },
  { id: 'parking', title: 'Estacionamiento', text: 'El parqueo es gratuito las dos primeras horas. Sella tu boleto en la salida. Hay cargadores para vehículos eléctricos en el sótano.' },
  { id: 'jobs', title: 'Trabaja con nosotros', text: 'Las vacantes se publican en la página de empleo. Adjunta tu hoja de vida y espera la llamada de recursos humanos.' },
  { id: 'privacy', title: 'Privacidad', text: 'Guardamos tus datos solo mientras seas cliente. Puedes pedir que los borremos escribiendo a la oficina de protección de datos.' },
]

export const faq: readonly FaqPair[] = [
  { id: 'open', question: '¿A qué hora abren?', answer: 'De nueve a ocho.', wordings: ['horario de la tienda', '¿hasta qué hora están abiertos?', 'a qué hora cierran hoy', '¿abren los domingos?'] },
  { id: 'refund', question: '¿Cómo devuelvo un artículo?', answer: 'En cualquier tienda, con la factura.', wordings: ['quiero devolver una compra', 'me dan reembolso si no me gusta', 'devolución de un producto', 'hacer una devolución sin etiqueta'] },
  { id: 'delivery', question: '¿Hacen envíos?', answer: 'Sí, a todo el país.', wordings: ['me lo llevan a la casa', 'cuánto cuesta el envío', 'tiempo de entrega a domicilio', 'envían al interior'] },
  { id: 'card', question: '¿Puedo pagar con tarjeta?', answer: 'Con todas las tarjetas.', wordings: ['aceptan tarjeta de crédito', 'formas de pago', 'se puede pagar a plazos con tarjeta', 'pago con débito'] },
]
