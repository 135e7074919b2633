import { t } from '../build/index.ts'
import type { TemplateFaq } from '../template.ts'

export const governmentFaqs: TemplateFaq[] = [
  { question: t('¿Puedo ir a la oficina sin cita?', 'Can I come to the office without an appointment?'), answer: t('Sí. Con cita le atendemos a su hora; sin cita, por orden de llegada.', 'Yes. With an appointment we see you at your time; without one, in order of arrival.') },
  { question: t('¿Puede retirar otra persona mi documento?', 'Can someone else collect my document?'), answer: t('Sí, con una autorización firmada por usted y copia de las dos cédulas.', 'Yes, with an authorisation signed by you and a copy of both ID cards.') },
  { question: t('¿Qué formas de pago aceptan?', 'Which ways to pay do you accept?'), answer: t('Tarjeta de crédito o débito por el enlace que le enviamos, y en las oficinas también efectivo.', 'Credit or debit card through the link that we send you, and cash too at the offices.') },
  { question: t('¿Cuánto vale un certificado después de emitido?', 'How long is a certificate valid?'), answer: t('Treinta días desde su fecha, salvo que la ley indique otra cosa.', 'Thirty days from its date, unless the law says otherwise.') },
  { question: t('Vivo en el extranjero, ¿puedo solicitar un certificado?', 'I live abroad, can I request a certificate?'), answer: t('Sí. Solicítelo por aquí y elija recibirlo por correo; se paga con tarjeta.', 'Yes. Request it here and choose to receive it by e-mail; it is paid by card.') },
  { question: t('¿Las denuncias anónimas se investigan?', 'Are anonymous complaints investigated?'), answer: t('Sí, todas. Solo le pedimos los detalles que permitan comprobarlas.', 'Yes, all of them. We only ask for enough detail to verify them.') },
  { question: t('¿Me devuelven el dinero si no aprueban mi solicitud?', 'Do I get my money back if my request is not approved?'), answer: t('La tasa cubre la evaluación y no se devuelve, pero puede corregir y enviar de nuevo la misma solicitud sin pagar otra vez.', 'The fee covers the evaluation and is not refunded, but you can correct and send the same request again without paying twice.') },
]
