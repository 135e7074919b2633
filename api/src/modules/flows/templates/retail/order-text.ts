import { own, t } from '../build/index.ts'

export const orderVariables = [own('order_code', 'TEXT', { note: 'Número de pedido; también el que ELENA oyó.' }), own('order', 'OBJECT')]

/** Where an order stands, in words. */
export const orderState = (order: string) => t(
  `{% case ${order}.state %}{% when "RECEIVED" %}Recibido{% when "PREPARING" %}En preparación{% when "ON_THE_WAY" %}En camino{% when "DELIVERED" %}Entregado{% when "READY" %}Listo para recoger{% when "CANCELLED" %}Cancelado{% else %}{{ ${order}.state }}{% endcase %}`,
  `{% case ${order}.state %}{% when "RECEIVED" %}Received{% when "PREPARING" %}Being prepared{% when "ON_THE_WAY" %}On the way{% when "DELIVERED" %}Delivered{% when "READY" %}Ready to pick up{% when "CANCELLED" %}Cancelled{% else %}{{ ${order}.state }}{% endcase %}`,
)

export const askNumber = t('¿Cuál es el número de su pedido? Está en la confirmación que le enviamos, por ejemplo PED-123453.', 'What is your order number? It is in the confirmation that we sent you, for example PED-123453.')
