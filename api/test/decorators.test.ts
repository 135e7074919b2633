import 'reflect-metadata'
import { GraphQLObjectType, printSchema } from 'graphql'
import { Arg, Field, ObjectType, Query, Resolver, buildSchema } from 'type-graphql'
import { expect, test } from 'vitest'

@ObjectType()
class Pet {
  @Field(() => String)
  name!: string
}

@Resolver()
class PetResolver {
  @Query(() => Pet)
  pet(@Arg('name', () => String) name: string): Pet {
    return { name }
  }
}

test('decorators work here without metadata of types, and there is one copy of graphql', async () => {
  const schema = await buildSchema({ resolvers: [PetResolver], validate: false })
  expect(printSchema(schema)).toContain('pet(name: String!): Pet!')
  expect(schema.getType('Pet')).toBeInstanceOf(GraphQLObjectType)
})
