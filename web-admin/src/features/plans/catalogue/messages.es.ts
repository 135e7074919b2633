export default {
  kind: { PLAN: 'Plan', WHATSAPP: 'Plan de WhatsApp', ADD_ON: 'Adicional', SERVICE: 'Servicio' },
  charge: {
    SETUP: 'Implementación', MONTHLY: 'Al mes', MINIMUM: 'Mínimo al mes', ONE_TIME: 'Una vez', CONVERSATION: 'Por conversación adicional', UIC: 'Por UIC adicional', BIC: 'Por BIC adicional', PREDICTIVE_CALLS: 'Por 1,000 llamadas',
  },
}
