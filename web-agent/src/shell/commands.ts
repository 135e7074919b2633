import { inject, onScopeDispose, provide, type InjectionKey } from 'vue'

/** What can be done without the mouse. */
export type Command =
  | 'next' | 'previous' | 'open' | 'claim' | 'reply' | 'note' | 'assign' | 'close' | 'reopen' | 'search' | 'back' | 'help' | 'urgent-first'
  | 'view-MINE' | 'view-UNASSIGNED' | 'view-ALL' | 'view-BOT' | 'view-URGENT' | 'view-CLOSED'

type Handler = () => void
export interface Commands {
  /** While the caller is on the screen, it answers the command; the latest comer first. */
  on(command: Command, handler: Handler): void
  run(command: Command): boolean
}

const KEY: InjectionKey<Commands> = Symbol('commands')

export function createCommands(): Commands {
  const handlers = new Map<Command, Handler[]>()
  function on(command: Command, handler: Handler) {
    handlers.set(command, [handler, ...(handlers.get(command) ?? [])])
    onScopeDispose(() => handlers.set(command, (handlers.get(command) ?? []).filter(one => one !== handler)))
  }
  function run(command: Command) {
    const handler = handlers.get(command)?.[0]
    handler?.()
    return handler !== undefined
  }
  return { on, run }
}

export const provideCommands = (commands: Commands) => provide(KEY, commands)

export function useCommands(): Commands {
  const commands = inject(KEY)
  if (!commands) throw new Error('DeskPage provides the commands')
  return commands
}
