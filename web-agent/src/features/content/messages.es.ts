export default {
  location: { title: 'Ubicación', open: 'Abrir en un mapa' },
  people: 'Contactos compartidos',
  order: { title: 'Pedido', total: 'Total' },
  form: { title: 'Formulario', unanswered: 'Sin respuesta' },
  template: 'Plantilla: {name}',
  unsupported: 'Este contenido no se puede mostrar aquí ({what}). El cliente lo ve en su teléfono.',
  edited: 'Editado por el cliente.', showOriginal: 'Ver el original', hideOriginal: 'Ocultar el original',
  deleted: 'El cliente eliminó este mensaje',
  reactions: 'Reacciones',
  answers: 'En respuesta a',
  mail: {
    noSubject: 'Sin asunto', answersTo: 'La respuesta irá a {address}, como pidió quien escribió.', showQuote: 'Mostrar el texto citado', hideQuote: 'Ocultar el texto citado', design: 'Ver con diseño',
    designHint: 'El correo como lo diseñó quien lo envió. No puede ejecutar nada.',
    imagesText: 'Las imágenes están en servidores de otros: al cargarlas, el remitente puede saber que abriste el correo y cuándo.',
    images: 'Cargar las imágenes',
  },
  file: {
    atAddress: 'No se pudo descargar. Abrir donde está', fetching: 'Descargando {name}…', failed: 'No se pudo descargar del canal, o no se permite guardarlo.',
    voice: 'Nota de voz', audio: 'Audio {name}', video: 'Video {name}',
  },
}
