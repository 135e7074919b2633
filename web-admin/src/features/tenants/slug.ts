export const isSlug = (slug: string) => /^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$/.test(slug)

/** `Clínica Santa Elena` becomes `clinica-santa-elena`. */
export const slugOf = (name: string) => name
  .normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/[^a-z0-9]+/g, '-').slice(0, 40).replace(/^-+|-+$/g, '')
