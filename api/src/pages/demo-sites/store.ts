import { html, raw, type Html } from '../html.ts'
import type { Speaker } from '../document.ts'
import { icon, links, type Site } from './site.ts'

/** Each drawn in a square of 200. */
const DRAWINGS = {
  fridge: '<rect x="62" y="24" width="76" height="150" rx="9" fill="#dfe6ea"/><path d="M62 84h76" stroke="#aebac2" stroke-width="3"/><path d="M74 46v22m0 32v30" stroke="#7d8b95" stroke-width="5" stroke-linecap="round"/><path d="M72 174v7m56-7v7" stroke="#7d8b95" stroke-width="6"/>',
  washer: '<rect x="46" y="38" width="108" height="134" rx="10" fill="#f2f4f6"/><path d="M46 66h108" stroke="#c9d1d8" stroke-width="3"/><circle cx="100" cy="120" r="37" fill="#b9d8e6"/><circle cx="100" cy="120" r="37" fill="none" stroke="#8fa3b0" stroke-width="7"/><path d="M68 126c12-12 22 10 34 0s20-4 30-2a32 32 0 0 1-62 8z" fill="#6fb1cf"/><circle cx="62" cy="52" r="5" fill="#c2341d"/><path d="M112 52h30" stroke="#8fa3b0" stroke-width="6" stroke-linecap="round"/>',
  sofa: '<rect x="34" y="70" width="132" height="60" rx="16" fill="#e58a5f"/><rect x="18" y="92" width="34" height="58" rx="14" fill="#cf6f43"/><rect x="148" y="92" width="34" height="58" rx="14" fill="#cf6f43"/><rect x="48" y="108" width="52" height="36" rx="9" fill="#f2a37c"/><rect x="100" y="108" width="52" height="36" rx="9" fill="#f2a37c"/><path d="M38 150v14m124-14v14" stroke="#6d4632" stroke-width="7" stroke-linecap="round"/>',
  cooler: '<rect x="26" y="58" width="148" height="54" rx="12" fill="#f4f6f8"/><path d="M38 98h124" stroke="#b9c4cc" stroke-width="5" stroke-linecap="round"/><circle cx="154" cy="74" r="4" fill="#3aa76d"/><path d="M62 128c-8 10 8 14 0 26m38-26c-8 10 8 14 0 26m38-26c-8 10 8 14 0 26" stroke="#7fbfd8" stroke-width="5" fill="none" stroke-linecap="round"/>',
  bed: '<rect x="24" y="56" width="152" height="60" rx="10" fill="#8b5e3c"/><rect x="24" y="104" width="152" height="44" rx="8" fill="#f6efe4"/><rect x="38" y="88" width="54" height="28" rx="10" fill="#fff"/><rect x="108" y="88" width="54" height="28" rx="10" fill="#fff"/><path d="M24 124h152v20a8 8 0 0 1-8 8H32a8 8 0 0 1-8-8z" fill="#7fa58d"/><path d="M32 152v12m136-12v12" stroke="#6d4632" stroke-width="7" stroke-linecap="round"/>',
  fan: '<circle cx="100" cy="80" r="50" fill="none" stroke="#b9c4cc" stroke-width="5"/><g fill="#8fb3c4"><ellipse cx="100" cy="54" rx="13" ry="24"/><ellipse cx="100" cy="54" rx="13" ry="24" transform="rotate(120 100 80)"/><ellipse cx="100" cy="54" rx="13" ry="24" transform="rotate(240 100 80)"/></g><circle cx="100" cy="80" r="8" fill="#546a76"/><path d="M100 130v34m-26 8h52" stroke="#546a76" stroke-width="8" stroke-linecap="round"/>',
}

interface Product {
  drawing: keyof typeof DRAWINGS
  name: string
  price: string
  was?: string
  note: string
}

const products = (say: Speaker): Product[] => [
  { drawing: 'fridge', name: say('Nevera 16 pies, acero', 'Fridge, 16 cu ft, steel'), price: '42,900', was: '49,500', note: say('Transporte e instalación gratis', 'Free delivery and set-up') },
  { drawing: 'washer', name: say('Lavadora 18 kg, carga frontal', 'Front-loading washer, 18 kg'), price: '31,450', note: say('Seis cuotas sin intereses', 'Six instalments, no interest') },
  { drawing: 'sofa', name: say('Sofá «Jarabacoa», tres plazas', '“Jarabacoa” sofa, three seats'), price: '38,900', was: '44,900', note: say('Hecho en Santiago', 'Made in Santiago') },
  { drawing: 'cooler', name: say('Aire inversor 12,000 BTU', 'Inverter A/C, 12,000 BTU'), price: '27,990', note: say('Instalación básica incluida', 'Basic installation included') },
  { drawing: 'bed', name: say('Cama queen con cabecera', 'Queen bed with headboard'), price: '24,750', note: say('Colchón disponible aparte', 'Mattress sold separately') },
  { drawing: 'fan', name: say('Abanico de pedestal 18"', 'Pedestal fan, 18"'), price: '3,195', was: '3,950', note: say('Última semana', 'Last week') },
]

