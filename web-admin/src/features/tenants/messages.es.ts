export default {
  title: 'Empresas', text: 'Las empresas clientes de BotPro.', textReseller: 'Las empresas a las que vendiste BotPro.',
  search: 'Buscar por nombre', create: 'Crear empresa', count: '{n} empresas | 1 empresa | {n} empresas', empty: 'Todavía no hay empresas', emptyText: 'Crea la primera e invita a su propietario.',
  by: 'Vendida por {reseller}', since: 'Desde el {date}', public: 'Institución pública', look: 'Ver como soporte', lookShort: 'Ver',
  support: {
    title: 'Ver {tenant} como soporte', text: 'Podrás leer todo lo que lee un administrador, sin cambiar nada. La empresa ve en su auditoría quién entró y por qué.',
    reason: 'Motivo', reasonHelp: 'Por ejemplo, el número del caso.', submit: 'Entrar como soporte', reasonNeeded: 'Escribe el motivo: la empresa lo verá.',
  },
  form: {
    title: 'Crear empresa', text: 'Se crea con un horario de lunes a viernes de 9:00 a 18:00 y se invita a su propietario.',
    company: 'Empresa', name: 'Nombre', slug: 'Nombre corto', slugHelp: 'En direcciones. Minúsculas, cifras y guiones; no cambia después.', slugWrong: 'De 3 a 40 minúsculas, cifras y guiones.', slugTaken: 'Este nombre corto ya está en uso.',
    sector: 'Sector', institution: 'Tipo de institución', reseller: 'Revendedor', noReseller: 'Directo con BotPro', language: 'Idioma principal', timeZone: 'Zona horaria', currency: 'Moneda',
    owner: 'Propietario', ownerName: 'Nombre', ownerEmail: 'Correo electrónico', submit: 'Crear e invitar', created: '{name} creada. Invitamos a {email}.',
  },
}
