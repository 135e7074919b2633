import nuxtUi from '@nuxt/ui/vue-plugin'
import { flushPromises, mount, type ComponentMountingOptions } from '@vue/test-utils'
import type { Component } from 'vue'
import { createTexts, type Messages } from './i18n/i18n.ts'

/** Mounts a component with its texts in Spanish, and waits until it stands. */
export async function mountWithTexts<C extends Component>(component: C, messages: Messages, options: ComponentMountingOptions<C> = {}) {
  localStorage.setItem('botpro-language', 'es')
  const plugins = [createTexts(messages), nuxtUi, ...(options.global?.plugins ?? [])]
  const wrapper = mount(component, { ...options, global: { ...options.global, plugins } } as never)
  await flushPromises()
  return wrapper
}
