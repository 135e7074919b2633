export default {
  title: 'Catálogo', text: 'Lo que se vende y por cuánto. Cada cambio vale desde un día; los contratos firmados conservan lo que acordaron.', textReseller: 'Lo que vendes y por cuánto. Donde no tienes precio propio vale el de BotPro.',
  plans: 'Planes', empty: 'Ese día no se vende nada', emptyText: 'Elige otro día.', onRequest: 'A solicitud', unsold: 'Ya no se ofrece', revisedOn: 'Cambia el {date}', unsoldOn: 'Deja de ofrecerse el {date}',
  includes: '{plan} lo incluye', includesNot: '{plan} no lo incluye', validFrom: 'Desde el día', alreadyValid: 'Ya hay algo escrito para el {date}. Elige un día posterior, o retira antes lo que venía.', notBefore: 'Elige hoy o un día posterior.',
  list: { label: 'Lista de precios', botpro: 'BotPro', currency: 'Moneda', on: 'Como está el día', withUnsold: 'También lo que ya no se ofrece' },
  kind: { PLAN: 'Plan', WHATSAPP: 'Plan de WhatsApp', ADD_ON: 'Adicional', SERVICE: 'Servicio' },
  kinds: { WHATSAPP: 'Planes de WhatsApp', ADD_ON: 'Adicionales', SERVICE: 'Servicios' },
  charge: {
    SETUP: 'Implementación', MONTHLY: 'Al mes', MINIMUM: 'Mínimo al mes', ONE_TIME: 'Una vez', CONVERSATION: 'Por conversación adicional', UIC: 'Por UIC adicional', BIC: 'Por BIC adicional', PREDICTIVE_CALLS: 'Por 1,000 llamadas',
  },
  price: {
    set: '{product}, {charge}: {price}. Cambiar', text: 'Vale para lo que se venda desde ese día. Los contratos firmados conservan el precio que acordaron.', now: 'Hoy: {price}', new: 'Precio nuevo', onRequest: 'A solicitud (sin precio de lista)',
    coming: '{price} desde el {date}', toCome: 'Por venir', withdraw: 'Retirar', withdrawn: 'Precio del {date} retirado', submit: 'Guardar precio', done: 'Precio guardado: vale desde el {date}', invalid: 'Escribe un número, como 1290 o 0.05.',
    borrowed: 'Precio de BotPro', margin: 'margen {percent} %',
  },
  discount: {
    of: 'Descuento del revendedor: {percent} %', own: 'Tu descuento sobre la lista de BotPro: {percent} %', change: 'Cambiar', title: 'Descuento del revendedor', text: 'Lo que BotPro le deja de sus precios de lista.', percent: 'Porcentaje',
    invalid: 'Un número de 0 a 100.', submit: 'Guardar', done: 'Descuento guardado: vale desde el {date}',
  },
  product: {
    create: 'Crear producto', createText: 'Un adicional, un servicio o un plan. Los precios se escriben después, en la lista.', revise: 'Cambiar {name}', reviseText: 'Desde el día que elijas. Quien ya lo tiene lo conserva como lo compró.', submit: 'Guardar cambio',
    key: 'Clave', keyHelp: 'Mayúsculas, cifras y _; no cambia después.', keyTaken: 'Esta clave ya existe.', kind: 'Tipo', name: { es: 'Nombre (español)', en: 'Nombre (inglés)' }, text: { es: 'Descripción (español)', en: 'Descripción (inglés)' },
    charges: 'Qué se cobra', features: 'Qué incluye', isSold: 'Se ofrece', isSoldText: 'Apagado, nadie nuevo puede comprarlo.', done: 'Guardado: vale desde el {date}',
    wrong: { key: 'La clave lleva mayúsculas, cifras y _, de 2 a 48.', charges: 'Elige al menos una forma de cobro.', features: 'Revisa lo que incluye.', name: 'El nombre va en los dos idiomas.', text: 'La descripción va en los dos idiomas.', validFrom: 'Elige hoy o un día posterior.' },
  },
}