const productCard = ({ drawing, name, price, was, note }: Product, say: Speaker): Html => html`
      <li>
        ${was && html`<span class="tag">${say('Oferta', 'Offer')}</span>`}
        <svg viewBox="0 0 200 200" aria-hidden="true">${raw(DRAWINGS[drawing])}</svg>
        <h3>${name}</h3>
        <p class="price">RD$ ${price}${was && html` <s>${was}</s>`}</p>
        <p class="note">${note}</p>
      </li>`

const promises = (say: Speaker): [path: string, text: string][] => [
  ['M3 7h11v9H3zm11 3h4l3 3v3h-7M7 18.5a1.5 1.5 0 1 0 .01 0M17 18.5a1.5 1.5 0 1 0 .01 0', say('Gratis desde RD$\u00a010,000', 'Free delivery from RD$\u00a010,000')],
  ['M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6zm-3 9 2 2 4-4', say('Un año de garantía', 'One-year warranty')],
  ['M4 12a8 8 0 0 1 13.5-5.5L20 9m0-5v5h-5m5 3a8 8 0 0 1-13.5 5.5L4 15m0 5v-5h5', say('30 días para cambios', '30 days for exchanges')],
  ['M3 7h18v11H3zm0 4h18', say('Hasta 24 cuotas', 'Up to 24 instalments')],
]

