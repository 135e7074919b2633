import { Args, FieldResolver, Resolver, Root } from 'type-graphql'
import { ConnectorInput, DemoOperation, DemoOperationInputsArgs, DemoOperationNameArgs, DemoSystem, DemoSystemNameArgs } from '../../../contract.ts'
import type { DemoOperation as Operation, DemoSystem as System } from './demo-system.ts'

@Resolver(() => DemoSystem)
export class DemoSystemResolver {
  @FieldResolver(() => String)
  name(@Root() { key, name }: System, @Args(() => DemoSystemNameArgs) { language }: DemoSystemNameArgs) {
    return name[language] ?? name.ES ?? name.EN ?? key
  }

  @FieldResolver(() => [DemoOperation])
  operations(@Root() { operations }: System) {
    return Object.entries(operations).map(([key, operation]) => ({ ...operation, key }))
  }
}

@Resolver(() => DemoOperation)
export class DemoOperationResolver {
  @FieldResolver(() => String)
  name(@Root() { key, name }: Operation & { key: string }, @Args(() => DemoOperationNameArgs) { language }: DemoOperationNameArgs) {
    return name[language] ?? name.ES ?? name.EN ?? key
  }

  @FieldResolver(() => Boolean)
  isIdempotent(@Root() { idempotent }: Operation) {
    return idempotent
  }

  @FieldResolver(() => [ConnectorInput])
  inputs(@Root() { inputs }: Operation, @Args(() => DemoOperationInputsArgs) { language }: DemoOperationInputsArgs) {
    return inputs.map(({ required, description, ...input }) => ({ ...input, isRequired: required, description: description[language] ?? '' }))
  }
}
