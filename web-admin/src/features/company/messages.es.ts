export default {
  title: 'Empresa', text: 'Los datos generales de tu empresa.',
  identity: 'Identidad', identityText: 'Así aparece tu empresa ante tu equipo y tus clientes.',
  region: 'Región e idioma', regionText: 'De la zona horaria dependen el horario de atención y las cifras de cada día.',
  contract: 'Registro', contractText: 'Estos datos los cambia BotPro. Escríbenos si hay un error.',
  name: 'Nombre', sector: 'Sector', timeZone: 'Zona horaria', language: 'Idioma principal',
  languageHelp: 'Para los clientes y miembros que no hayan elegido otro.',
  slug: 'Nombre corto', currency: 'Moneda', institution: 'Tipo de institución', reseller: 'Revendedor', since: 'Cliente desde',
  sectors: { FINANCIAL: 'Financiero', RETAIL: 'Comercio y consumo', HEALTH: 'Salud y seguros', GOVERNMENT: 'Gobierno', OTHER: 'Otro' },
  institutions: { PRIVATE: 'Privada', PUBLIC: 'Pública' },
  direct: 'Directo con BotPro',
}
