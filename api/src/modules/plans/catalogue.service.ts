import { isDay, type Day } from '../../platform/day.ts'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { InvalidInput, NameTaken } from '../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../platform/unit.ts'
import { loadResellers, tenantMeant } from '../tenancy/index.ts'
import { AlreadyValid } from './plans.errors.ts'
import { listToSet, mayReadCatalogue, mayRunCatalogue } from './catalogue.policy.ts'
import { charges as allCharges, isAmount, isPercent, type Charge } from './charge.ts'
import { allTerms, termsAt, termsProblem, type CommercialTerms } from './commercial-terms.ts'
import { entitlementsOf, type NewFeature } from './feature.ts'
import { homeDay } from './home-day.ts'
import { productsOn, type CatalogueAsked, type ProductView } from './product.queries.ts'
import { keepDiscount, keepPrice, keepProduct, keepTerms, keepVersion, priceListOf, withdrawPrice, type PriceKey } from './product.store.ts'
import type { LocalText, ProductKind } from './subscription.ts'

const LATEST = '2100-01-01'

export interface NewVersion {
  name: { es?: string | null; en?: string | null }
  text: { es?: string | null; en?: string | null }
  features: NewFeature[]
  validFrom: Day
}

export interface NewPrice {
  productKey: string
  charge: Charge
  resellerId?: string | null
  amount?: string | null
  currency: string
  validFrom: Day
}

/** Whose prices are asked for, on which day. */
export interface Asking {
  on?: Day | null
  currency: string
  resellerId?: string | null
  withUnsold?: boolean
  keys?: readonly string[]
}

