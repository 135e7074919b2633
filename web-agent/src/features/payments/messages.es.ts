export default {
  title: 'Pagos',
  none: 'No se le ha pedido ningún pago.',
  ask: 'Pedir un pago',
  send: 'Crear el enlace',
  copyLink: 'Copiar el enlace',
  until: 'Vale hasta {at}',
  ofConversation: 'Pago de esta conversación',
  cancel: 'Cancelar el pago',
  cancelTitle: '¿Cancelar el pago de {amount}?',
  cancelText: 'El cliente ya no debería usar el enlace. Si el proveedor informa que pagó, quedará como pagado.',
  notSetUp: 'Todavía no hay un conector de pagos. Pídele a un administrador que lo configure.',
  state: { CREATED: 'Creando el enlace', LINKED: 'Por pagar', PAID: 'Pagado', FAILED: 'Falló', EXPIRED: 'Venció', CANCELLED: 'Cancelado' },
  failure: { NO_LINK: 'No se pudo crear el enlace', DECLINED: 'El proveedor lo rechazó', AMOUNT_DIFFERS: 'Se pagó otro monto' },
  form: { amount: 'Monto', currency: 'Moneda', reference: 'Referencia', description: 'Qué paga' },
  problemOf: {
    amount: 'Un número mayor que 0, como 1500.00', currency: 'Tres letras, como DOP', reference: 'Escribe de qué factura, pedido o cuota es', description: 'Di en pocas palabras qué paga',
  },
}
