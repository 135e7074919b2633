export default {
  unlimited: 'Sin límite', monthly: '{count} al mes', count: '{count}', hours: '{count} h',
  group: { CONVERSATIONS: 'Conversaciones', TEAM: 'Puestos y bots', CHANNELS: 'Canales', PLATFORM: 'Funciones', SERVICE: 'Acompañamiento' },
  name: {
    CONVERSATIONS: 'Conversaciones', WHATSAPP_UIC: 'WhatsApp: iniciadas por el usuario (UIC)', WHATSAPP_BIC: 'WhatsApp: iniciadas por la empresa (BIC)', PREDICTIVE_CALLS: 'Llamadas a modelos predictivos',
    SEATS_ADMIN: 'Administradores', SEATS_SUPERVISOR: 'Supervisores', SEATS_AGENT: 'Agentes', BOTS: 'Bots', INTEGRATION_HOURS: 'Horas de integración',
    CHANNEL_WEB: 'Sitio web', CHANNEL_WHATSAPP: 'WhatsApp', CHANNEL_MESSENGER: 'Messenger', CHANNEL_TELEGRAM: 'Telegram', CHANNEL_INSTAGRAM: 'Instagram', CHANNEL_APP: 'Aplicación móvil', CHANNEL_EMAIL: 'Correo', CHANNEL_SMS: 'SMS',
    MENU_NLP: 'Menú principal con lenguaje natural', MENU_SECOND: 'Segundo menú con Q&A', QA: 'Q&A', FLOWS_CUSTOM: 'Flujos a la medida', DASHBOARD: 'Panel y reportes', REPORTS_BI: 'Power BI y Looker Studio',
    DESK_ROUTING: 'Centro de contacto con enrutamiento', SURVEYS: 'Encuestas de satisfacción', CAMPAIGNS: 'Campañas salientes', SENTIMENT: 'Análisis de sentimiento', PREDICTIVE_MODEL: 'Modelos predictivos',
    QR: 'Enlaces y códigos QR', OTP: 'Doble factor por OTP', KNOWN_DATA: 'Autenticación por datos conocidos', INTERMEDIATE_DATABASE: 'Base de datos intermedia', ACTIVE_DIRECTORY: 'Directorio activo',
    SUPPORT_24X7: 'Soporte 24×7', TRAINING_COURSE: 'Curso de capacitación', BOT_DESIGN: 'Diseño del bot', MONTHLY_OPTIMISATION: 'Optimización mensual', EXECUTIVE_REPORT: 'Informe ejecutivo mensual',
  },
  /** What it is, for whoever does not have it. */
  what: {
    QA: 'Q&A responde con tus preguntas frecuentes y tus documentos, y te dice qué no supo responder.',
    SURVEYS: 'Las encuestas preguntan a tus clientes al cerrar una conversación y te muestran CSAT y NPS por semana.',
    SENTIMENT: 'El análisis de sentimiento lee el ánimo de cada conversación y señala las que no pueden esperar.',
    PREDICTIVE_MODEL: 'Los modelos predictivos dejan que tus flujos consulten modelos propios, por ejemplo, uno de riesgo.',
    QR: 'Los enlaces y códigos QR abren una conversación con un mensaje ya escrito y te dicen cuántas personas llegan por cada uno.',
  },
  locked: {
    title: 'Tu plan no incluye {feature}', ask: 'Pídeselo a tu ejecutivo de cuenta de BotPro: puede agregarlo hoy mismo o con tu renovación.',
    askAdmin: 'Habla con un administrador de tu empresa: puede ver el plan y pedirlo.', seePlan: 'Ver lo que incluye mi plan', keep: 'Lo que ya tengas guardado se conserva.',
    noMore: 'Tu plan llega hasta {amount} en «{feature}», y no queda ninguno libre. Para tener más, pídeselo a tu ejecutivo de cuenta.', not: 'Tu plan no incluye «{feature}». Para tenerlo, pídeselo a tu ejecutivo de cuenta.',
  },
}
