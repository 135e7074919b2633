export default { service: 'Atención', organisation: 'Empresa' }
