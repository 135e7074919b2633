import { answers, ask, branch, buttons, call, flow, is, jump, list, literal, onIntent, onWords, option, own, path, request, say, set, t } from '../build/index.ts'
import type { TemplateRequestType } from '../template.ts'
import { productDescription, productTitle } from './cart-text.ts'

export const stockNoticeType: TemplateRequestType = {
  key: 'stock_notice', name: t('Avisar cuando llegue', 'Notify when available'),
  fields: [{ name: 'sku', label: t('Código', 'Code') }, { name: 'article', label: t('Producto', 'Product') }, { name: 'noticePhone', label: t('Teléfono', 'Phone') }],
}

export const stockFlow = flow('stock', {
  name: 'Disponibilidad y precio',
  description: 'En cuáles tiendas hay un producto y a qué precio; si no hay, anota a quién avisar.',
  variables: [
    own('product', 'TEXT', { note: 'Lo que busca, con sus palabras; también lo que ELENA oyó.' }), own('products', 'LIST'), own('article', 'OBJECT'), own('stock', 'OBJECT'),
    own('noticePhone', 'TEXT', { personal: true }), own('requestNumber', 'TEXT'),
  ],
  triggers: [
    onIntent('product_availability'), onIntent('product_price'),
    onWords(['disponibilidad', 'existencia', 'hay disponible', 'cuánto cuesta'], ['availability', 'in stock', 'do you have', 'how much is']),
  ],
  summary: t('Pregunta por un producto.{% if product %} Busca: {{ product }}.{% endif %}{% if article %} {{ article.sku }} {{ article.name }}.{% endif %}', 'Asking about a product.{% if product %} Looking for: {{ product }}.{% endif %}{% if article %} {{ article.sku }} {{ article.name }}.{% endif %}'),
  steps: {
    ask_words: ask({ text: t('¿Qué producto busca?', 'Which product are you looking for?'), answer: answers.freeText(2, 80), saveAs: 'product', skipIfKnown: true, next: 'find' }),
    find: call('store', 'find_products', { words: path('product'), language: path('language') }, { save: [{ from: 'products', to: 'products' }], next: 'which', failed: 'why_not' }),
    why_not: branch({ none: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'nothing' } }, 'trouble', { name: '¿No hay o falló?' }),
    nothing: buttons({
      text: t('No encontré nada con «{{ product }}». ¿Probamos con otro nombre?', 'I found nothing for “{{ product }}”. Shall we try another name?'),
      options: {
        again: option(t('Buscar otro', 'Search again'), 'forget', { words: ['sí', 'si', 'yes'] }),
        catalogue: option(t('Ver el catálogo', 'See the catalogue'), 'catalogue'),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
    forget: set({ product: literal(null) }, 'ask_words', { name: 'Buscar otro' }),
    which: list({
      text: t('¿Cuál de estos?', 'Which of these?'),
      items: { list: 'products', most: 9, to: 'check', title: productTitle, description: productDescription },
      options: { other: option(t('Buscar otro', 'Search again'), 'forget') },
      saveAs: 'article',
    }),
    check: call('store', 'check_stock', { sku: path('article.sku'), language: path('language') }, { saveAs: 'stock', next: 'any_left', failed: 'why_no_stock' }),
    why_no_stock: branch({ gone: { when: is('error.code', 'EQUALS', 'NOT_FOUND'), to: 'nothing' } }, 'trouble', { name: '¿Ya no se vende o falló?' }),
    any_left: branch({ yes: { when: is('stock.units', 'GREATER', 0), to: 'show' } }, 'sold_out', { name: '¿Queda en alguna?' }),
    show: say(t(
      '«{{ stock.name }}» cuesta {{ stock.price | money }} y lo tenemos en:{% for store in stock.branches %}\n• {{ store.name }}, {{ store.city }}: {% if store.units < 4 %}quedan pocos{% else %}disponible{% endif %}{% endfor %}',
      '{{ stock.name }} costs {{ stock.price | money }} and we have it at:{% for store in stock.branches %}\n• {{ store.name }}, {{ store.city }}: {% if store.units < 4 %}few left{% else %}available{% endif %}{% endfor %}',
    ), 'more'),
    more: buttons({
      text: t('¿Desea pedirlo?', 'Would you like to order it?'),
      options: {
        buy: option(t('Sí, pedirlo', 'Yes, order it'), 'buy', { words: ['sí', 'si', 'yes'] }),
        other: option(t('Buscar otro', 'Search again'), 'forget'),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
    sold_out: buttons({
      text: t('«{{ stock.name }}» no nos queda en ninguna tienda por ahora. ¿Le aviso cuando llegue?', '{{ stock.name }} is sold out in all stores. Shall I let you know when it arrives?'),
      options: {
        notify: option(t('Sí, avíseme', 'Yes, let me know'), 'phone', { words: ['sí', 'si', 'yes'] }),
        other: option(t('Buscar otro', 'Search again'), 'forget'),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
    phone: set({ noticePhone: path('contact.phone') }, 'ask_phone', { name: 'Su teléfono, si lo sabemos' }),
    ask_phone: ask({ text: t('¿A qué teléfono le avisamos?', 'Which phone shall we notify?'), answer: answers.phone, saveAs: 'noticePhone', skipIfKnown: true, next: 'note' }),
    note: request('stock_notice', {
      title: t('Avisar cuando llegue: {{ stock.name }}', 'Notify when available: {{ stock.name }}'),
      fields: { sku: path('stock.sku'), article: path('stock.name'), noticePhone: path('noticePhone') }, priority: 'LOW', saveAs: 'requestNumber', next: 'noted',
    }),
    noted: say(t('Anotado con el número {{ requestNumber }}. Le avisaremos al {{ noticePhone | phone }} en cuanto llegue.', 'Noted under number {{ requestNumber }}. We will let you know at {{ noticePhone | phone }} as soon as it arrives.'), 'anything_else'),
    catalogue: jump('catalogue'),
    buy: jump('buy', { article: path('article') }),
  },
})
