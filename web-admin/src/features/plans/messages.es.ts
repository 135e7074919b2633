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
    end: 'Terminar ajuste', endTitle: '¿Terminar el ajuste de «{name}»?', endText: 'Desde hoy vuelve a valer lo que dice el plan. El ajuste queda en el historial.', ended: '«{name}» vuelve a lo que dice el plan',
  },
}
