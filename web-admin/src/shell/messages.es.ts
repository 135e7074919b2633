export default { service: 'Atención', understanding: 'Comprensión', organisation: 'Empresa' }
