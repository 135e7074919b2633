export default {
  views: 'Vistas de la bandeja',
  empty: {
    MINE: 'No tienes conversaciones abiertas',
    UNASSIGNED: 'Nadie está esperando',
    ALL: 'No hay conversaciones abiertas',
    BOT: 'El bot no atiende a nadie ahora',
    CLOSED: 'Todavía no hay conversaciones cerradas',
  },
  emptyText: {
    MINE: 'Toma una de las que están sin asignar y aparecerá aquí.',
    UNASSIGNED: 'Cuando alguien pida hablar con una persona, aparecerá aquí.',
    ALL: 'Las nuevas aparecen aquí en cuanto alguien escribe.',
    BOT: 'Aquí ves las conversaciones mientras las lleva el bot.',
    CLOSED: 'Las que cierres quedan aquí y puedes reabrirlas.',
  },
}
