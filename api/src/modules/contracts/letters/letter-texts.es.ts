import type { LetterWords } from './letter-texts.ts'

/** Letters say “usted”. */
export const es: LetterWords = {
  greeting: customer => `Estimados señores de ${customer}:`,
  closing: 'Quedamos a su disposición para cualquier aclaración.',
  labels: { number: 'Número', date: 'Fecha', quote: 'Cotización', contract: 'Contrato', validUntil: 'Válida hasta', renews: 'Renueva', from: 'Vigente desde', until: 'Vigente hasta' },
  mail: { greeting: 'Buen día:', attached: 'Adjuntamos la comunicación en PDF.', regards: 'Atentamente,' },
  letters: {
    RENEWAL_WARNING: ({ number, lastDay, daysLeft, signBy }) => ({
      title: 'Aviso de vencimiento',
      subject: `Vencimiento del contrato ${number} y firma de su renovación`,
      paragraphs: [
        `Le informamos que el contrato ${number} está vigente hasta el ${lastDay}${daysLeft === undefined ? '' : `, es decir, ${daysLeft === 1 ? 'queda 1 día' : `quedan ${daysLeft} días`}`}. Por tratarse de una institución pública, no se renueva automáticamente.`,
        `Para que el servicio continúe sin interrupción, la renovación debe estar firmada a más tardar el ${signBy}. Una vez firmada, entra en vigor en el momento en que vence el contrato actual.`,
        'Si la renovación no está en vigor al vencimiento, el servicio podrá ser suspendido, en parte o en su totalidad. Su institución puede solicitar por escrito, mediante comunicación formal, continuar de manera provisional mientras concluye el proceso.',
      ],
    }),
    RENEWAL_NOTICE: ({ number, lastDay, endsOn, termMonths }) => ({
      title: 'Aviso de renovación',
      subject: `Próxima renovación del contrato ${number}`,
      paragraphs: [
        `El período actual del contrato ${number} concluye el ${lastDay}. Conforme a lo acordado, el contrato se renueva por ${termMonths} meses a partir del ${endsOn}, sin que usted tenga que hacer nada.`,
        'Si su empresa prefiere no renovarlo, le agradecemos comunicárnoslo antes de esa fecha.',
      ],
    }),
    RENEWED: ({ number, lastDay, termMonths }) => ({
      title: 'Renovación de contrato',
      subject: `Renovación del contrato ${number}`,
      paragraphs: [`El contrato ${number} se ha renovado por ${termMonths} meses y está vigente hasta el ${lastDay}. Agradecemos la confianza que deposita en nosotros.`],
    }),
    EXPIRY: ({ number, lastDay, isPublic, provisionalDays, provisionalLastDay }) => ({
      title: 'Vencimiento de contrato',
      subject: `Vencimiento del contrato ${number}`,
      paragraphs: [
        `El contrato ${number} estuvo vigente hasta el ${lastDay} y no hay una renovación en vigor.`,
        provisionalLastDay
          ? `Conforme a su comunicación formal, el servicio continúa de manera provisional hasta el ${provisionalLastDay}. Los meses sin contrato se facturarán cuando la renovación esté en vigor.`
          : `Mientras no haya una renovación en vigor, el servicio podrá ser suspendido, en parte o en su totalidad. ${isPublic ? 'Su institución' : 'Su empresa'} puede solicitar por escrito, mediante comunicación formal, continuar de manera provisional por un máximo de ${provisionalDays} días contados desde el vencimiento.`,
      ],
    }),
    PROVISIONAL_ACCEPTANCE: ({ number, communication, provisionalLastDay, lastDay }) => ({
      title: 'Continuidad provisional',
      subject: `Continuidad provisional del servicio, contrato ${number}`,
      paragraphs: [
        `Acusamos recibo de la comunicación formal firmada por ${communication!.signedBy} y recibida el ${communication!.receivedOn}, mediante la cual se solicita continuar con el servicio después del ${lastDay}, fecha hasta la cual está vigente el contrato ${number}.`,
        `Aceptamos continuar el servicio de manera provisional, a más tardar hasta el ${provisionalLastDay}.`,
        'De acuerdo con dicha comunicación, los meses transcurridos sin contrato se facturarán una vez que la renovación esté en vigor. Vencido el plazo sin que lo esté, el servicio podrá ser suspendido.',
      ],
    }),
    PROVISIONAL_END: ({ number, provisionalLastDay }) => ({
      title: 'Fin de la continuidad provisional',
      subject: `Fin de la continuidad provisional, contrato ${number}`,
      paragraphs: [
        `El plazo para continuar el servicio de manera provisional concluyó el ${provisionalLastDay} y la renovación del contrato ${number} no está en vigor.`,
        'A partir de hoy el servicio podrá ser suspendido, en parte o en su totalidad. Le rogamos concluir la firma de la renovación a la mayor brevedad.',
      ],
    }),
    SUSPENSION: ({ number, scope, reason }) => ({
      title: 'Suspensión del servicio',
      subject: `Suspensión ${scope === 'PART' ? 'parcial' : 'total'} del servicio, contrato ${number}`,
      paragraphs: [
        scope === 'PART'
          ? 'Le informamos que a partir de hoy el servicio queda suspendido en parte: el bot continúa respondiendo a quienes escriben, pero no es posible iniciar conversaciones, campañas ni recordatorios.'
          : 'Le informamos que a partir de hoy el servicio queda suspendido. Los mensajes que se reciban se conservan y se entregarán a su equipo cuando el servicio se restablezca.',
        `Motivo: ${reason}`,
        `El servicio se restablece en cuanto esté en vigor la renovación del contrato ${number}.`,
      ],
    }),
    RESTORATION: ({ number }) => ({
      title: 'Restablecimiento del servicio',
      subject: `Restablecimiento del servicio, contrato ${number}`,
      paragraphs: ['Le informamos que el servicio ha quedado restablecido. Lo que se recibió durante la suspensión está a disposición de su equipo.'],
    }),
    CANCELLATION: ({ number, reason }) => ({
      title: 'Cancelación de contrato',
      subject: `Cancelación del contrato ${number}`,
      paragraphs: [
        `Le informamos que el contrato ${number} ha quedado cancelado a partir de hoy y que el servicio se ha dado por terminado.`,
        `Motivo: ${reason}`,
        'Las facturas pendientes siguen siendo exigibles. Para volver a contratar el servicio se requiere un contrato nuevo.',
      ],
    }),
  },
  paper: {
    quote: 'Cotización',
    quoteLead: ({ seller, isRenewal }) => (isRenewal
      ? `${seller} le presenta su propuesta para la renovación del servicio de atención conversacional.`
      : `${seller} le presenta su propuesta para el servicio de atención conversacional.`),
    contract: 'Contrato de servicio',
    contractLead: ({ seller, customer, startsOn, lastDay }) =>
      `${seller} («el proveedor») prestará a ${customer} («el cliente») el servicio de atención conversacional que se detalla a continuación, desde el ${startsOn} hasta el ${lastDay}, según las condiciones de este contrato.`,
    onceHeading: 'Cargos únicos',
    monthlyHeading: 'Cargos mensuales',
    usageHeading: 'Uso adicional, a mes vencido',
    description: 'Descripción',
    quantity: 'Cant.',
    price: 'Precio',
    amount: 'Importe',
    setUp: 'Instalación y puesta en marcha',
    oneTime: 'Pago único',
    minimum: 'Mínimo mensual',
    discount: percent => `Descuento de ${percent}`,
    charges: {
      CONVERSATION: 'Conversación adicional', UIC: 'Conversación de WhatsApp iniciada por el usuario (UIC), adicional', BIC: 'Conversación de WhatsApp iniciada por la empresa (BIC), adicional',
      PREDICTIVE_CALLS: 'Cada 1,000 llamadas al modelo predictivo',
    },
    subtotal: 'Subtotal',
    tax: (name, percent) => `${name} (${percent})`,
    totalOnce: 'Total único',
    totalMonthly: 'Total mensual',
    totalTerm: months => `Total de ${months} meses, con los cargos únicos`,
    conditionsHeading: 'Condiciones',
    conditions: ({ isPublic, termMonths, signedMonthsBefore, provisionalDays, paymentDays, overdueInvoices, suspensionDays, minimum, hasWhatsapp }) => [
      isPublic
        ? `El contrato dura ${termMonths} meses desde su entrada en vigor y no se renueva automáticamente. La renovación debe firmarse a más tardar ${signedMonthsBefore === 1 ? 'un mes' : `${signedMonthsBefore} meses`} antes del vencimiento y entra en vigor en el momento en que vence el contrato.`
        : `El contrato dura ${termMonths} meses desde su entrada en vigor y se renueva por períodos iguales, salvo que una de las partes comunique antes del vencimiento que no desea renovarlo.`,
      `Vencido el contrato sin una renovación en vigor, el servicio podrá ser suspendido, en parte o en su totalidad. El cliente puede solicitar por escrito continuar de manera provisional hasta ${provisionalDays} días; los meses sin contrato se facturan cuando la renovación esté en vigor.`,
      'Los cargos únicos se facturan con la primera factura; los mensuales, por adelantado. El uso que exceda lo incluido se factura a mes vencido, por unidad.',
      ...minimum ? [`El plan de WhatsApp tiene un mínimo mensual de ${minimum}.`] : [],
      `Las facturas vencen a los ${paymentDays} días de su emisión. Con ${overdueInvoices === 1 ? 'una factura vencida' : `${overdueInvoices} facturas vencidas a la vez`} el servicio se suspende por ${suspensionDays} días, durante los cuales se siguen facturando el plan y el mínimo de WhatsApp; si no se paga en ese plazo, el contrato queda cancelado y lo facturado sigue siendo exigible.`,
      ...hasWhatsapp ? ['Antes de activar una línea de WhatsApp, un miembro autorizado del cliente acepta las políticas de WhatsApp de Meta en la plataforma.'] : [],
      'Los precios no incluyen impuestos, que se agregan en cada factura.',
    ],
    signHere: 'Aceptado y firmado por:',
    mailQuote: ({ number, validUntil }) => ({ subject: `Cotización ${number}`, text: `Le enviamos la cotización ${number}, válida hasta el ${validUntil}. La encontrará adjunta en PDF.` }),
    mailContract: ({ number, startsOn }) => ({ subject: `Contrato ${number}`, text: `Le enviamos una copia del contrato ${number}, vigente desde el ${startsOn}. La encontrará adjunta en PDF.` }),
  },
}
