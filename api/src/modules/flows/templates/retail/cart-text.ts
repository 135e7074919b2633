import { shared, t } from '../build/index.ts'

export const cartVariable = shared('cart', 'OBJECT', { note: 'Lo que lleva en el carrito.' })

const lines = '{% for line in cart.lines %}\n• {{ line.quantity }} × {{ line.name }}: {{ line.total | money }}{% endfor %}'

/** What is in the cart, a line each, below a title. */
export const cartLines = lines

export const cartSummary = t(
  '{% if cart %} Carrito: {% for line in cart.lines %}{{ line.quantity }} × {{ line.name }}; {% endfor %}total {{ cart.total | money }}.{% endif %}',
  '{% if cart %} Cart: {% for line in cart.lines %}{{ line.quantity }} × {{ line.name }}; {% endfor %}total {{ cart.total | money }}.{% endif %}',
)

export const productTitle = t('{{ item.name | truncate: 24 }}', '{{ item.name | truncate: 24 }}')

export const productDescription = t(
  '{{ item.price | money }}{% unless item.inStock %} · agotado{% endunless %}',
  '{{ item.price | money }}{% unless item.inStock %} · sold out{% endunless %}',
)
