import { html, raw } from '../html.ts'
import type { Speaker } from '../document.ts'
import { icon, links, type Site } from './site.ts'

// The rings of a trunk: the bank bears the name of a tree.
const RINGS = Array.from({ length: 9 }, (_, ring) => {
  const [rx, ry] = [28 + ring * 21, 24 + ring * 19]
  return `<ellipse cx="${205 - ring * 2}" cy="${190 + ring * 2}" rx="${rx}" ry="${ry}" transform="rotate(${ring * 7} 205 190)"/>`
}).join('')

const CARD = '<svg class="plastic" viewBox="0 0 320 200" aria-hidden="true"><rect width="320" height="200" rx="18" fill="#f2c45a"/><path d="M0 130C80 90 150 170 320 96v86a18 18 0 0 1-18 18H18a18 18 0 0 1-18-18z" fill="#e0a93a"/><rect x="26" y="62" width="44" height="34" rx="6" fill="#fff6dc"/><path d="M26 79h44M48 62v34" stroke="#caa24a"/><text x="26" y="40" font-size="18" font-weight="700" fill="#12372b" font-family="Georgia, serif">Guayacán</text><text x="26" y="138" font-size="19" letter-spacing="3" fill="#12372b" font-family="monospace">•••• •••• •••• 2026</text><circle cx="262" cy="36" r="14" fill="#12372b"/><circle cx="280" cy="36" r="14" fill="#12372b" opacity=".55"/></svg>'

const products = (say: Speaker): [path: string, name: string, about: string][] => [
  ['M4 10 12 4l8 6M5 10v8m4.5-8v8m5-8v8M19 10v8M3 20h18', say('Cuenta de ahorro', 'Savings account'), say('Ábrala en diez minutos con su cédula y RD$ 500.', 'Open it in ten minutes with your ID and RD$ 500.')],
  ['M3 7h18v11H3zm0 4h18M6.5 15h4', say('Tarjetas', 'Cards'), say('Clásica y Oro, con devolución en supermercados.', 'Classic and Gold, with cash back at supermarkets.')],
  ['M12 3v18m4-14.5C15 5 9.5 4.5 8.5 7.5 7.5 11 16.5 11.5 16 15.5 15.5 19 9 19 7.5 16.5', say('Préstamos', 'Loans'), say('Personal, vehículo e hipotecario, con respuesta en 24 horas.', 'Personal, car and home, answered within 24 hours.')],
  ['M4 18 10 11l4 4 6-9m0 0h-4.5M20 6v4.5', say('Certificados', 'Certificates of deposit'), say('Desde 30 días, intereses cada mes o al vencimiento.', 'From 30 days, interest monthly or at maturity.')],
]

const branches: [name: string, street: string, hours: string][] = [
  ['Naco', 'Av. Los Robles 45, Santo Domingo', '8:00 – 17:00'],
  ['Bella Vista', 'Calle Las Ceibas 12, Santo Domingo', '8:00 – 17:00'],
  ['Santiago Centro', 'Calle El Guano 88, Santiago', '8:00 – 17:00'],
  ['San Pedro', 'Av. Caoba 3, San Pedro de Macorís', '8:00 – 16:00'],
]

