export default {
  views: 'Vistas de la bandeja',
  urgentFirst: 'Urgentes primero',
  empty: {
    MINE: 'No tienes conversaciones abiertas',
    UNASSIGNED: 'Nadie está esperando',
    ALL: 'No hay conversaciones abiertas',
    BOT: 'El bot no atiende a nadie ahora',
    URGENT: 'No hay nada urgente',
    CLOSED: 'Todavía no hay conversaciones cerradas',
  },
  emptyText: {
    MINE: 'Toma una de las que están sin asignar y aparecerá aquí.',
    UNASSIGNED: 'Cuando alguien pida hablar con una persona, aparecerá aquí.',
    ALL: 'Las nuevas aparecen aquí en cuanto alguien escribe.',
    BOT: 'Aquí ves las conversaciones mientras las lleva el bot.',
    URGENT: 'Aquí verás las conversaciones con un mensaje urgente que nadie del equipo ha respondido.',
    CLOSED: 'Las que cierres quedan aquí y puedes reabrirlas.',
  },
}
