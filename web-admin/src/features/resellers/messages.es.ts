export default {
  title: 'Revendedores', text: 'Las empresas que venden BotPro.', search: 'Buscar por nombre', create: 'Crear revendedor',
  empty: 'Todavía no hay revendedores', emptyText: 'Crea uno e invita a su primera persona.', tenants: 'Sin empresas | 1 empresa | {n} empresas', since: 'Desde el {date}',
  form: {
    title: 'Crear revendedor', text: 'Se invita por correo a su primera persona.', name: 'Nombre de la empresa', contactName: 'Persona de contacto', contactEmail: 'Correo electrónico',
    submit: 'Crear e invitar', created: '{name} creado. Invitamos a {email}.',
  },
}
