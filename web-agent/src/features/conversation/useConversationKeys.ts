import { toValue, type MaybeRefOrGetter } from 'vue'
import type { Access } from '../../live/access.ts'
import { useCommands } from '../../shell/commands.ts'
import type { useConversationActions } from './useConversationActions.ts'

interface Options {
  access: MaybeRefOrGetter<Access | undefined>
  verbs: Omit<ReturnType<typeof useConversationActions>, 'busy'>
  onAssign(): void
}

/** The same as the buttons, and only what the buttons offer. */
export function useConversationKeys({ access, verbs, onAssign }: Options) {
  const { on } = useCommands()
  const may = (name: keyof Access) => toValue(access)?.[name] === true
  on('claim', () => {
    if (may('canClaim')) void verbs.claim()
    else if (may('canTakeOver')) void verbs.takeOver()
  })
  on('assign', () => { if (may('canAssign')) onAssign() })
  on('close', () => { if (may('canClose')) void verbs.close() })
  on('reopen', () => { if (may('canReopen')) void verbs.reopen() })
}
