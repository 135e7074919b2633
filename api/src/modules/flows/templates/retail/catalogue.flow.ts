import { branch, buttons, call, flow, is, jump, list, onIntent, onWords, option, own, path, say, t } from '../build/index.ts'

export const catalogueFlow = flow('catalogue', {
  name: 'Catálogo',
  description: 'Los productos de una categoría con su precio.',
  variables: [own('categories', 'LIST'), own('category', 'OBJECT'), own('products', 'LIST')],
  triggers: [onIntent('promotions'), onWords(['catálogo', 'lista de precios', 'qué venden', 'productos'], ['catalogue', 'catalog', 'price list', 'what do you sell', 'products'])],
  summary: t('Está viendo el catálogo.{% if category %} Categoría: {{ category.name }}.{% endif %}', 'Looking at the catalogue.{% if category %} Category: {{ category.name }}.{% endif %}'),
  steps: {
    categories: call('store', 'list_categories', { language: path('language') }, { save: [{ from: 'categories', to: 'categories' }], next: 'which' }),
    which: list({
      text: t('¿Qué categoría desea ver?', 'Which category would you like to see?'),
      items: {
        list: 'categories', most: 8, to: 'products', title: t('{{ item.name | truncate: 24 }}', '{{ item.name | truncate: 24 }}'),
        description: t('{{ item.description | truncate: 72 }}', '{{ item.description | truncate: 72 }}'),
      },
      options: { back: option(t('Ninguna, gracias', 'None, thank you'), 'anything_else') },
      saveAs: 'category',
    }),
    products: call('store', 'find_products', { category: path('category.key'), language: path('language') }, { save: [{ from: 'products', to: 'products' }], next: 'show', failed: 'why_not' }),
    why_not: branch({ none: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'nothing' } }, 'trouble', { name: '¿No hay o falló?' }),
    nothing: say(t('Por ahora no tenemos productos en {{ category.name }}.', 'We have no products in {{ category.name }} for now.'), 'which'),
    show: say(t(
      '{{ category.name }}:{% for one in products %}\n• {{ one.name }}: {{ one.price | money }}{% unless one.inStock %} (agotado){% endunless %}{% endfor %}',
      '{{ category.name }}:{% for one in products %}\n• {{ one.name }}: {{ one.price | money }}{% unless one.inStock %} (sold out){% endunless %}{% endfor %}',
    ), 'more'),
    more: buttons({
      text: t('¿Le interesa algo?', 'Is there anything you like?'),
      options: {
        buy: option(t('Sí, comprar', 'Yes, buy'), 'buy', { words: ['sí', 'si', 'yes', 'comprar', 'buy'] }),
        other: option(t('Otra categoría', 'Another category'), 'which'),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
    buy: jump('buy', { category: path('category') }),
  },
})
