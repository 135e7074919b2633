export default {
  title: 'Atajos de teclado',
  text: 'Funcionan mientras no estés escribiendo.',
  group: { move: 'Moverse', views: 'Vistas', conversation: 'Conversación', other: 'Otros' },
  command: {
    'next': 'Siguiente conversación', 'previous': 'Conversación anterior', 'open': 'Abrirla', 'back': 'Volver',
    'view-MINE': 'Ir a Mías', 'view-UNASSIGNED': 'Ir a Sin asignar', 'view-ALL': 'Ir a Todas',
    'view-URGENT': 'Ir a Urgentes', 'urgent-first': 'Urgentes primero, o no',
    'view-BOT': 'Ir a Con el bot', 'view-CLOSED': 'Ir a Cerradas',
    'claim': 'Tomarla', 'reply': 'Responder', 'note': 'Escribir una nota', 'assign': 'Asignarla', 'close': 'Cerrarla',
    'reopen': 'Reabrirla', 'search': 'Buscar', 'help': 'Mostrar esta ayuda',
  },
}
