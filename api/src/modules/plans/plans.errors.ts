import type { Day } from '../../platform/day.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Charge } from './charge.ts'

export class AlreadyValid extends Refusal {
  readonly __typename = 'AlreadyValid'
  readonly code = 'ALREADY_VALID'
  readonly message: string
  readonly validFrom: Day

  constructor(validFrom: Day) {
    super()
    this.validFrom = validFrom
    this.message = `What is written down for ${validFrom} stays as it is.`
  }
}

export class NoContractInForce extends Refusal {
  readonly __typename = 'NoContractInForce'
  readonly code = 'NO_CONTRACT_IN_FORCE'
  readonly message = 'There is no contract in force.'
}

export class PriceMissing extends Refusal {
  readonly __typename = 'PriceMissing'
  readonly code = 'PRICE_MISSING'
  readonly message: string
  readonly productKey: string
  readonly charge: Charge

  constructor(productKey: string, charge: Charge) {
    super()
    this.productKey = productKey
    this.charge = charge
    this.message = `The price ${charge} of ${productKey} is on request, so it has to be given.`
  }
}
