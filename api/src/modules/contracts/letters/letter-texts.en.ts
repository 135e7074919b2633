import type { LetterWords } from './letter-texts.ts'

export const en: LetterWords = {
  greeting: customer => `To ${customer}:`,
  closing: 'We are at your disposal for any question.',
  labels: { number: 'Number', date: 'Date', quote: 'Quote', contract: 'Contract', validUntil: 'Valid until', renews: 'Renews', from: 'In force from', until: 'In force until' },
  mail: { greeting: 'Good day,', attached: 'The letter is attached as a PDF.', regards: 'Kind regards,' },
  letters: {
    RENEWAL_WARNING: ({ number, lastDay, daysLeft, signBy }) => ({
      title: 'Notice of expiry',
      subject: `Contract ${number} ends; its renewal has to be signed`,
      paragraphs: [
        `Contract ${number} is in force until ${lastDay}${daysLeft === undefined ? '' : `, which leaves ${daysLeft === 1 ? '1 day' : `${daysLeft} days`}`}. As the contract of a public institution it does not renew itself.`,
        `For the service to go on without interruption the renewal has to be signed by ${signBy}. Once signed, it takes force the moment the present contract ends.`,
        'Where no renewal is in force when the contract ends, the service may be suspended, in part or as a whole. Your institution may ask in writing, by a formal communication, to go on provisionally while the process is completed.',
      ],
    }),
    RENEWAL_NOTICE: ({ number, lastDay, endsOn, termMonths }) => ({
      title: 'Notice of renewal',
      subject: `Contract ${number} is about to renew`,
      paragraphs: [
        `The present term of contract ${number} ends on ${lastDay}. As agreed, the contract renews itself for ${termMonths} months from ${endsOn}; there is nothing you need to do.`,
        'If your company prefers not to renew it, please let us know before that day.',
      ],
    }),
    RENEWED: ({ number, lastDay, termMonths }) => ({
      title: 'Renewal of contract',
      subject: `Contract ${number} was renewed`,
      paragraphs: [`Contract ${number} was renewed for ${termMonths} months and is in force until ${lastDay}. Thank you for your trust.`],
    }),
    EXPIRY: ({ number, lastDay, isPublic, provisionalDays, provisionalLastDay }) => ({
      title: 'Expiry of contract',
      subject: `Contract ${number} expired`,
      paragraphs: [
        `Contract ${number} was in force until ${lastDay}, and no renewal is in force.`,
        provisionalLastDay
          ? `According to your formal communication the service goes on provisionally until ${provisionalLastDay}. The months without a contract are invoiced once the renewal is in force.`
          : `As long as no renewal is in force the service may be suspended, in part or as a whole. Your ${isPublic ? 'institution' : 'company'} may ask in writing, by a formal communication, to go on provisionally for at most ${provisionalDays} days from the expiry.`,
      ],
    }),
    PROVISIONAL_ACCEPTANCE: ({ number, communication, provisionalLastDay, lastDay }) => ({
      title: 'Provisional continuation',
      subject: `Provisional continuation of the service, contract ${number}`,
      paragraphs: [
        `We acknowledge the formal communication signed by ${communication!.signedBy} and received on ${communication!.receivedOn}, which asks for the service to go on after ${lastDay}, until when contract ${number} is in force.`,
        `We agree to continue the service provisionally, until ${provisionalLastDay} at the latest.`,
        'According to that communication, the months without a contract are invoiced once the renewal is in force. If it is not by then, the service may be suspended.',
      ],
    }),
    PROVISIONAL_END: ({ number, provisionalLastDay }) => ({
      title: 'End of the provisional continuation',
      subject: `End of the provisional continuation, contract ${number}`,
      paragraphs: [
        `The time in which the service goes on provisionally ended on ${provisionalLastDay}, and the renewal of contract ${number} is not in force.`,
        'From today on the service may be suspended, in part or as a whole. Please complete the signing of the renewal as soon as possible.',
      ],
    }),
    SUSPENSION: ({ number, scope, reason }) => ({
      title: 'Suspension of service',
      subject: `Service suspended ${scope === 'PART' ? 'in part' : 'as a whole'}, contract ${number}`,
      paragraphs: [
        scope === 'PART'
          ? 'From today on the service is suspended in part: the bot goes on answering those who write, but no conversations, campaigns or reminders can be begun.'
          : 'From today on the service is suspended. Messages that arrive are kept and handed to your team when the service is back.',
        `Reason: ${reason}`,
        `The service is back as soon as the renewal of contract ${number} is in force.`,
      ],
    }),
    RESTORATION: ({ number }) => ({
      title: 'Service restored',
      subject: `Service restored, contract ${number}`,
      paragraphs: ['The service is back. What arrived during the suspension is at the disposal of your team.'],
    }),
    CANCELLATION: ({ number, reason }) => ({
      title: 'Cancellation of contract',
      subject: `Contract ${number} is cancelled`,
      paragraphs: [
        `Contract ${number} is cancelled as of today, and the service has ended.`,
        `Reason: ${reason}`,
        'Open invoices stay owed. To have the service again, a new contract is needed.',
      ],
    }),
  },
  paper: {
    quote: 'Quote',
    quoteLead: ({ seller, isRenewal }) => (isRenewal ? `${seller} offers you the renewal of its conversational service.` : `${seller} offers you its conversational service.`),
    contract: 'Service contract',
    contractLead: ({ seller, customer, startsOn, lastDay }) =>
      `${seller} (“the provider”) provides ${customer} (“the customer”) with the conversational service described below, from ${startsOn} until ${lastDay}, under the conditions of this contract.`,
    onceHeading: 'One-time charges',
    monthlyHeading: 'Monthly charges',
    usageHeading: 'Additional use, in arrears',
    description: 'Description',
    quantity: 'Qty',
    price: 'Price',
    amount: 'Amount',
    setUp: 'Set-up',
    oneTime: 'One-time',
    minimum: 'Monthly minimum',
    discount: percent => `${percent} discount`,
    charges: {
      CONVERSATION: 'Additional conversation', UIC: 'Additional user-initiated WhatsApp conversation (UIC)', BIC: 'Additional business-initiated WhatsApp conversation (BIC)',
      PREDICTIVE_CALLS: 'Each 1,000 calls of the predictive model',
    },
    subtotal: 'Subtotal',
    tax: (name, percent) => `${name} (${percent})`,
    totalOnce: 'One-time total',
    totalMonthly: 'Monthly total',
    totalTerm: months => `Total of ${months} months, one-time charges included`,
    conditionsHeading: 'Conditions',
    conditions: ({ isPublic, termMonths, signedMonthsBefore, provisionalDays, paymentDays, overdueInvoices, suspensionDays, minimum, hasWhatsapp }) => [
      isPublic
        ? `The contract runs for ${termMonths} months from the day it takes force and does not renew itself. Its renewal has to be signed at the latest ${signedMonthsBefore === 1 ? 'one month' : `${signedMonthsBefore} months`} before it ends, and takes force the moment it ends.`
        : `The contract runs for ${termMonths} months from the day it takes force and renews itself for terms of the same length, unless one side declines before a term ends.`,
      `Where the contract ends and no renewal is in force, the service may be suspended, in part or as a whole. The customer may ask in writing to go on provisionally for up to ${provisionalDays} days; the months without a contract are invoiced once the renewal is in force.`,
      'One-time charges come with the first invoice, monthly charges in advance. Use beyond what is included is invoiced in arrears, by the unit.',
      ...minimum ? [`The WhatsApp plan has a monthly minimum of ${minimum}.`] : [],
      `Invoices are due ${paymentDays} days after their issue. With ${overdueInvoices === 1 ? 'one invoice overdue' : `${overdueInvoices} invoices overdue at once`} the service is suspended for ${suspensionDays} days, in which the plan and the WhatsApp minimum are still invoiced; if it is not paid by then, the contract is cancelled, and what was invoiced stays owed.`,
      ...hasWhatsapp ? ['Before a WhatsApp line goes live, an authorised member of the customer accepts Meta’s WhatsApp policies on the platform.'] : [],
      'Prices do not include taxes, which are added on each invoice.',
    ],
    signHere: 'Accepted and signed by:',
    mailQuote: ({ number, validUntil }) => ({ subject: `Quote ${number}`, text: `Please find attached quote ${number}, valid until ${validUntil}, as a PDF.` }),
    mailContract: ({ number, startsOn }) => ({ subject: `Contract ${number}`, text: `Please find attached a copy of contract ${number}, in force from ${startsOn}, as a PDF.` }),
  },
}
