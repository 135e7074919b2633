export default {
  title: 'Auditoría', text: 'Quién hizo qué y cuándo. Estas entradas nunca se cambian ni se borran.',
  search: 'Buscar por persona, acción u objeto', empty: 'Todavía no hay entradas',
  at: 'Cuándo', actor: 'Quién', action: 'Acción', target: 'Objeto', address: 'Dirección', detail: 'Detalle', noDetail: 'Sin más datos.', copyId: 'Identificador', entry: 'Identificador de la entrada',
  actorKind: {
    MEMBER: 'Miembro', SUPPORT: 'Soporte de BotPro', OPERATOR: 'Operador de BotPro', RESELLER: 'Revendedor', API_KEY: 'Clave de API', VISITOR: 'Visitante', SYSTEM: 'Sistema', USER: 'Usuario', ANONYMOUS: 'Anónimo',
  },
}