export const storeSite: Site = {
  name: 'Casa Flamboyán',
  color: '#c2341d',
  description: say => say('Muebles y electrodomésticos para su casa.', 'Furniture and appliances for your home.'),
  body: say => html`
<header>
  <div class="wrap top">
    <a class="logo" href="#">${raw('<svg viewBox="0 0 40 40" aria-hidden="true"><path d="M20 4c5 5 5 10 0 15-5-5-5-10 0-15zm0 32c-5-5-5-10 0-15 5 5 5 10 0 15zM4 20c5-5 10-5 15 0-5 5-10 5-15 0zm32 0c-5 5-10 5-15 0 5-5 10-5 15 0z"/></svg>')} Casa Flamboyán</a>
    <nav>${links([[say('Ofertas', 'Offers'), '#ofertas'], [say('Tiendas', 'Stores'), '#tiendas'], [say('Crédito', 'Credit'), '#credito']])}</nav>
  </div>
</header>
<main>
  <div class="hero"><div class="wrap">
    <div>
      <p class="season">${say('Temporada de renovar', 'Time for something new')}</p>
      <h1>${say('Su casa, como la imagina.', 'Your home, as you picture it.')}</h1>
      <p>${say('Muebles, línea blanca y climatización en cinco tiendas y con entrega en todo el país.', 'Furniture, appliances and air conditioning in five stores, delivered all over the country.')}</p>
      <a class="button" href="#ofertas">${say('Ver ofertas', 'See the offers')}</a>
  </div>
  <svg class="scene" viewBox="0 0 420 300" aria-hidden="true">${raw(`<rect x="-1500" y="236" width="3500" height="64" fill="#f0b48f"/><rect x="250" y="40" width="120" height="120" rx="6" fill="#fff3e6"/><path d="M310 40v120M250 100h120" stroke="#f0b48f" stroke-width="5"/><circle cx="345" cy="70" r="15" fill="#f7c948"/><g transform="translate(8 62) scale(1.25)">${DRAWINGS.sofa}</g><path d="M330 250c-2-40-6-60-22-78m22 78c2-50 10-64 28-82m-28 82c-8-30-20-34-34-38m36 30c10-24 18-26 30-28" stroke="#3f7d58" stroke-width="7" fill="none" stroke-linecap="round"/><path d="M306 246h50l-8 38h-34z" fill="#a4432c"/>`)}</svg>
  </div></div>
  <ul class="wrap promises">${promises(say).map(([path, text]) => html`<li>${icon(path)}${text}</li>`)}</ul>
  <div class="wrap">
    <section id="ofertas">
      <h2>${say('Lo más buscado', 'What people look for')}</h2>
      <ul class="grid goods">${products(say).map(product => productCard(product, say))}</ul>
    </section>
    <section id="credito" class="credit">
      <h2>${say('Crédito Flamboyán: lléveselo hoy', 'Flamboyán Credit: take it home today')}</h2>
      <p>${say('Cédula, una factura de servicio y su carta de trabajo o movimientos bancarios. Respuesta en dos horas.', 'Your ID, a utility bill and a letter from your employer or bank movements. Answered within two hours.')}</p>
    </section>
    <section id="tiendas">
      <h2>${say('Nuestras tiendas', 'Our stores')}</h2>
      <ul class="grid stores">${['Los Prados', 'Herrera', 'San Isidro', 'Santiago Centro', 'La Romana'].map(store => html`<li><b>${store}</b><span>${say('Lun. a sáb., 8:00 – 20:00', 'Mon–Sat, 8:00 – 20:00')}</span><span>${say('Dom., 10:00 – 18:00', 'Sun, 10:00 – 18:00')}</span></li>`)}</ul>
    </section>
  </div>
</main>
<footer><div class="wrap">${say('Precios con ITBIS incluido. Fotos, precios y existencias de una demostración. ¿Dudas con su pedido? El chat le responde.', 'Prices include tax. Pictures, prices and stock of a demo. Questions about your order? Ask in the chat.')}</div></footer>`,
  style: `
body { background: #fffaf5; color: #33221c }
header { background: #fff; border-bottom: 1px solid #f2e2d6 }
.top { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .3rem 1.5rem; padding-block: .8rem }
.logo { display: flex; align-items: center; gap: .5rem; font-weight: 800; font-size: 1.3rem; letter-spacing: -.03em; text-decoration: none; color: #c2341d }
.logo svg { width: 2.2rem; fill: #c2341d }
nav { display: flex; gap: 1.3rem; font-weight: 550 }
nav a { text-decoration: none; padding: .4rem 0 }
nav a:hover { color: #c2341d }
.hero { background: #ffd9c2; overflow: hidden }
.hero .wrap { display: grid; gap: 1.5rem; align-items: end }
.hero .wrap > div { position: relative; padding-block: clamp(2.25rem, 6vw, 5rem) }
.season { text-transform: uppercase; letter-spacing: .08em; font-size: .82rem; font-weight: 700; color: #a82c18 }
h1 { font-size: clamp(2.2rem, 6vw, 3.9rem); letter-spacing: -.04em; font-weight: 800; margin: .6rem 0 1rem }
.hero p + h1 + p { max-width: 30rem }
.button { display: inline-block; margin-top: 1.5rem; background: #c2341d; color: #fff; font-weight: 700; text-decoration: none; padding: .8rem 1.5rem; border-radius: 10px }
.button:hover { background: #a82c18 }
@media (min-width: 52rem) { .hero .wrap > div { padding-bottom: 7rem } }
.scene { display: block; overflow: visible; width: 100%; max-width: 34rem; margin: 0 auto }
@media (min-width: 52rem) { .hero .wrap { grid-template-columns: 1fr 1fr } }
@media (max-width: 51.99rem) { .hero .wrap > div { position: relative; padding-bottom: 0 } }
.promises { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(14rem, 45%), 1fr)); gap: .8rem 1.2rem; padding-block: 1.4rem; font-size: .92rem }
.promises li { display: flex; gap: .6rem; align-items: center; line-height: 1.3 }
.promises .icon { color: #c2341d }
main section { padding-block: clamp(1.5rem, 4vw, 3rem) }
h2 { font-size: clamp(1.4rem, 3.5vw, 2rem); letter-spacing: -.025em; font-weight: 800; margin-bottom: 1.2rem }
.goods { --least: 17rem }
.goods li { position: relative; background: #fff; border: 1px solid #f2e2d6; border-radius: 16px; padding: 1rem 1.2rem 1.3rem }
.goods svg { display: block; width: min(100%, 13rem); margin: 0 auto .6rem; background: radial-gradient(closest-side, #fff1e6 99%, #0000) }
.goods h3 { font-size: 1.02rem; font-weight: 600 }
@media (max-width: 40rem) { .goods { gap: .75rem; grid-template-columns: 1fr 1fr } .goods li { padding: .75rem .8rem 1rem } .goods h3 { font-size: .93rem } }
.price { font-weight: 800; font-size: clamp(1.05rem, 4.5vw, 1.3rem); letter-spacing: -.02em; text-wrap: nowrap }
@media (max-width: 40rem) { .price s { display: block } }
.price s { font-weight: 400; font-size: .95rem; color: #7c655b }
.note { color: #76594c; font-size: .88rem }
.tag { position: absolute; left: 1rem; top: 1rem; background: #f7c948; font-weight: 700; font-size: .78rem; padding: .15rem .6rem; border-radius: 99px }
.credit { background: #3f7d58; color: #fff; border-radius: 20px; padding: clamp(1.5rem, 4vw, 2.5rem) }
.credit h2 { margin-bottom: .5rem }
.credit p { max-width: 40rem }
.stores { --least: 12rem }
.stores li { display: grid; padding: .9rem 0; border-top: 2px solid #f0b48f }
.stores span { color: #76594c; font-size: .88rem }
footer { background: #33221c; color: #f2dccf; padding: 2rem 0 6rem; margin-top: 2rem; font-size: .92rem }
`,
}
