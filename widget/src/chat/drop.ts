import { onScopeDispose, ref } from 'vue'

/** Files dragged over any part of the chat. The browser would otherwise leave the chat to show them. */
export function useDrop(onFiles: (files: File[]) => void) {
  const isDragging = ref(false)

  function drag(event: DragEvent) {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    isDragging.value = event.type === 'dragover'
    if (event.type === 'drop') onFiles([...event.dataTransfer.files])
  }

  const leave = ({ relatedTarget }: DragEvent) => relatedTarget || (isDragging.value = false)

  addEventListener('dragover', drag)
  addEventListener('drop', drag)
  addEventListener('dragleave', leave)
  onScopeDispose(() => {
    removeEventListener('dragover', drag)
    removeEventListener('drop', drag)
    removeEventListener('dragleave', leave)
  })
  return isDragging
}
