import type { Json, LocalText } from '@botpro/graphql/flows'
import type { DemoOperation } from '../demo-system.ts'
import { type DemoInput, inWords, language, optional, pesos, required, requiredText, spread, unknown } from '../sample-data.ts'

export interface Service { key: string; category: 'CERTIFICATE' | 'LICENCE' | 'SERVICE'; title: LocalText; name: LocalText; requirements: LocalText; fee: number; days: number; needsFile: boolean; needsDetails: boolean }

const SERVICES: Service[] = [
  {
    key: 'good-conduct', category: 'CERTIFICATE', needsFile: false, needsDetails: false, title: { ES: 'No antecedentes', EN: 'Good conduct' }, fee: 600, days: 1, name: { ES: 'Certificado de no antecedentes', EN: 'Certificate of good conduct' },
    requirements: { ES: '• Cédula vigente', EN: '• Valid ID card (cédula)' },
  },
  {
    key: 'residence', category: 'CERTIFICATE', needsFile: true, needsDetails: false, title: { ES: 'Residencia', EN: 'Residence' }, fee: 0, days: 2, name: { ES: 'Certificado de residencia', EN: 'Certificate of residence' },
    requirements: { ES: '• Cédula vigente\n• Una factura de luz o agua de los últimos tres meses', EN: '• Valid ID card (cédula)\n• A power or water bill from the last three months' },
  },
  {
    key: 'tax-clearance', category: 'CERTIFICATE', needsFile: false, needsDetails: false, title: { ES: 'Pagos al día', EN: 'Payment clearance' }, fee: 300, days: 1, name: { ES: 'Certificación de pagos al día', EN: 'Payment clearance certificate' },
    requirements: { ES: '• Cédula o RNC\n• No tener pagos atrasados', EN: '• Cédula or RNC\n• No overdue payments' },
  },
  {
    key: 'trade-licence', category: 'LICENCE', needsFile: true, needsDetails: true, title: { ES: 'Licencia comercial', EN: 'Trade licence' }, fee: 3500, days: 10, name: { ES: 'Licencia de operación comercial', EN: 'Trade licence' },
    requirements: { ES: '• Cédula o RNC\n• Contrato de alquiler o título del local\n• Una foto de la fachada', EN: '• Cédula or RNC\n• Lease or title of the premises\n• A photo of the front' },
  },
  {
    key: 'building-permit', category: 'LICENCE', needsFile: true, needsDetails: true, title: { ES: 'Construcción menor', EN: 'Minor building work' }, fee: 7500, days: 20, name: { ES: 'Permiso de construcción menor', EN: 'Minor building permit' },
    requirements: { ES: '• Cédula o RNC\n• Título de la propiedad\n• Plano firmado', EN: '• Cédula or RNC\n• Property title\n• Signed plan' },
  },
  {
    key: 'event-permit', category: 'LICENCE', needsFile: false, needsDetails: true, title: { ES: 'Actividad pública', EN: 'Public event' }, fee: 1500, days: 5, name: { ES: 'Permiso para actividades públicas', EN: 'Public event permit' },
    requirements: { ES: '• Cédula vigente\n• Fecha, lugar y cantidad de personas', EN: '• Valid ID card (cédula)\n• Date, place and number of people' },
  },
  {
    key: 'inspection', category: 'SERVICE', needsFile: false, needsDetails: true, title: { ES: 'Inspección de local', EN: 'Inspection' }, fee: 1000, days: 7, name: { ES: 'Inspección técnica de un local', EN: 'Technical inspection of premises' },
    requirements: { ES: '• Dirección del local\n• Una persona que reciba al inspector', EN: '• Address of the premises\n• Somebody to receive the inspector' },
  },
  {
    key: 'data-correction', category: 'SERVICE', needsFile: true, needsDetails: true, title: { ES: 'Corrección de datos', EN: 'Records correction' }, fee: 0, days: 8, name: { ES: 'Corrección de datos', EN: 'Correction of records' },
    requirements: { ES: '• Cédula vigente\n• Un documento que muestre el dato correcto', EN: '• Valid ID card (cédula)\n• A document showing the correct data' },
  },
]

/** Which service a number was given for is said by its last digit but one: `SOL-4820` + `1` + the state. */
export const numberFor = (prefix: string, service: Service, seed: string): string => `${prefix}-${1000 + spread(seed, 9000)}${SERVICES.indexOf(service)}1`
export const serviceByNumber = (digits: string): Service | undefined => SERVICES[Number(digits.at(-2))]

export function serviceOf(key: string): Service {
  const service = SERVICES.find(one => one.key === key)
  if (!service) throw unknown('service')
  return service
}

const told = (input: DemoInput) => ({ title, name, requirements, fee, ...service }: Service): Json =>
  ({ ...service, title: inWords(input, title), name: inWords(input, name), requirements: inWords(input, requirements), fee: pesos(fee), free: fee === 0 })

export const listServices: DemoOperation = {
  name: { ES: 'Catálogo de servicios', EN: 'Catalogue of services' },
  idempotent: true,
  inputs: [optional('category', ['CERTIFICATE, LICENCE o SERVICE; si se omite, todos.', 'CERTIFICATE, LICENCE or SERVICE; all of them where it is left out.']), language],
  sample: { services: [told({})(SERVICES[0]!)] },
  answer(input) {
    const services = SERVICES.filter(({ category }) => !input.category || input.category === category)
    if (!services.length) throw unknown('category')
    return { services: services.map(told(input)) }
  },
}

export const getService: DemoOperation = {
  name: { ES: 'Requisitos de un servicio', EN: 'Requirements of a service' },
  idempotent: true,
  inputs: [required('service', ['Clave del servicio.', 'Key of the service.']), language],
  sample: told({})(SERVICES[0]!),
  answer: input => told(input)(serviceOf(requiredText(input, 'service'))),
}
