import type { LocalText } from '@botpro/graphql/flows'
import type { DemoOperation } from '../demo-system.ts'
import { type DemoInput, inWords, language, optional, required, requiredNumber, requiredText, spread, textOf, unknown } from '../sample-data.ts'
import { centsAs } from '../sample-money.ts'
import { samplePlaces } from '../sample-places.ts'

interface Category { key: string; name: LocalText; description: LocalText }
interface Product { sku: string; category: string; name: LocalText; description: LocalText; cents: number }

const categories: Category[] = [
  { key: 'pantry', name: { ES: 'Despensa', EN: 'Pantry' }, description: { ES: 'Arroz, habichuelas, café y más', EN: 'Rice, beans, coffee and more' } },
  { key: 'drinks', name: { ES: 'Bebidas', EN: 'Drinks' }, description: { ES: 'Agua, jugos y refrescos', EN: 'Water, juices and soft drinks' } },
  { key: 'home', name: { ES: 'Hogar y limpieza', EN: 'Home and cleaning' }, description: { ES: 'Detergentes, papel y utensilios', EN: 'Detergents, paper and utensils' } },
  { key: 'care', name: { ES: 'Cuidado personal', EN: 'Personal care' }, description: { ES: 'Jabón, champú y cremas', EN: 'Soap, shampoo and creams' } },
  { key: 'appliances', name: { ES: 'Electrodomésticos', EN: 'Appliances' }, description: { ES: 'Licuadoras, abanicos y planchas', EN: 'Blenders, fans and irons' } },
]

const products: Product[] = [
  product('P-101', 'pantry', ['Arroz, 10 libras', 'Rice, 10 lb'], ['Grano largo, selecto', 'Long grain'], 42_500),
  product('P-102', 'pantry', ['Habichuelas rojas, 2 libras', 'Red beans, 2 lb'], ['Secas', 'Dried'], 16_500),
  product('P-103', 'pantry', ['Café molido, 1 libra', 'Ground coffee, 1 lb'], ['Tostado medio', 'Medium roast'], 29_500),
  product('P-104', 'pantry', ['Aceite vegetal, 64 onzas', 'Vegetable oil, 64 oz'], ['Para freír y cocinar', 'For cooking'], 38_900),
  product('B-201', 'drinks', ['Agua, paquete de 12', 'Water, pack of 12'], ['Botellas de 500 ml', '500 ml bottles'], 18_000),
  product('B-202', 'drinks', ['Jugo de naranja, 1 galón', 'Orange juice, 1 gallon'], ['Sin azúcar añadida', 'No added sugar'], 31_500),
  product('B-203', 'drinks', ['Refresco de cola, 2 litros', 'Cola, 2 litres'], ['Botella retornable', 'Returnable bottle'], 9_500),
  product('H-301', 'home', ['Detergente líquido, 1 galón', 'Liquid detergent, 1 gallon'], ['Para todo tipo de ropa', 'For all fabrics'], 44_500),
  product('H-302', 'home', ['Papel de baño, 12 rollos', 'Toilet paper, 12 rolls'], ['Doble hoja', 'Two-ply'], 27_500),
  product('H-303', 'home', ['Juego de ollas, 5 piezas', 'Cookware set, 5 pieces'], ['Antiadherente', 'Non-stick'], 349_500),
  product('C-401', 'care', ['Jabón de baño, paquete de 4', 'Bath soap, pack of 4'], ['Con avena', 'With oats'], 15_500),
  product('C-402', 'care', ['Champú, 32 onzas', 'Shampoo, 32 oz'], ['Uso diario', 'Everyday use'], 33_500),
  product('E-501', 'appliances', ['Licuadora de 3 velocidades', '3-speed blender'], ['Vaso de vidrio', 'Glass jar'], 289_500),
  product('E-502', 'appliances', ['Abanico de pedestal', 'Pedestal fan'], ['18 pulgadas, silencioso', '18 inches, quiet'], 245_000),
  product('E-503', 'appliances', ['Plancha a vapor', 'Steam iron'], ['Suela de cerámica', 'Ceramic plate'], 179_500),
]

function product(sku: string, category: string, [ES, EN]: [string, string], description: [string, string], cents: number): Product {
  return { sku, category, name: { ES, EN }, description: { ES: description[0], EN: description[1] }, cents }
}

