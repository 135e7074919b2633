import { buildSchema } from 'graphql'
import { expect, test } from 'vitest'
import { plugin } from './class-generator.ts'

const generated = (sdl: string) => plugin(buildSchema(sdl))

test('the classes of a schema with everything in it', () => {
  expect(
    generated(`
    scalar DateTime
    interface Node { id: ID! }
    interface UserError implements Node { id: ID! code: String! }
    "A matter of a customer."
    type Ticket implements Node { id: ID! tags: [String!]! grid: [[Int]] dueAt: DateTime old: Int @deprecated(reason: "Use dueAt.") }
    type TicketClosed implements UserError & Node { id: ID! code: String! }
    union CloseResult = Ticket | TicketClosed
    enum Status { "Being worked on." OPEN CLOSED }
    input CloseInput { id: ID! note: String = "none" status: Status! = CLOSED labels: [String] = ["a"] }
    type Query { ticket(id: ID!): Ticket tickets(first: Int! = 20, status: [Status!] = [OPEN]): [Ticket]! }
    type Mutation { close(input: CloseInput!): CloseResult! }
    extend type Ticket { history(first: Int! = 50): [String!] }
  `),
  ).toMatchSnapshot()
})

test('lists whose items disagree on being null are refused by name', () => {
  expect(() => generated('type Query { board: Board } type Board { grid: [[Int]!]! }')).toThrow(
    'grid: lists in lists',
  )
})
