import { onWeekdays, type Company } from '../company.ts'
import { retailScripts } from '../scripts/retail.ts'
import { storeHandbook } from './store.handbook.ts'
import { storeQuestions } from './store.questions.ts'

export const store: Company = {
  profile: { name: 'Casa Flamboyán', slug: 'casa-flamboyan', sector: 'RETAIL', institution: 'PRIVATE' },
  domain: 'flamboyan',
  isResold: true,
  hours: [
    ...onWeekdays('08:00', '20:00'),
    { weekday: 'SATURDAY', opens: '08:00', closes: '20:00' },
    { weekday: 'SUNDAY', opens: '10:00', closes: '18:00' },
  ],
  people: [
    { name: 'Leonardo Almonte', mailbox: 'propietario', role: 'OWNER' },
    { name: 'Patricia Lugo', mailbox: 'admin', role: 'ADMIN' },
    { name: 'Darío Encarnación', mailbox: 'supervisor', role: 'SUPERVISOR' },
    { name: 'Génesis Batista', mailbox: 'agente', role: 'AGENT' },
    { name: 'Luis Ángel Rosario', mailbox: 'luis.rosario', role: 'AGENT' },
    { name: 'Massiel Polanco', mailbox: 'massiel.polanco', role: 'AGENT' },
    { name: 'Brayan Sosa', mailbox: 'brayan.sosa', role: 'AGENT' },
    { name: 'Kirsys Montero', mailbox: 'analista', role: 'ANALYST' },
  ],
  documents: [{ name: 'preguntas-envios-y-devoluciones.md', text: storeHandbook }],
  questions: storeQuestions,
  site: 'Tienda en línea',
  widget: {
    color: '#c2341d', side: 'RIGHT', botName: 'Flor',
    texts: [
      {
        language: 'ES', title: 'Casa Flamboyán', subtitle: 'Su casa, como la imagina',
        greeting: '¡Saludos! Soy Flor, la asistente de Casa Flamboyán. ¿Qué le gustaría hacer?',
        outOfHours: 'Las tiendas están cerradas en este momento. Déjenos su mensaje con su número de pedido, si lo tiene, y le respondemos en cuanto abramos.',
      },
      {
        language: 'EN', title: 'Casa Flamboyán', subtitle: 'Your home, as you picture it',
        greeting: 'Hello! I am Flor, the assistant of Casa Flamboyán. What would you like to do?',
        outOfHours: 'Our stores are closed right now. Leave us your message, with your order number if you have one, and we will answer as soon as we open.',
      },
    ],
  },
  bot: [
    {
      language: 'ES',
      menuText: 'Elija una opción y con gusto le ayudo:',
      notUnderstood: 'Perdone, no comprendí su mensaje. Elija una opción o escriba «persona» para que le atienda alguien de la tienda.',
      options: [
        { id: 'order', title: 'Rastrear mi pedido', action: 'ANSWER', answer: 'Puede ver el estado de su pedido en «Mi cuenta → Mis pedidos» o con el enlace de su correo de confirmación.\n\n• Distrito Nacional y Santo Domingo: 24 a 48 horas\n• Resto del país: 3 a 5 días laborables\n\nEl chofer le llama media hora antes de llegar.' },
        { id: 'catalogue', title: 'Catálogo y disponibilidad', action: 'ANSWER', answer: 'Nuestro catálogo tiene muebles, línea blanca, climatización y textiles. En cada producto verá en qué tiendas está disponible. Los precios incluyen ITBIS; el transporte es gratis en compras desde RD$ 10,000.00.' },
        { id: 'payment', title: 'Formas de pago y crédito', action: 'ANSWER', answer: 'Aceptamos efectivo, transferencia y todas las tarjetas, hasta seis cuotas sin intereses con tarjetas de crédito participantes.\n\nCon el Crédito Flamboyán paga hasta en 24 meses: solo necesita cédula, una factura de servicio y su carta de trabajo o movimientos bancarios.' },
        { id: 'returns', title: 'Cambios y garantías', action: 'ANSWER', answer: 'Tiene 30 días para cambios, con factura y empaque. Los electrodomésticos tienen un año de garantía de fábrica con servicio a domicilio. Tenga a mano su número de factura.' },
        { id: 'hours', title: 'Horario de las tiendas', action: 'OPENING_HOURS', answer: null },
        { id: 'person', title: 'Hablar con una persona', action: 'TALK_TO_A_PERSON', answer: null },
      ],
    },
    {
      language: 'EN',
      menuText: 'Choose an option and I will gladly help:',
      notUnderstood: 'Sorry, I did not understand your message. Choose an option, or write “person” to talk to somebody from the store.',
      options: [
        { id: 'order', title: 'Track my order', action: 'ANSWER', answer: 'You find the state of your order under My account, My orders, or with the link in your confirmation e-mail.\n\n• Santo Domingo: 24 to 48 hours\n• Rest of the country: 3 to 5 business days\n\nThe driver calls you half an hour before.' },
        { id: 'catalogue', title: 'Catalogue and availability', action: 'ANSWER', answer: 'We have furniture, appliances, air conditioning and textiles. Each product shows the stores that have it. Prices include tax; delivery is free from RD$ 10,000.00.' },
        { id: 'payment', title: 'Payment and credit', action: 'ANSWER', answer: 'We take cash, transfers and all cards, up to six instalments without interest with participating credit cards. Flamboyán Credit lets you pay in up to 24 months.' },
        { id: 'returns', title: 'Exchanges and warranty', action: 'ANSWER', answer: 'You have 30 days for exchanges, with receipt and packaging. Appliances carry a one-year warranty with service at your home. Please have your receipt number at hand.' },
        { id: 'hours', title: 'Store hours', action: 'OPENING_HOURS', answer: null },
        { id: 'person', title: 'Talk to a person', action: 'TALK_TO_A_PERSON', answer: null },
      ],
    },
  ],
  prefix: 'CF',
  places: {
    ES: ['Los Prados', 'Herrera', 'Santiago Centro', 'La Romana', 'San Isidro'],
    EN: ['Los Prados', 'Santiago Centro', 'La Romana'],
  },
  scripts: retailScripts,
}
