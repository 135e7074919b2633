export default {
  title: 'Puesta en vivo', stages: 'Etapas', state: { past: 'hecha', current: 'etapa actual', ahead: 'pendiente' },
  stageText: {
    BUILD: 'El bot se está dibujando. Nadie más lo ve.', TEST: 'El bot se está probando con su simulador y sus pruebas.', REVIEW: 'Quienes responden por el bot lo están revisando: tu empresa y BotPro.', LIVE: 'El bot atiende a tus clientes en sus canales.',
  },
  forward: 'Pasar a «{stage}»', back: 'Volver a…', neededFor: 'Para pasar a «{stage}»', count: '{done} de {count}', isDone: 'Listo', isMissing: 'Pendiente', side: { TENANT: 'Tu empresa', BOTPRO: 'BotPro' },
  item: {
    FLOWS_DRAWN: 'Hay flujos que se pueden empezar', LINT_CLEAN: 'La revisión no encuentra errores', VERSION_PUBLISHED: 'El borrador está publicado', TESTS_GREEN: 'Las pruebas pasan', CHANNELS_LIVE: 'Sus canales están conectados', POLICIES_ACCEPTED: 'Políticas de los canales aceptadas',
    QUEUE_STAFFED: 'Alguien atiende lo que pasa a persona', CONTENT_APPROVED: 'Los textos están aprobados', DESIGN_REVIEWED: 'El diseño está revisado', LINES_CERTIFIED: 'Las líneas están certificadas',
  },
  itemText: {
    FLOWS_DRAWN: 'El borrador tiene al menos un flujo con un disparador.', LINT_CLEAN: 'Los avisos no cuentan; los errores sí.', VERSION_PUBLISHED: 'Hay una versión y el borrador dice lo mismo.', TESTS_GREEN: 'Hay pruebas y todas pasan con el borrador de ahora.', CHANNELS_LIVE: 'Responde en al menos un canal y todos están en vivo.',
    POLICIES_ACCEPTED: 'De los canales cuyo proveedor las pide.', QUEUE_STAFFED: 'Alguien activo puede responder lo que el bot pasa a persona, en cualquier cola: las colas no excluyen a nadie.', CONTENT_APPROVED: 'Alguien que responde por tu empresa leyó lo que dice el bot. Vale para una sola versión: la siguiente se lee de nuevo.', DESIGN_REVIEWED: 'BotPro mira el diseño. Vale también para las versiones que siguen, hasta que BotPro lo retire.', LINES_CERTIFIED: 'BotPro prueba el bot en sus canales. Solo hace falta para poner en vivo una línea de WhatsApp.',
  },
  todo: { DESIGN_REVIEWED: 'Revisar el diseño', LINES_CERTIFIED: 'Certificar las líneas' },
  way: { FLOWS_DRAWN: 'Ver los flujos', LINT_CLEAN: 'Ver los errores al publicar', VERSION_PUBLISHED: 'Ir a versiones', TESTS_GREEN: 'Ver las pruebas', CHANNELS_LIVE: 'Ver sus canales', POLICIES_ACCEPTED: 'Ver los canales', QUEUE_STAFFED: 'Ver los miembros' },
  lacks: 'Falta: {facts}', mayAnswer: 'Pueden responder: {names}', waitsForBotPro: 'Falta que BotPro certifique la línea de WhatsApp. Un motivo de tu empresa no basta: espera a que BotPro la certifique, o a que la deje pasar.', letPass: 'Dejar pasar sin revisar', letPassTitle: '{item}: dejar pasar sin revisar', letPassReason: 'Por qué se deja pasar', letThrough: 'Pasó sin revisar. Motivo: {reason}', published: '{name} publicó una versión que atiende desde entonces', quoted: '«{name}»', errorKinds: 'No hay errores | Hay 1 tipo de error por corregir | Hay {n} tipos de error por corregir', approvedBy: 'Aprobó {name}, {when}', approve: 'Aprobar', withdraw: 'Retirar la aprobación', approveTitle: 'Aprobar «{item}»', withdrawTitle: 'Retirar la aprobación de «{item}»', note: 'Nota',
  moveTitle: 'Pasar a «{stage}»', move: 'Pasar', moveAnyway: 'Pasar aunque falte', stillMissing: 'No falta nada | Todavía falta 1 cosa | Todavía faltan {n} cosas', overrideReason: 'Por qué se pasa aunque falte', overrideHelp: 'Queda en el historial y en la auditoría.',
  moveText: { BUILD: 'El bot vuelve a dibujarse. Si estaba en vivo, deja de atender.', TEST: 'El bot pasa a probarse. Si estaba en vivo, deja de atender.', REVIEW: 'El bot pasa a revisión de tu empresa y de BotPro. Si estaba en vivo, deja de atender.', LIVE: 'Su última versión publicada atiende desde ahora las conversaciones nuevas de sus canales.' },
  doneMove: { BUILD: 'El bot está en construcción', TEST: 'El bot está en pruebas', REVIEW: 'El bot está en revisión', LIVE: 'El bot ya atiende a tus clientes' }, doneApprove: 'Aprobado', doneWithdraw: 'Aprobación retirada',
  refused: { GoLiveItemsMissing: 'Falta algo que antes estaba. Ya lo ves en la lista: di por qué se pasa de todos modos.', NothingPublished: 'Todavía no hay nada publicado. Publica una versión primero.', ChangedMeanwhile: 'Alguien cambió el borrador en este momento. Ya ves lo último: inténtalo de nuevo.', InvalidInput: 'Esto ya no se puede hacer así. Ya ves cómo está ahora.' },
  history: 'Historial de aprobaciones', noHistory: 'Todavía no se ha movido ni aprobado nada.', moved: '{name} lo pasó de «{from}» a «{to}»', approved: '{name} aprobó «{item}»', withdrawn: '{name} retiró la aprobación de «{item}»', overridden: 'Faltaba: {items}. Motivo: {reason}',
  reviews: {
    title: 'Revisión de bots', text: 'Bots de las empresas que esperan la parte de BotPro, primero los más antiguos.', empty: 'Ningún bot espera', emptyText: 'Cuando una empresa pase un bot a revisión, aparece aquí.', refused: 'No se pudo guardar la revisión.', companyReads: 'La empresa lee esta nota.', unpublished: 'nada publicado',
  },
}
