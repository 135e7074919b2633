import { useSession } from '@botpro/ui/session/session.ts'
import { useIntervalFn } from '@vueuse/core'
import { onBeforeUnmount, onMounted, shallowRef, type Ref } from 'vue'
import { EditingFlowDocument } from '../../../contract/graphql.ts'
import type { Editor } from './flow-source.ts'

const EVERY = 15_000

/** Says that the flow is open here to be changed, and hears who else has it open. */
export function useFlowEditors(flowId: string, { mayEdit, me, first }: { mayEdit: Ref<boolean>; me: () => string | undefined; first: readonly Editor[] }) {
  const { client } = useSession()
  const editors = shallowRef<Editor[]>([])
  const others = (all: readonly Editor[]) => all.filter(({ id }) => id !== me())
  const hear = (all: readonly Editor[]) => { editors.value = others(all) }
  hear(first)
  async function say(isOver = false) {
    if (!mayEdit.value) return
    const { data } = await client.value.mutation(EditingFlowDocument, { input: { flowId, isOver } }).toPromise()
    if (data && !isOver) hear(data.editingFlow.editors)
  }
  onMounted(() => say())
  useIntervalFn(() => void say(), EVERY)
  onBeforeUnmount(() => void say(true))
  return { editors, hear }
}
