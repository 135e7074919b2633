import { html, raw } from '../html.ts'
import type { Speaker } from '../document.ts'
import { icon, links, type Site } from './site.ts'

interface Service {
  name: string
  fee: string
  days: string
}

const services = (say: Speaker): Service[] => {
  const days = (count: number) => say(`${count} días laborables`, `${count} working days`)
  return [
    { name: say('Licencia de operación, nueva', 'Operating licence, new'), fee: 'RD$ 4,500', days: days(15) },
    { name: say('Licencia de operación, renovación', 'Operating licence, renewal'), fee: 'RD$ 2,500', days: days(5) },
    { name: say('Certificación de registro', 'Certificate of registration'), fee: 'RD$ 800', days: days(3) },
    { name: say('Certificación de estatus profesional', 'Certificate of professional status'), fee: 'RD$ 800', days: days(3) },
    { name: say('Duplicado de carné profesional', 'Duplicate of a professional card'), fee: 'RD$ 600', days: days(4) },
    { name: say('Cambio de titular', 'Change of holder'), fee: 'RD$ 1,500', days: days(7) },
    { name: say('Verificación de documentos', 'Verification of documents'), fee: say('Gratis', 'Free'), days: say('Al momento', 'At once') },
  ]
}

const steps = (say: Speaker): [name: string, about: string][] => [
  [say('Complete el formulario', 'Fill in the form'), say('Con su cédula o RNC, desde su casa o su negocio.', 'With your ID or tax number, from home or work.')],
  [say('Pague la tasa', 'Pay the fee'), say('En línea o en el banco. Nunca en efectivo a un funcionario.', 'Online or at a bank. Never in cash to an official.')],
  [say('Dé seguimiento', 'Follow it'), say('Por el portal o preguntando en el chat con su número de solicitud.', 'In the portal, or asking in the chat with your application number.')],
  [say('Reciba su documento', 'Receive your document'), say('Por correo, con firma digital y código de verificación.', 'By e-mail, digitally signed and with a code to verify it.')],
]

const news = (say: Speaker): [when: string, title: string][] => [
  [say('Esta semana', 'This week'), say('Las renovaciones de licencias se completan en cinco días laborables', 'Licence renewals now take five working days')],
  [say('Este mes', 'This month'), say('Nueva ventanilla preferencial en Santo Domingo Este', 'New priority counter in Santo Domingo Este')],
  [say('Aviso', 'Notice'), say('Consulte los días no laborables antes de programar su visita', 'See the public holidays before you plan your visit')],
]

