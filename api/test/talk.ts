import { ask, type Caller } from './client.ts'

/** The words by which tests move a conversation. */
export class Talk {
  readonly url: string

  constructor(url: string) {
    this.url = url
  }

  async says(visitor: Caller, text: string, more: { optionId?: string; clientId?: string; ref?: string } = {}) {
    const input = { clientId: crypto.randomUUID(), text, ...more }
    const { sendVisitorMessage } = await ask(this.url, visitor, `mutation($input: SendVisitorMessageInput!) { sendVisitorMessage(input: $input) {
      ... on VisitorMessageStored { message { id position text clientId } messages { id position author text } } ... on UserError { code } } }`, { input })
    return sendVisitorMessage
  }

  /** Her conversation, as the tenant's people know it by its text. */
  async conversationOf(agent: Caller, text: string): Promise<string> {
    for (const view of ['ALL', 'CLOSED']) {
      const { inbox } = await ask(this.url, agent, `query($view: InboxView!) { inbox(view: $view, first: 30) { edges { node { id
        messages(first: 20) { edges { node { text } } } } } } }`, { view })
      const found = inbox.edges.find(({ node }: any) => node.messages.edges.some((edge: any) => edge.node.text === text))
      if (found) return found.node.id
    }
    throw new Error(`Nobody wrote “${text}”.`)
  }

  async verb(agent: Caller, mutation: string, input: Record<string, unknown>) {
    const type = mutation[0]!.toUpperCase() + mutation.slice(1)
    const result = (await ask(this.url, agent, `mutation($input: ${type}Input!) { ${mutation}(input: $input) { __typename } }`, { input }))[mutation]
    if (!['Conversation', 'Message'].includes(result.__typename)) throw new Error(`${mutation}: ${result.__typename}`)
  }

  claim = (agent: Caller, conversationId: string) => this.verb(agent, 'claimConversation', { conversationId })
  close = (agent: Caller, conversationId: string) => this.verb(agent, 'closeConversation', { conversationId })
  reopen = (agent: Caller, conversationId: string) => this.verb(agent, 'reopenConversation', { conversationId })
  handBack = (agent: Caller, conversationId: string) => this.verb(agent, 'handBackToBot', { conversationId })
  assign = (agent: Caller, conversationId: string, memberId: string) => this.verb(agent, 'assignConversation', { conversationId, memberId })
  reply = (agent: Caller, conversationId: string, text: string) =>
    this.verb(agent, 'sendReply', { conversationId, clientId: crypto.randomUUID(), text })
  note = (agent: Caller, conversationId: string, text: string) =>
    this.verb(agent, 'addNote', { conversationId, clientId: crypto.randomUUID(), text })

  tag = (agent: Caller, conversationId: string, add: string[], remove: string[] = []) => this.verb(agent, 'tagConversation', { conversationId, add, remove })
  prioritize = (agent: Caller, conversationId: string, priority: string) => this.verb(agent, 'prioritizeConversation', { conversationId, priority })
  moveToQueue = (agent: Caller, conversationId: string, queue: string | null) => this.verb(agent, 'moveConversationToQueue', { conversationId, queue })

  bringForward = (agent: Caller, serviceRequestId: string, state = 'done') =>
    ask(this.url, agent, 'mutation($input: ChangeServiceRequestStateInput!) { changeServiceRequestState(input: $input) { __typename } }', { input: { serviceRequestId, version: 1, state } })

  read = (agent: Caller, conversationId: string, position = 10_000) =>
    ask(this.url, agent, 'mutation($id: ID!, $position: Int!) { markConversationRead(conversationId: $id, position: $position) { id } }', { id: conversationId, position })

  acknowledge = (visitor: Caller, delivered: number, read: number) =>
    ask(this.url, visitor, 'mutation($delivered: Int!, $read: Int!) { acknowledgeMessages(delivered: $delivered, read: $read) }', { delivered, read })

  cursor = async (caller: Caller): Promise<string> => (await ask(this.url, caller, '{ eventCursor }')).eventCursor
}