const shown = (input: DemoInput) => ({ sku, category, name, description, cents }: Product) =>
  ({ sku, category, name: inWords(input, name), description: inWords(input, description), price: centsAs(cents), inStock: unitsOf(sku) > 0 })

/** How many there are of something in a branch; the steam iron is nowhere. */
const unitsIn = (sku: string, branch: string) => (sku === 'E-503' ? 0 : Math.max(0, spread(`${sku} in ${branch}`, 24) - 4))
export const unitsOf = (sku: string) => samplePlaces.reduce((sum, { key }) => sum + unitsIn(sku, key), 0)

export function productOf(sku: string): Product {
  const found = products.find(product => product.sku === sku.toUpperCase())
  if (!found) throw unknown('product')
  return found
}

export const listCategories: DemoOperation = {
  name: { ES: 'Categorías del catálogo', EN: 'Categories of the catalogue' },
  idempotent: true,
  inputs: [language],
  sample: { categories: [{ key: 'pantry', name: 'Despensa', description: 'Arroz, habichuelas, café y más' }] },
  answer: input => ({ categories: categories.map(({ key, name, description }) => ({ key, name: inWords(input, name), description: inWords(input, description) })) }),
}

const MOST = 9
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const FILLERS = new Set(['el', 'la', 'los', 'las', 'un', 'una', 'de', 'del', 'para', 'the', 'a', 'an', 'of', 'for', 'some'])

/** Whether each word that was looked for begins as one of the product's does: “habichuela” finds “Habichuelas”. */
function isMeant({ sku, name, description }: Product, words: string): boolean {
  const own = plain([sku, ...Object.values(name), ...Object.values(description)].join(' ')).split(/[^a-z0-9-]+/)
  const sought = plain(words).split(/[^a-z0-9-]+/).filter(word => word && !FILLERS.has(word))
  return sought.length > 0 && sought.every(word => own.some(one => one.length > 2 && (one.startsWith(stem(word)) || word.startsWith(one))))
}

const stem = (word: string) => (word.length > 4 ? word.replace(/e?s$/, '') : word)

export const findProducts: DemoOperation = {
  name: { ES: 'Productos por categoría o palabras', EN: 'Products by category or words' },
  idempotent: true,
  inputs: [optional('category', ['Clave de una categoría.', 'Key of a category.']), optional('words', ['Como lo llama el cliente. Con «503» el sistema está caído y con «504» tarda demasiado.', 'What the customer calls it. “503” finds the system down, “504” too slow.']), language],
  sample: { products: [shown({ language: 'ES' })(products[0]!)] },
  answer(input) {
    const [category, words] = [textOf(input, 'category'), textOf(input, 'words')]
    if (/^\d+$/.test(words)) requiredNumber(input, 'words')
    const found = products.filter(product => (category ? product.category === category : isMeant(product, words))).slice(0, MOST)
    if (found.length === 0) throw unknown('product')
    return { products: found.map(shown(input)) }
  },
}

export const checkStock: DemoOperation = {
  name: { ES: 'Existencia de un producto por sucursal', EN: 'Stock of a product by branch' },
  idempotent: true,
  inputs: [required('sku', ['Código del producto. De E-503 no queda en ninguna tienda.', 'Code of the product. Of E-503 there is none anywhere.']), optional('branch', ['Clave de una sucursal; sin ella, todas las que lo tienen.', 'Key of a branch; without one, all that have it.']), language],
  sample: { sku: 'P-101', name: 'Arroz, 10 libras', price: centsAs(42_500), units: 12, branches: [{ key: 'centro', name: 'Sucursal Centro', city: 'Santo Domingo', units: 12 }] },
  answer(input) {
    const { sku, name, cents } = productOf(requiredText(input, 'sku'))
    const asked = textOf(input, 'branch')
    const branches = samplePlaces.filter(({ key }) => !asked || key === asked)
      .map(place => ({ key: place.key, name: inWords(input, place.name), city: place.city, units: unitsIn(sku, place.key) })).filter(({ units }) => units > 0)
    return { sku, name: inWords(input, name), price: centsAs(cents), units: branches.reduce((sum, { units }) => sum + units, 0), branches }
  },
}
