export default { service: 'Service', organisation: 'Company' }