export const bankSite: Site = {
  name: 'Banco Guayacán',
  color: '#0f6b4f',
  description: say => say('Cuentas, tarjetas y préstamos con raíces firmes.', 'Accounts, cards and loans with firm roots.'),
  body: say => html`
<header class="top wrap">
  <a class="logo" href="#">${raw('<svg viewBox="0 0 40 40" aria-hidden="true"><circle cx="20" cy="20" r="19"/><circle cx="20" cy="20" r="13"/><circle cx="19" cy="21" r="7"/><circle cx="18" cy="22" r="2"/></svg>')} Banco Guayacán</a>
  <nav>${links([[say('Productos', 'Products'), '#productos'], [say('Tasas', 'Rates'), '#tasas'], [say('Sucursales', 'Branches'), '#sucursales']])}</nav>
</header>
<main>
  <div class="hero">
    <svg class="rings" viewBox="0 0 420 380" aria-hidden="true">${raw(RINGS)}</svg>
    <div class="wrap">
      <h1>${say('Un banco con raíces, a la medida de su vida.', 'A bank with roots, made to your measure.')}</h1>
      <p>${say('Ahorre, pague y financie sus planes con quien conoce su nombre. Y si tiene una duda, escríbanos: respondemos al momento.', 'Save, pay and finance your plans with people who know your name. And if you wonder about something, write to us: we answer right away.')}</p>
      <p class="actions"><a class="button" href="#productos">${say('Abrir una cuenta', 'Open an account')}</a><a class="quiet" href="#tasas">${say('Ver tasas de hoy', 'Today’s rates')}</a></p>
    </div>
    ${raw(CARD)}
  </div>
  <section class="wrap" id="productos">
    <h2>${say('Para cada etapa', 'For every stage')}</h2>
    <ul class="grid products">${products(say).map(([path, name, about]) => html`<li>${icon(path)}<h3>${name}</h3><p>${about}</p></li>`)}</ul>
  </section>
  <section class="rates" id="tasas"><div class="wrap">
    <h2>${say('Tasas de referencia', 'Reference rates')}</h2>
    <dl class="grid">
      <div><dd>9.25 %</dd><dt>${say('Certificado a 360 días', '360-day certificate')}</dt></div>
      <div><dd>13.95 %</dd><dt>${say('Préstamo de vehículo', 'Car loan')}</dt></div>
      <div><dd>16.50 %</dd><dt>${say('Préstamo personal', 'Personal loan')}</dt></div>
      <div><dd>11.75 %</dd><dt>${say('Hipotecario, primer año', 'Home loan, first year')}</dt></div>
    </dl>
    <p>${say('Tasas ilustrativas de una demostración, anuales y sujetas a evaluación.', 'Illustrative annual rates of a demo, subject to assessment.')}</p>
  </div></section>
  <section class="wrap" id="sucursales">
    <h2>${say('Estamos cerca', 'We are nearby')}</h2>
    <ul class="grid branches">${branches.map(([name, street, hours]) => html`<li><h3>${name}</h3><p>${street}</p><p>${say('Lunes a viernes', 'Monday to Friday')}, ${hours}</p></li>`)}</ul>
  </section>
</main>
<footer><div class="wrap"><b>Banco Guayacán</b><p>${say('¿Consumo que no reconoce? Bloquee su tarjeta en la aplicación y escríbanos por el chat.', 'A purchase you do not recognise? Block your card in the app and write to us in the chat.')}</p></div></footer>`,
  style: `
body { background: #fffdf8; color: #17322a }
h1, h2, .logo { font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif; letter-spacing: -.015em }
.top { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .4rem 1.5rem; padding-block: 1rem }
.logo { display: flex; align-items: center; gap: .65rem; font-size: 1.3rem; font-weight: 700; text-decoration: none; color: #0f6b4f }
.logo svg { width: 2.2rem; fill: none; stroke: #0f6b4f; stroke-width: 2 }
.top nav { display: flex; gap: 1.4rem; font-size: .95rem }
.top nav a { text-decoration: none; padding: .4rem 0 }
.top nav a:hover { text-decoration: underline }
.hero { position: relative; overflow: hidden; background: #12372b; color: #f6f1e3; padding: clamp(2.5rem, 8vw, 6.5rem) 0 }
.hero .wrap { position: relative }
.hero h1 { font-size: clamp(2rem, 5.5vw, 3.5rem); max-width: 15ch }
.hero p { max-width: 34rem; margin-top: 1.1rem; color: #d9e2d5 }
.rings { position: absolute; right: -4rem; top: 50%; translate: 0 -50%; width: min(46rem, 90vw); fill: none; stroke: #f2c45a; stroke-opacity: .2; stroke-width: 1.5 }
.plastic { display: none }
.hero .actions { display: flex; flex-wrap: wrap; gap: .75rem 1.5rem; align-items: center; margin-top: 1.8rem }
.button { background: #f2c45a; color: #12372b; font-weight: 650; text-decoration: none; padding: .75rem 1.4rem; border-radius: 999px }
.button:hover { background: #ffd778 }
.quiet { color: #fff; padding: .6rem 0 }
main section { padding-block: clamp(2.5rem, 6vw, 4.5rem) }
h2 { font-size: clamp(1.5rem, 3.5vw, 2.1rem); margin-bottom: 1.5rem }
.products li { padding: 1.5rem; border: 1px solid #e6e0cf; border-radius: 14px; background: #fff }
.products .icon { color: #0f6b4f; width: 2.1rem; height: 2.1rem; margin-bottom: .8rem }
h3 { font-size: 1.05rem; margin-bottom: .3rem }
li p { color: #4b6058; font-size: .95rem }
.rates { background: #eef3ec }
.rates dl { --least: 11rem }
.rates div div { display: flex; flex-direction: column }
.rates dd { font: 600 2.2rem/1.2 "Iowan Old Style", Palatino, Georgia, serif; color: #0f6b4f }
.rates dt { order: 1; color: #3d544b }
.rates p { margin-top: 1.4rem; font-size: .85rem; color: #4b6058 }
.branches li { border-top: 2px solid #0f6b4f; padding-top: .9rem }
footer { background: #12372b; color: #d9e2d5; padding: 2.5rem 0 6rem; font-size: .95rem }
footer b { color: #fff }
@media (min-width: 60rem) { .plastic { display: block; position: absolute; right: max(3rem, calc(50% - 34rem)); top: 50%; width: 21rem; rotate: -7deg; translate: 0 -50%; filter: drop-shadow(0 18px 30px #0007) } }
`,
}
