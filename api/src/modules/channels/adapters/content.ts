/** What a message carries beside its words and files, once for all channels. Adapters render it as their channel can. */
export type MessageContent = Place | People | Order | Card | Form | TemplateUse | Unsupported

export interface Place {
  kind: 'LOCATION'
  latitude: number
  longitude: number
  name?: string
  address?: string
}

/** Contacts from an address book. */
export interface People {
  kind: 'CONTACTS'
  people: { name: string; phones: string[]; emails: string[] }[]
}

export interface Order {
  kind: 'ORDER'
  catalogId?: string
  items: { productId: string; quantity: number; price?: string; currency?: string }[]
}

/** A picture, a title and up to a few buttons; the buttons are the message's menu. */
export interface Card {
  kind: 'CARD'
  title: string
  subtitle?: string
  /** An attachment of the message. */
  imageId?: string
  url?: string
  /** What the link is called; its address where nothing is said. */
  urlTitle?: string
}

/** Questions to fill in at once; where a channel has no forms, they are asked in words. `answers` once it was filled in. */
export interface Form {
  kind: 'FORM'
  title: string
  fields: { name: string; label: string; type: 'TEXT' | 'NUMBER' | 'DATE' | 'EMAIL' | 'PHONE' | 'CHOICE'; options?: string[] }[]
  answers?: Record<string, string>
}

/** A template that the provider approved, and what its gaps were filled with. */
export interface TemplateUse {
  kind: 'TEMPLATE'
  templateId: string
  name: string
  language: string
  category: string
  /** By part and place: `header`, `body.1` or `body.name`, `button.0`; `button.0.code` and `button.0.payload` where it is no address. */
  values: Record<string, string>
}

/** Something that we, or the channel's interface, cannot show. */
export interface Unsupported {
  kind: 'UNSUPPORTED'
  what: string
}
