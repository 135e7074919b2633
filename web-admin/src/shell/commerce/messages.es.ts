export default {
  title: 'Plan y facturación',
  tab: { label: 'Plan y facturación', plan: 'Plan', usage: 'Consumo', contracts: 'Contratos', invoices: 'Facturas', timeline: 'Línea de tiempo' },
}
