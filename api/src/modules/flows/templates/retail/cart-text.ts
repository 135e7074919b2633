import { shared, t } from '../build/index.ts'

export const emptyCart = { lines: [], count: 0, total: { amount: '0.00', currency: 'DOP' } }

export const cartVariable = shared('cart', 'OBJECT', { initial: emptyCart, note: 'Lo que lleva en el carrito.' })

const lines = '{% for line in cart.lines %}\n• {{ line.quantity }} × {{ line.name }}: {{ line.total | money }}{% endfor %}'

/** What is in the cart, a line each, below a title. */
export const cartLines = lines

export const cartSummary = t(
  '{% if cart.count > 0 %} Carrito: {% for line in cart.lines %}{{ line.quantity }} × {{ line.name }}; {% endfor %}total {{ cart.total | money }}.{% endif %}',
  '{% if cart.count > 0 %} Cart: {% for line in cart.lines %}{{ line.quantity }} × {{ line.name }}; {% endfor %}total {{ cart.total | money }}.{% endif %}',
)

export const productTitle = t('{{ item.name | truncate: 24 }}', '{{ item.name | truncate: 24 }}')

export const productDescription = t(
  '{{ item.price | money }}{% unless item.inStock %} · agotado{% endunless %}',
  '{{ item.price | money }}{% unless item.inStock %} · sold out{% endunless %}',
)