export class CatalogueService {
  async list(unit: ReadUnit, asking: Asking): Promise<ProductView[]> {
    if (!mayReadCatalogue(unit.actor)) throw new Forbidden()
    const { on, currency, withUnsold = false, keys } = asking
    if (on && !isDay(on)) throw new NotFound('The day')
    return productsOn(unit, { on: on ?? homeDay(unit), currency, withUnsold, keys, resellerId: await this.#sellerFor(unit, asking.resellerId) })
  }

  /** What a tenant may be offered on a day, by the list of whoever sells to it, in its currency. */
  async offer(unit: ReadUnit, { tenantId, keys, on }: { tenantId: string; keys?: readonly string[]; on: Day }): Promise<ProductView[]> {
    const { currency, resellerId } = await tenantMeant(unit, tenantId)
    return productsOn(unit, { on, currency, resellerId, keys })
  }

  /** Those that hold on the day, and those to come. */
  async terms(unit: ReadUnit, on?: Day | null): Promise<CommercialTerms[]> {
    if (!mayReadCatalogue(unit.actor)) throw new Forbidden()
    const [all, day] = [await allTerms(unit), on ?? homeDay(unit)]
    return [termsAt(all, day), ...all.filter(({ validFrom }) => validFrom > day)]
  }

  async create(unit: Unit, { key, kind, charges, ...version }: NewVersion & { key: string; kind: ProductKind; charges: Charge[] }) {
    if (!mayRunCatalogue(unit.actor)) throw new Forbidden()
    if (!/^[A-Z][A-Z0-9_]{1,47}$/.test(key)) return new InvalidInput('key', 'Capitals, digits and `_`, 2 to 48.')
    if (charges.length === 0 || new Set(charges).size < charges.length) return new InvalidInput('charges', 'One at least, each once.')
    const checked = this.#checked(unit, version)
    if (checked instanceof InvalidInput) return checked
    if (!await keepProduct(unit, { id: newId(unit.now), key, kind })) return new NameTaken()
    await keepVersion(unit, { key, charges: allCharges.filter(charge => charges.includes(charge)), isSold: true, ...checked })
    unit.audit({ action: 'product.created', targetType: 'product', targetId: key, detail: { validFrom: version.validFrom } })
    return this.#shown(unit, { key, on: version.validFrom })
  }

  async revise(unit: Unit, { key, isSold, ...version }: NewVersion & { key: string; isSold: boolean }) {
    if (!mayRunCatalogue(unit.actor)) throw new Forbidden()
    const [product] = await productsOn(unit, { on: LATEST, currency: 'USD', resellerId: null, keys: [key], withUnsold: true })
    if (!product) throw new NotFound('The product')
    const checked = this.#checked(unit, version)
    if (checked instanceof InvalidInput) return checked
    if (product.validFrom >= version.validFrom) return new AlreadyValid(product.validFrom)
    await keepVersion(unit, { key, charges: product.charges, isSold, ...checked })
    unit.audit({ action: 'product.revised', targetType: 'product', targetId: key, detail: { ...checked, isSold } })
    return this.#shown(unit, { key, on: homeDay(unit) < version.validFrom ? homeDay(unit) : version.validFrom })
  }

  async setPrice(unit: Unit, { productKey, charge, amount = null, ...price }: NewPrice) {
    const key = await this.#priceKey(unit, { productKey, charge, ...price })
    if (!key) throw new NotFound('The product')
    if (amount !== null && !isAmount(amount)) return new InvalidInput('amount', 'A decimal number, not negative, of at most 6 digits behind the point.')
    const problem = this.#dayProblem(unit, price.validFrom) ?? currencyProblem(price.currency)
    if (problem) return problem
    if (!await keepPrice(unit, { ...key, amount })) return new AlreadyValid(price.validFrom)
    unit.audit({ action: 'price.set', targetType: 'product', targetId: productKey, detail: { charge, amount, ...price } })
    return this.#shown(unit, { key: productKey, on: homeDay(unit), currency: price.currency, resellerId: key.resellerId })
  }

  async withdrawPrice(unit: Unit, { productKey, charge, ...price }: Omit<NewPrice, 'amount'>) {
    const key = await this.#priceKey(unit, { productKey, charge, ...price })
    if (!key) throw new NotFound('The price')
    if (price.validFrom <= homeDay(unit)) return new AlreadyValid(price.validFrom)
    if (!await withdrawPrice(unit, key)) throw new NotFound('The price')
    unit.audit({ action: 'price.withdrawn', targetType: 'product', targetId: productKey, detail: { charge, ...price } })
    return this.#shown(unit, { key: productKey, on: homeDay(unit), currency: price.currency, resellerId: key.resellerId })
  }

  async setDiscount(unit: Unit, { resellerId, percent, validFrom }: { resellerId: string; percent: string; validFrom: Day }) {
    if (!mayRunCatalogue(unit.actor)) throw new Forbidden()
    if (!isPercent(percent)) return new InvalidInput('percent', 'A decimal number from 0 to 100.')
    const problem = this.#dayProblem(unit, validFrom)
    if (problem) return problem
    const [reseller] = await loadResellers(unit, [resellerId])
    if (!reseller) throw new NotFound('The reseller')
    if (!await keepDiscount(unit, { resellerId, percent, validFrom })) return new AlreadyValid(validFrom)
    unit.audit({ action: 'reseller.discount-set', targetType: 'reseller', targetId: resellerId, detail: { percent, validFrom } })
    return { __typename: 'Reseller' as const, ...reseller }
  }

  async setTerms(unit: Unit, { validFrom, ...terms }: CommercialTerms) {
    if (!mayRunCatalogue(unit.actor)) throw new Forbidden()
    const problem = (validFrom <= homeDay(unit) ? new InvalidInput('validFrom', 'Must be a day to come.') : this.#dayProblem(unit, validFrom)) ?? termsProblem(terms)
    if (problem) return problem
    if (!await keepTerms(unit, { validFrom, terms: { ...terms, taxName: terms.taxName.trim() } })) return new AlreadyValid(validFrom)
    unit.audit({ action: 'terms.set', targetType: 'commercial-terms', targetId: validFrom, detail: { ...terms } })
    return { __typename: 'CommercialTerms' as const, validFrom, ...terms }
  }

  async #sellerFor(unit: ReadUnit, named?: string | null): Promise<string | null> {
    const { actor } = unit
    if (actor.kind === 'RESELLER') return actor.resellerId
    if (actor.kind === 'OPERATOR') return named ?? null
    return 'tenantId' in actor && actor.tenantId ? (await tenantMeant(unit)).resellerId : null
  }

  async #priceKey(unit: Unit, { productKey, charge, currency, validFrom, resellerId }: Omit<NewPrice, 'amount'>): Promise<PriceKey & { resellerId: string | null } | undefined> {
    const list = listToSet(unit.actor, resellerId)
    if (!list) throw unit.actor.kind === 'RESELLER' ? new NotFound('The price list') : new Forbidden()
    const [product] = await productsOn(unit, { on: LATEST, currency, resellerId: null, keys: [productKey], withUnsold: true })
    const listId = product?.charges.includes(charge) && await priceListOf(unit, list.resellerId)
    return listId ? { priceListId: listId, productKey, charge, currency, validFrom, resellerId: list.resellerId } : undefined
  }

  #checked(unit: ReadUnit, { name, text, features, validFrom }: NewVersion) {
    const entitlements = entitlementsOf(features)
    if ('wrong' in entitlements) return new InvalidInput('features', `${entitlements.wrong} does not make sense so.`)
    const [named, described] = [bothOf(name, 120), bothOf(text, 500)]
    if (!named) return new InvalidInput('name', 'In both languages, at most 120 characters.')
    if (!described) return new InvalidInput('text', 'In both languages, at most 500 characters.')
    return this.#dayProblem(unit, validFrom) ?? { name: named, text: described, entitlements, validFrom }
  }

  #dayProblem(unit: ReadUnit, validFrom: Day): InvalidInput | undefined {
    const fits = isDay(validFrom) && validFrom >= homeDay(unit) && validFrom < LATEST
    return fits ? undefined : new InvalidInput('validFrom', 'Must be today or later.')
  }

  async #shown(unit: ReadUnit, { key, ...asked }: Partial<CatalogueAsked> & { key: string; on: Day }) {
    const [product] = await productsOn(unit, { currency: 'USD', resellerId: null, ...asked, keys: [key], withUnsold: true })
    return { __typename: 'Product' as const, ...product! }
  }
}

function bothOf({ es, en }: { es?: string | null; en?: string | null }, most: number): LocalText | undefined {
  const both = { es: es?.trim() ?? '', en: en?.trim() ?? '' }
  return [both.es, both.en].every(text => text && [...text].length <= most) ? both : undefined
}

const currencyProblem = (currency: string) =>
  (Intl.supportedValuesOf('currency').includes(currency) ? undefined : new InvalidInput('currency', 'Must be an ISO 4217 code.'))
