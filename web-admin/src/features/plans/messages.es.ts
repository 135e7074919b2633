export default {
  settingUp: 'En preparación: todo está incluido y nada se factura', settingUpText: 'Así es hasta que el primer contrato entre en vigor. Desde ese día vale lo que diga el contrato.',
  now: 'Lo que tiene hoy', monthlyTotal: 'al mes, antes de impuestos', since: 'desde el {date}', until: 'hasta el {date}', endsOn: 'Termina el {date}', discount: '{percent} % de descuento',
  nothingYet: 'Todavía no hay un plan', nothingYetText: 'El plan y los adicionales empiezan con el contrato.', ended: 'Ya no hay nada en vigor', endedText: 'A {date} no corre ningún plan. Lo que hubo está en el historial.',
  included: 'Lo que incluye', includedText: 'Al {date}, con los adicionales y los ajustes.', notIncluded: 'no incluido',
  history: 'Historial y lo que viene', historyEmpty: 'Todavía no ha empezado ni terminado nada.', toCome: 'Por venir',
  moment: {
    BEGINS: { did: 'Empezó {name}', will: 'Empieza {name}' }, ENDS: { did: 'Terminó {name}', will: 'Termina {name}' },
    OVERRIDDEN: { did: 'Ajuste en «{name}»: {how}', will: 'Empieza el ajuste en «{name}»: {how}' }, OVERRIDE_ENDS: { did: 'Terminó el ajuste en «{name}»', will: 'Termina el ajuste en «{name}»' },
  },
  override: {
    open: 'Ajustar lo incluido', mark: 'Ajustado', given: 'incluido', taken: 'no incluido',
    text: 'Da o quita algo aparte de lo que dice el plan. La empresa ve el motivo.', feature: 'Qué', amount: 'Cuánto', isIncluded: 'Incluido', reason: 'Motivo', reasonHelp: 'Por ejemplo: prueba acordada por un mes.', endsOn: 'Hasta antes del día', submit: 'Guardar ajuste', done: 'Ajuste guardado: {name}',
    wrong: { reason: 'Escribe el motivo.', amount: 'Escribe cuánto.', isIncluded: 'Elige si se incluye.', startsOn: 'Debe empezar hoy o después.', endsOn: 'Debe terminar después de empezar.' },
    end: 'Terminar ajuste', endTitle: '¿Terminar el ajuste de «{name}»?', endText: 'Desde hoy vuelve a valer lo que dice el plan. El ajuste queda en el historial.', ended: '«{name}» vuelve a lo que dice el plan',
  },
  change: {
    open: 'Cambiar plan', title: 'Cambiar el plan de {tenant}', text: 'Los precios de lista vienen escritos; escribe encima lo que se haya acordado.', whenLabel: 'Cuándo', when: { NOW: 'Hoy', AT_RENEWAL: 'Con la renovación' },
    whenText: { NOW: 'La próxima factura ajusta por días.', AT_RENEWAL: 'El día en que termina el contrato en vigor.' }, same: '{name} (sin cambio)', stillNone: 'Ninguno', none: 'Terminar sin otro', end: 'Adicionales que terminan', add: 'Agregar', addHint: 'Elige un adicional o un servicio',
    quantity: 'Cantidad', discount: 'Descuento (%)', aMonth: 'al mes', preview: { NOW: 'Hoy', AT_RENEWAL: 'Con la renovación' }, nothing: 'Todavía no cambia nada.', begins: 'Empieza {name}', ends: 'Termina {name}', submit: 'Hacer el cambio', done: 'Plan cambiado',
    noContract: '{tenant} no tiene un contrato en vigor. Primero haz una cotización y firma el contrato; el plan empieza con él.', priceMissing: 'Falta un precio de {product}: «{charge}» es a solicitud, escribe el acordado.', priceWrong: 'Completa los números de {product}: lo que es a solicitud necesita su precio.',
  },
}
