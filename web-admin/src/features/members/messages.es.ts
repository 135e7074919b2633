export default {
  title: 'Miembros', text: 'Las personas de tu empresa que entran a BotPro y lo que cada una puede hacer.',
  search: 'Buscar por nombre o correo', invite: 'Invitar',
  empty: 'Todavía no hay nadie más', emptyText: 'Invita a tu equipo para atender conversaciones juntos.',
  you: 'Tú', never: 'Nunca ha entrado', seen: 'Entró {when}', invited: 'Enviada {when}',
  status: { INVITED: 'Invitación enviada', ACTIVE: 'Activo', DISABLED: 'Desactivado' },
  rights: {
    OWNER: 'Todo, también los demás propietarios.', ADMIN: 'Configura la empresa, los canales y los miembros.',
    SUPERVISOR: 'Atiende, reparte conversaciones y ve las cifras.', AGENT: 'Atiende conversaciones.',
    ANALYST: 'Ve las cifras; no atiende a nadie.',
  },
  actions: {
    resend: 'Reenviar invitación', disable: 'Desactivar', enable: 'Reactivar', changeRole: 'Cambiar rol',
  },
  form: {
    title: 'Invitar a un miembro', text: 'Recibirá un correo con un enlace para elegir su contraseña.',
    name: 'Nombre', email: 'Correo electrónico', role: 'Rol', submit: 'Enviar invitación',
    exists: 'Ya hay un miembro con este correo en la empresa.',
  },
  roleTitle: 'Rol de {name}', roleText: 'El cambio vale de inmediato, también en sus sesiones abiertas.', roleSubmit: 'Cambiar rol',
  disableTitle: '¿Desactivar a {name}?',
  disableText: 'Sale de la empresa al momento y no podrá volver a entrar. Sus conversaciones abiertas vuelven a la cola. Su historial se conserva y puedes reactivarlo cuando quieras.',
  lastOwner: 'La empresa necesita al menos un propietario activo. Nombra primero a otro propietario.',
  done: {
    invited: 'Invitación enviada a {email}', resent: 'Invitación reenviada. El enlace anterior ya no sirve.',
    role: 'Rol cambiado', disabled: '{name} ya no puede entrar', enabled: '{name} puede entrar otra vez',
  },
}
