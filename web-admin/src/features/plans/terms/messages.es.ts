export default {
  title: 'Condiciones', text: 'Los números de los contratos y de la mora. Cada cambio vale desde un día, y lo anterior queda a la vista.', change: 'Cambiar desde un día', changeText: 'Escribe los números en las oraciones. Varios números van separados por comas.',
  since: 'Desde el {date}', now: 'Vigentes', toCome: 'Por venir', before: 'Anteriores', submit: 'Guardar condiciones', done: 'Condiciones guardadas: valen desde el {date}', wrong: 'Revisa este número: {name}.', notToday: 'Elige un día posterior a hoy.', none: 'ninguno',
  daysBefore: '{n} día antes | {n} días antes', daysAfter: '{n} día después | {n} días después',
  group: { contract: 'Contrato', invoice: 'Facturación', late: 'Mora' },
  sentence: {
    termMonths: 'Un contrato dura {termMonths} meses, y se renueva por otros tantos.', renewalWarningDays: 'Si no se renueva solo, se avisa a {renewalWarningDays} días de su fin.', renewalSignedMonthsBefore: 'La renovación de una institución pública se firma, a más tardar, {renewalSignedMonthsBefore} mes(es) antes del fin.',
    provisionalDays: 'Con una comunicación formal, el servicio sigue sin contrato hasta {provisionalDays} días.', quoteValidDays: 'Una cotización se puede aceptar durante {quoteValidDays} días.',
    paymentTermDays: 'Una factura vence a los {paymentTermDays} días, si el cliente no tiene otro plazo.', draftReviewDays: 'Un borrador se puede revisar {draftReviewDays} día(s); después se emite solo.', taxName: 'Se cobra {taxName} al {taxPercent} %.',
    quotaAlertPercents: 'Se avisa al llegar al {quotaAlertPercents} de una cuota.', dueReminderDays: 'El pago se recuerda, respecto del vencimiento: {dueReminderDays}.',
    overdueInvoicesForSuspension: 'Con {overdueInvoicesForSuspension} facturas vencidas a la vez se envía el aviso de suspensión.', noticeDays: 'La suspensión empieza {noticeDays} días después del aviso.', suspensionDays: 'Si no se paga en {suspensionDays} días de suspensión, el contrato se cancela.',
  },
  name: {
    termMonths: 'meses del contrato', renewalWarningDays: 'días de aviso de renovación', renewalSignedMonthsBefore: 'meses de firma antes del fin', provisionalDays: 'días provisionales', quoteValidDays: 'días de la cotización', paymentTermDays: 'días de pago',
    draftReviewDays: 'días del borrador', taxName: 'nombre del impuesto', taxPercent: 'porcentaje del impuesto', quotaAlertPercents: 'porcentajes de aviso de cuota', dueReminderDays: 'días de recordatorio de pago (negativos: antes)',
    overdueInvoicesForSuspension: 'facturas vencidas', noticeDays: 'días entre aviso y suspensión', suspensionDays: 'días de suspensión',
  },
}