export const officeSite: Site = {
  name: 'Dirección de Licencias y Certificaciones',
  color: '#1d4e9e',
  description: say => say('Trámites en línea, requisitos, tasas y plazos.', 'Online services, requirements, fees and times.'),
  body: say => html`
<header>
  <div class="wrap top">
    <a class="logo" href="#">${raw('<svg viewBox="0 0 44 44" aria-hidden="true"><path d="M22 3 4 12v3h36v-3zM8 18h5v15H8zm11.5 0h5v15h-5zM31 18h5v15h-5zM4 36h36v4H4z" fill="#1d4e9e"/></svg>')}<span>${say('Dirección de Licencias', 'Office of Licences')}<br>${say('y Certificaciones', 'and Certificates')}</span></a>
    <nav>${links([[say('Servicios', 'Services'), '#servicios'], [say('Cómo funciona', 'How it works'), '#pasos'], [say('Oficinas', 'Offices'), '#oficinas'], [say('Transparencia', 'Transparency'), '#transparencia']])}</nav>
  </div>
</header>
<main>
  <div class="hero"><div class="wrap">
    <h1>${say('Sus trámites, sin filas y con fecha de entrega.', 'Your paperwork, without queues and with a date.')}</h1>
    <p>${say('Licencias y certificaciones en línea. El asistente ciudadano le orienta las 24 horas; nuestro personal, de lunes a viernes de 8:00 a. m. a 4:00 p. m.', 'Licences and certificates online. The assistant guides you around the clock; our people, Monday to Friday from 8 am to 4 pm.')}</p>
    <ul class="quick">
      <li><a href="#servicios">${icon('M6 3h9l4 4v14H6zm8 0v5h5M9 13h6m-6 4h6')}${say('Solicitar un documento', 'Request a document')}</a></li>
      <li><a href="#pasos">${icon('M11 4a7 7 0 1 0 .01 0M16 16l5 5')}${say('Consultar mi solicitud', 'See my application')}</a></li>
      <li><a href="#servicios">${icon('M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6zm-3 9 2 2 4-4')}${say('Verificar un documento', 'Verify a document')}</a></li>
    </ul>
  </div></div>
  <div class="wrap">
    <section id="servicios">
      <h2>${say('Servicios en línea', 'Online services')}</h2>
      <table>
        <thead><tr><th scope="col">${say('Servicio', 'Service')}</th><th scope="col">${say('Tasa', 'Fee')}</th><th scope="col">${say('Plazo', 'Time')}</th></tr></thead>
        <tbody>${services(say).map(({ name, fee, days }) => html`<tr><th scope="row">${name}</th><td>${fee}</td><td>${days}</td></tr>`)}</tbody>
      </table>
    </section>
    <section id="pasos">
      <h2>${say('Cómo funciona', 'How it works')}</h2>
      <ol class="grid steps">${steps(say).map(([name, about]) => html`<li><h3>${name}</h3><p>${about}</p></li>`)}</ol>
    </section>
    <section class="grid columns">
      <div id="oficinas">
        <h2>${say('Oficinas', 'Offices')}</h2>
        <ul class="plain">${['Santo Domingo Este', 'Santiago', 'La Vega', 'San Cristóbal', 'Higüey'].map(city => html`<li>${icon('M12 21c5-6 7-9 7-12a7 7 0 1 0-14 0c0 3 2 6 7 12zM12 6.5a2.5 2.5 0 1 0 .01 0')}${city}</li>`)}</ul>
      </div>
      <div>
        <h2>${say('Noticias', 'News')}</h2>
        <ul class="news">${news(say).map(([when, title]) => html`<li><span>${when}</span>${title}</li>`)}</ul>
      </div>
      <div id="transparencia">
        <h2>${say('Transparencia', 'Transparency')}</h2>
        <p>${say('Tasas, plazos y resultados publicados cada trimestre. Toda reclamación recibe respuesta en un máximo de 15 días laborables.', 'Fees, times and results are published every quarter. Every complaint is answered within 15 working days.')}</p>
      </div>
    </section>
  </div>
</main>
<footer><div class="wrap">${say('Institución inventada para una demostración. No tramita documentos ni representa a ninguna entidad del Estado.', 'An institution invented for a demo. It issues no documents and stands for no public body.')}</div></footer>`,
  style: `
body { background: #fff; color: #17243a; font-family: "Segoe UI", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif }
header { border-top: 5px solid #1d4e9e; border-bottom: 1px solid #d8dfea }
.top { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 2rem; padding-block: .9rem }
.logo { display: flex; gap: .8rem; align-items: center; font-weight: 700; line-height: 1.2; text-decoration: none; color: #14336a }
.logo svg { width: 2.9rem }
nav { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; font-size: .95rem }
nav a { padding: .35rem 0; text-underline-offset: .3em; text-decoration-color: #9db4d8 }
.hero { background: #14336a; color: #fff; padding: clamp(2rem, 6vw, 4.5rem) 0 }
h1 { font-size: clamp(1.8rem, 4.5vw, 2.8rem); font-weight: 700; letter-spacing: -.02em; max-width: 22ch }
.hero p { margin-top: 1rem; max-width: 42rem; color: #d6e0f2 }
.quick { display: grid; gap: .8rem; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); margin-top: 2rem }
.quick a { display: flex; gap: .8rem; align-items: center; background: #fff; color: #14336a; font-weight: 600; text-decoration: none; padding: 1rem 1.1rem; border-radius: 4px; border-bottom: 4px solid #f0b429 }
.quick a:hover { background: #eef3fb }
main section { padding-top: clamp(2rem, 5vw, 3.5rem) }
h2 { font-size: 1.45rem; margin-bottom: 1rem; letter-spacing: -.01em; color: #14336a }
table { width: 100%; border-collapse: collapse; font-size: .98rem }
th, td { text-align: left; padding: .8rem .75rem .8rem 0; border-bottom: 1px solid #d8dfea; vertical-align: top; line-height: 1.35 }
thead th { font-size: .85rem; color: #4a5a75; border-bottom-width: 2px }
tbody th { font-weight: 600 }
td:nth-child(2) { white-space: nowrap }
.steps { counter-reset: step; --least: 13rem }
.steps li { counter-increment: step; background: #f2f5fa; padding: 1.2rem; border-radius: 4px }
.steps li::before { content: counter(step); display: grid; place-content: center; width: 2.2rem; height: 2.2rem; background: #1d4e9e; color: #fff; font-weight: 700; border-radius: 50%; margin-bottom: .8rem }
h3 { font-size: 1.05rem; margin-bottom: .3rem }
.steps p, .columns p { color: #3d4c66; font-size: .95rem }
.columns { --least: 17rem; gap: 2.5rem; padding-bottom: 3rem }
.plain li { display: flex; gap: .6rem; align-items: center; padding: .35rem 0 }
.plain .icon { color: #1d4e9e }
.news li { padding: .7rem 0; border-bottom: 1px solid #d8dfea; line-height: 1.4 }
.news span { display: block; font-size: .82rem; color: #4a5a75 }
footer { background: #0f2347; color: #d6e0f2; padding: 2rem 0 6rem; font-size: .92rem }
`,
}
