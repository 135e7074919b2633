import { any, answers, ask, branch, buttons, call, flow, is, jump, list, literal, onWords, option, own, path, say, set, t } from '../build/index.ts'
import { cartSummary, cartVariable, productDescription, productTitle } from './cart-text.ts'

export const buyFlow = flow('buy', {
  name: 'Comprar',
  description: 'Por categoría o por nombre hasta el producto, la cantidad y el carrito.',
  variables: [
    cartVariable, own('product', 'TEXT', { note: 'Lo que busca, con sus palabras; también lo que ELENA oyó.' }), own('categories', 'LIST'),
    own('category', 'OBJECT', { passed: 'IN_OUT' }), own('products', 'LIST'), own('article', 'OBJECT', { passed: 'IN_OUT' }), own('quantity', 'NUMBER'),
  ],
  triggers: [onWords(['comprar', 'quiero comprar', 'hacer un pedido', 'ordenar'], ['buy', 'place an order', 'shop', 'purchase'])],
  summary: t(
    `Está comprando.{% if product %} Busca: {{ product }}.{% endif %}{% if article %} Producto: {{ article.name }}.{% endif %}${cartSummary.ES}`,
    `Shopping.{% if product %} Looking for: {{ product }}.{% endif %}{% if article %} Product: {{ article.name }}.{% endif %}${cartSummary.EN}`,
  ),
  steps: {
    begin: branch({
      chosen: { when: is('article', 'IS_SET'), to: 'show' },
      category: { when: is('category', 'IS_SET'), to: 'by_category' },
      said: { when: is('product', 'IS_SET'), to: 'by_words' },
    }, 'how', { name: '¿Qué se sabe ya?' }),
    how: buttons({
      text: t('¿Cómo prefiere buscar?', 'How would you like to look for it?'),
      options: {
        categories: option(t('Por categoría', 'By category'), 'categories', { words: ['categorías', 'categories', 'catálogo'] }),
        search: option(t('Por nombre', 'By name'), 'ask_words', { words: ['nombre', 'buscar', 'name', 'search'] }),
        cart: option(t('Ver mi carrito', 'See my cart'), 'cart'),
      },
    }),
    categories: call('store', 'list_categories', { language: path('language') }, { save: [{ from: 'categories', to: 'categories' }], next: 'which_category' }),
    which_category: list({
      text: t('¿Qué está buscando?', 'What are you looking for?'),
      items: {
        list: 'categories', most: 8, to: 'by_category', title: t('{{ item.name | truncate: 24 }}', '{{ item.name | truncate: 24 }}'),
        description: t('{{ item.description | truncate: 72 }}', '{{ item.description | truncate: 72 }}'),
      },
      options: { search: option(t('Buscar por nombre', 'Search by name'), 'ask_words') },
      saveAs: 'category',
    }),
    by_category: call('store', 'find_products', { category: path('category.key'), language: path('language') }, { save: [{ from: 'products', to: 'products' }], next: 'which', failed: 'why_not' }),
    ask_words: ask({
      text: t('¿Qué producto busca? Escríbame el nombre, por ejemplo «arroz» o «licuadora».', 'Which product are you looking for? Write its name, for example “rice” or “blender”.'),
      answer: answers.freeText(2, 80), saveAs: 'product', next: 'by_words',
    }),
    by_words: call('store', 'find_products', { words: path('product'), language: path('language') }, { save: [{ from: 'products', to: 'products' }], next: 'which', failed: 'why_not' }),
    why_not: branch({ none: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'nothing' } }, 'trouble', { name: '¿No hay o falló?' }),
    nothing: buttons({
      text: t('No encontré ese producto. ¿Buscamos de otra forma?', 'I could not find that product. Shall we look another way?'),
      options: {
        again: option(t('Buscar otro', 'Search again'), 'ask_words'),
        categories: option(t('Ver categorías', 'See categories'), 'categories'),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
      },
    }),
    which: list({
      text: t('Esto es lo que tenemos. ¿Cuál le interesa?', 'This is what we have. Which one are you interested in?'),
      items: { list: 'products', most: 9, to: 'in_stock', title: productTitle, description: productDescription },
      options: { other: option(t('Ver otra categoría', 'Another category'), 'categories') },
      saveAs: 'article',
    }),
    in_stock: branch({ no: { when: is('article.inStock', 'IS_FALSE'), to: 'sold_out' } }, 'show', { name: '¿Queda?' }),
    sold_out: buttons({
      text: t('Por ahora no nos queda «{{ article.name }}». ¿Le muestro otra cosa?', '{{ article.name }} is sold out for now. Shall I show you something else?'),
      options: {
        other: option(t('Sí, ver otros', 'Yes, show me others'), 'categories', { words: ['sí', 'si', 'yes'] }),
        cart: option(t('Ver mi carrito', 'See my cart'), 'cart'),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
    show: say(t('{{ article.name }}\n{{ article.description }}\nPrecio: {{ article.price | money }}', '{{ article.name }}\n{{ article.description }}\nPrice: {{ article.price | money }}'), 'ask_quantity'),
    ask_quantity: ask({
      text: t('¿Cuántas unidades desea?', 'How many would you like?'), answer: answers.wholeNumber(1, 50), saveAs: 'quantity',
      notUnderstood: t('Dígame una cantidad entre 1 y 50, por favor.', 'Please tell me a quantity between 1 and 50.'), next: 'add',
    }),
    add: call('store', 'change_cart', { cart: path('cart'), sku: path('article.sku'), quantity: path('quantity'), how: literal('ADD'), language: path('language') }, { saveAs: 'cart', next: 'added', failed: 'not_added' }),
    not_added: branch({ short: { when: any(is('error.status', 'EQUALS', 409), is('error.code', 'EQUALS', 'OUT_OF_STOCK')), to: 'not_enough' } }, 'trouble', { name: '¿No alcanza o falló?' }),
    not_enough: buttons({
      text: t('No nos quedan tantas unidades de «{{ article.name }}». ¿Qué hacemos?', 'We do not have that many of {{ article.name }}. What shall we do?'),
      options: {
        less: option(t('Pedir menos', 'Order fewer'), 'ask_quantity'),
        other: option(t('Ver otro producto', 'See another product'), 'categories'),
        cart: option(t('Ver mi carrito', 'See my cart'), 'cart'),
      },
    }),
    added: say(t(
      'Agregado. Lleva {{ cart.count }} {% if cart.count == 1 %}artículo{% else %}artículos{% endif %} por {{ cart.total | money }}.',
      'Added. You have {{ cart.count }} {% if cart.count == 1 %}item{% else %}items{% endif %} for {{ cart.total | money }}.',
    ), 'forget'),
    forget: set({ article: literal(null), product: literal(null), category: literal(null) }, 'more', { name: 'Listo para el próximo' }),
    more: buttons({
      text: t('¿Desea algo más o pasamos a completar su pedido?', 'Would you like anything else, or shall we complete your order?'),
      options: {
        more: option(t('Seguir comprando', 'Keep shopping'), 'how', { words: ['sí', 'si', 'yes', 'algo más'] }),
        cart: option(t('Ver mi carrito', 'See my cart'), 'cart'),
        checkout: option(t('Completar pedido', 'Complete order'), 'checkout', { words: ['no', 'pagar', 'eso es todo', 'pay', 'that is all'] }),
      },
    }),
    cart: jump('cart'),
    checkout: jump('checkout'),
  },
})
