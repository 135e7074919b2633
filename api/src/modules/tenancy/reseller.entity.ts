import { defineEntity, p } from '@mikro-orm/core'

const ResellerSchema = defineEntity({
  name: 'Reseller',
  tableName: 'reseller',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    createdAt: p.datetime(),
  },
})

export class Reseller extends ResellerSchema.class {}
ResellerSchema.setClass(Reseller)
