export default {
  action: {
    add: 'Agregar', back: 'Atrás', cancel: 'Cancelar', clear: 'Limpiar', close: 'Cerrar', confirm: 'Confirmar',
    continue: 'Continuar', copy: 'Copiar', copied: 'Copiado', create: 'Crear', delete: 'Eliminar',
    discard: 'Descartar', download: 'Descargar', edit: 'Editar', more: 'Más acciones', open: 'Abrir',
    refresh: 'Actualizar', remove: 'Quitar', retry: 'Reintentar', save: 'Guardar cambios', search: 'Buscar',
    showMore: 'Mostrar más', undo: 'Deshacer',
  },
  field: {
    optional: 'Opcional', required: 'Este campo es obligatorio.', email: 'Escribe un correo electrónico válido.',
    tooLong: 'Usa {max} caracteres o menos.', invalid: 'Este valor no se puede usar.',
  },
  state: {
    loading: 'Cargando…', late: 'Está tardando más de lo normal. Seguimos esperando la respuesta…', saved: 'Cambios guardados', unsaved: 'Cambios sin guardar',
    nothingFound: 'Sin resultados', nothingFoundHint: 'Prueba con otras palabras.',
    updatedAt: 'Actualizado {when}', copyFailed: 'No se pudo copiar. Selecciona el texto y cópialo a mano.',
  },
  unsaved: {
    title: '¿Salir sin guardar?',
    text: 'Hay cambios en esta página que todavía no se han guardado.',
    leave: 'Salir sin guardar', stay: 'Seguir editando',
  },
  changedMeanwhile: {
    title: 'Alguien más guardó cambios mientras editabas',
    text: 'Para no borrar su trabajo, no guardamos el tuyo. Carga la versión actual y vuelve a aplicar tus cambios.',
    load: 'Cargar la versión actual',
  },
  errors: {
    title: 'No se pudo cargar',
    suspendedTitle: 'No disponible mientras el servicio está suspendido',
    changeTitle: 'No se pudo completar',
    NETWORK: 'No hay conexión con el servidor. Revisa tu internet e inténtalo de nuevo.',
    BAD_USER_INPUT: 'El servidor no aceptó los datos enviados. Revísalos e inténtalo de nuevo.',
    UNAUTHENTICATED: 'Tu sesión terminó. Inicia sesión otra vez.',
    NOT_INCLUDED: 'El plan de tu empresa no incluye esto.',
    FORBIDDEN: 'Tu rol no permite hacer esto.',
    NOT_FOUND: 'Esto ya no existe o no tienes acceso.',
    RATE_LIMITED: 'Demasiadas solicitudes seguidas. Espera un momento e inténtalo de nuevo.',
    CONFLICT: 'Esta operación choca con otra que ya se hizo. Actualiza la página e inténtalo de nuevo.',
    TENANT_SUSPENDED: 'El servicio de la empresa está suspendido: esto vuelve a estar disponible cuando se restablezca.',
    INTERNAL: 'Ocurrió un error de nuestro lado. Inténtalo de nuevo en unos minutos.',
  },
  role: {
    OWNER: 'Propietario', ADMIN: 'Administrador', SUPERVISOR: 'Supervisor', AGENT: 'Agente', ANALYST: 'Analista',
    SUPPORT: 'Soporte', RESELLER: 'Revendedor', OPERATOR: 'Operador de plataforma', ANYONE: 'Cualquiera',
    USER: 'Usuario', VISITOR: 'Visitante',
  },
  language: { ES: 'Español', EN: 'Inglés' },
  channelKind: {
    WEB: 'Sitio web', APP: 'Aplicación', WHATSAPP: 'WhatsApp', MESSENGER: 'Messenger', INSTAGRAM: 'Instagram', TELEGRAM: 'Telegram', SMS: 'SMS', EMAIL: 'Correo',
  },
}
