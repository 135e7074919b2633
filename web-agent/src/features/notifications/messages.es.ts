export default {
  title: 'Avisos',
  sound: 'Sonido',
  soundText: 'Cuando te escriben o alguien empieza a esperar.',
  browser: 'Notificaciones del navegador',
  browserText: 'Cuando esta pestaña no está a la vista.',
  blocked: 'El navegador las tiene bloqueadas para este sitio. Cámbialo en su configuración.',
  queued: '{name} espera a una persona',
  queuedText: 'Nadie la ha tomado todavía.',
  file: 'Envió un archivo',
}
