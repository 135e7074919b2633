export default {
  title: 'Hoy', platformTitle: 'Plataforma', updated: 'Actualizado a las {time}',
  cards: {
    opened: 'Conversaciones abiertas', closed: 'Cerradas', bot: 'Resueltas por el bot', waiting: 'En espera ahora', firstAnswer: 'Primera respuesta', messages: 'Mensajes',
  },
  hints: {
    bot: '{percent} de las cerradas', nobody: 'Nadie espera', longest: 'El que más espera: {time}', median: 'Mediana, desde que entra a la cola', noAnswer: 'Sin respuestas todavía',
    messages: '{received} recibidos · {sent} enviados', opened: 'Desde la medianoche', closed: 'Desde la medianoche',
  },
  chart: 'Mensajes por hora', chartText: 'Recibidos y respondidos, en la hora de la empresa.', received: 'Recibidos', byBot: 'Bot', byAgents: 'Agentes',
  hour: 'Hora', chartTable: 'Ver como tabla', chartPicture: 'Ver como gráfico',
  agents: 'Agentes', agentsText: 'Quién atiende y cuánto lleva hoy.', agent: 'Agente', open: 'Abiertas', closedToday: 'Cerradas hoy', replies: 'Respuestas hoy', noAgents: 'Nadie ha atendido hoy',
  platform: { tenants: 'Empresas', resellers: 'Revendedores', conversations: 'Conversaciones hoy', messages: 'Mensajes hoy', goTenants: 'Ver empresas' },
}
