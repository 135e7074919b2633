export default {
  title: 'Enviar una plantilla', hint: 'Textos que el proveedor aprobó. Se pueden enviar aunque el canal no acepte texto libre.',
  fill: 'Completa los espacios y revisa cómo lo verá el cliente.',
  search: 'Buscar por nombre o por texto', none: 'Este canal no tiene plantillas aprobadas.', nothing: 'Ninguna plantilla contiene eso.',
  preview: 'Así lo verá el cliente', example: 'Ejemplo: {example}', pickFile: 'Elegir un archivo', other: 'Elegir otra', send: 'Enviar plantilla',
  gap: { header: 'Encabezado', body: 'Texto, espacio {place}', button: 'Botón {place}' },
  format: { TEXT: 'Texto', IMAGE: 'Imagen', VIDEO: 'Video', DOCUMENT: 'Documento', LOCATION: 'Ubicación' },
  problem: {
    MISSING: 'Completa este espacio.', TOO_LONG: 'Usa {max} caracteres o menos.', LINE_BREAK: 'No uses saltos de línea ni tabulaciones.',
    SPACES: 'No uses más de cuatro espacios seguidos.',
  },
  refused: {
    CannotSendNow: 'El canal no lo acepta ahora.', NotYourConversation: 'Solo quien tiene la conversación puede escribir en ella.',
    ConversationIsClosed: 'La conversación está cerrada. Reábrela primero.', InvalidInput: 'Uno de los datos no se acepta. Revísalos.',
  },
}
