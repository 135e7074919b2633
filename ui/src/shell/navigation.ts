import type { CombinedError } from '@urql/core'
import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { CacheOptions } from '../graphql/cache.ts'
import type { MessageSources } from '../i18n/i18n.ts'
import type { Viewer, ViewerRole } from '../session/session.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Can be seen without being signed in. */
    isPublic?: boolean
    /** Whom the page is for; everybody when left out. */
    roles?: ViewerRole[]
    /** The key of the page's name, for the window title. */
    title?: string
    /** What the company's plan must include for it, as the contract names features. */
    feature?: string
  }
}

type Texts = (key: string, named?: Record<string, unknown>) => string

export interface NavItem {
  labelKey: string
  icon: string
  to: string
  roles?: ViewerRole[]
  /** A number beside the name, such as unread conversations. */
  badge?: () => string | undefined
  /** What the company's plan must include for it; where it does not, the entry stays, with a lock. */
  feature?: string
}
export interface NavGroup { labelKey?: string; items: NavItem[] }

/** What an app tells the shell about itself. */
export interface BotProApp {
  name: 'admin' | 'agent'
  /** As in the Vite configuration: `/admin/`. */
  base: string
  routes: RouteRecordRaw[]
  messages: MessageSources
  navigation: NavGroup[]
  /** The page that a person meets first. */
  home(viewer: Viewer): string
  /** Whether the app has anything for this role; otherwise it points to the other one. */
  admits(role: ViewerRole): boolean
  /** Whether the role may go to the other app, too. */
  admitsElsewhere(role: ViewerRole): boolean
  cache?: CacheOptions
  /** Asked once by the shell: which features the company's plan does not include. */
  useLocks?: () => (feature: string | undefined) => boolean
  /** What is shown in the place of a page whose feature is locked. It is given `feature`. */
  lockedPage?: Component
  /** Says an error of a change in words of the app's own, where it has some. */
  explain?: (error: CombinedError, t: Texts) => string | undefined
}

const isFor = (role: ViewerRole | null) => (item: { roles?: ViewerRole[] }) =>
  !item.roles || (role !== null && item.roles.includes(role))

/** The part of the navigation that a role has use for. */
export const navigationFor = (groups: NavGroup[], role: ViewerRole | null): NavGroup[] =>
  groups
    .map(group => ({ ...group, items: group.items.filter(isFor(role)) }))
    .filter(group => group.items.length > 0)
