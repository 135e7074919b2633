export default { service: 'Service', understanding: 'Understanding', organisation: 'Company' }
