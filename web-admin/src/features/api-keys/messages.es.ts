export default {
  title: 'Claves de API', text: 'Para que otros sistemas lean o escriban en tu empresa. Cada clave puede solo lo que le permitas.',
  create: 'Crear clave', empty: 'No hay claves de API', emptyText: 'Crea una para conectar tu CRM, tu ERP o un tablero.',
  ends: 'Termina en {lastFour}', createdBy: 'Creada por {name} el {date}', createdOn: 'Creada el {date}',
  used: 'Usada {when}', neverUsed: 'Sin usar', expires: 'Vence el {date}', noExpiry: 'No vence', expired: 'Vencida', revoked: 'Revocada', active: 'Activa',
  revoke: 'Revocar', revokeTitle: '¿Revocar «{name}»?', revokeText: 'Los sistemas que la usan dejarán de funcionar de inmediato. No se puede deshacer.', revokeDone: 'Clave revocada',
  name: 'Nombre', nameHelp: 'Para reconocerla: el sistema que la usará.', scopes: 'Permisos', scopesNone: 'Elige al menos un permiso.',
  expiry: 'Vencimiento', expiries: { none: 'No vence', d30: '30 días', d90: '90 días', d365: '1 año' },
  formTitle: 'Crear clave de API', formText: 'El secreto se mostrará una sola vez.',
  secretTitle: 'Copia tu clave ahora', secretText: 'No se mostrará otra vez. Guárdala en un lugar seguro, nunca en una página ni en un repositorio.', secretLabel: 'Clave de API', secretDone: 'La guardé',
  showRevoked: 'Mostrar revocadas y vencidas',
  scope: {
    TENANT_READ: 'Leer los datos de la empresa', MEMBERS_READ: 'Leer los miembros', AUDIT_READ: 'Leer la auditoría', CHANNELS_READ: 'Leer los canales',
    CONTACTS_READ: 'Leer los contactos', CONTACTS_WRITE: 'Cambiar los contactos', CONVERSATIONS_READ: 'Leer las conversaciones',
    CONVERSATIONS_WRITE: 'Escribir en las conversaciones', REPORTS_READ: 'Leer las cifras',
    ELENA_READ: 'Leer lo que ELENA sabe y preguntarle', ELENA_WRITE: 'Enseñar a ELENA y publicar sus modelos',
    KNOWLEDGE_READ: 'Leer las preguntas y fuentes de Q&A y preguntarle', KNOWLEDGE_WRITE: 'Escribir preguntas de Q&A y elegir sus fuentes',
  },
}
