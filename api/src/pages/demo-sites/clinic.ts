import { html, raw } from '../html.ts'
import type { Speaker } from '../document.ts'
import { icon, links, type Site } from './site.ts'

const doors = (say: Speaker): [path: string, name: string, about: string][] => [
  ['M5 5h14v15H5zm0 5h14M9 3v4m6-4v4m-3 6v5m-2.5-2.5h5', say('Citas', 'Appointments'), say('Reserve o mueva su cita por el chat, a cualquier hora.', 'Book or move your appointment in the chat, at any time.')],
  ['M10 3v6l-5 9a2 2 0 0 0 2 3h10a2 2 0 0 0 2-3l-5-9V3M8 3h8M7.5 15h9', say('Resultados', 'Results'), say('Laboratorio e imágenes en el portal, en 24 horas.', 'Laboratory and imaging in the portal, within 24 hours.')],
  ['M12 3 5 6v5c0 5 3 8 7 10 4-2 7-5 7-10V6zm0 6v6m-3-3h6', say('Seguros', 'Insurance'), say('Autorizaciones y cobertura, con seguimiento.', 'Authorisations and cover, followed up.')],
  ['M4 6h11v12H4zm11 4 5-3v10l-5-3', say('Video consulta', 'Video visits'), say('Medicina general, nutrición, psicología y pediatría.', 'General medicine, nutrition, psychology and paediatrics.')],
]

const specialties = (say: Speaker): string[] => [
  say('Cardiología', 'Cardiology'), say('Pediatría', 'Paediatrics'), say('Ginecología', 'Gynaecology'),
  say('Ortopedia', 'Orthopaedics'), say('Dermatología', 'Dermatology'), say('Oftalmología', 'Ophthalmology'),
  say('Neurología', 'Neurology'), say('Endocrinología', 'Endocrinology'), say('Odontología', 'Dentistry'),
  say('Nutrición', 'Nutrition'), say('Psicología', 'Psychology'), say('Medicina interna', 'Internal medicine'),
]

// Coral and waves: the house is called after a reef.
const REEF = '<path d="M0 250c60-34 120-34 180 0s120 34 180 0 90-30 120-14v84H0z" fill="#c9ecec"/><path d="M0 274c60-30 120-30 180 0s120 30 180 0 90-26 120-12v58H0z" fill="#9edada"/><g fill="none" stroke-linecap="round" stroke-width="15"><path d="M330 292V176m0 62c-30-6-42-26-42-56m42 30c26-8 38-26 36-58m-36 82c34 0 58-16 62-46" stroke="#ef8a72"/><path d="M214 296v-66m0 40c-20-4-28-18-28-36m28 16c18-6 24-18 24-38" stroke="#f6b29f"/></g><circle cx="112" cy="96" r="50" fill="#ffe9a8"/><g fill="#0b7285"><path d="M96 188c18-16 44-16 62 0-18 16-44 16-62 0z"/><path d="m98 188-18-12v24z"/></g><circle cx="144" cy="184" r="3.5" fill="#fff"/>'

export const clinicSite: Site = {
  name: 'Centro Médico Arrecife',
  color: '#0b7285',
  description: say => say('Consultas, laboratorio y emergencias para toda la familia.', 'Consultations, laboratory and emergencies for the whole family.'),
  body: say => html`
<header>
  <p class="emergency">${icon('M4 14h3l2-6 4 11 2.5-7H20')} <span>${say('Emergencias, las 24 horas:', 'Emergencies, around the clock:')} <b>809-555-0100</b></span></p>
  <div class="wrap top">
    <a class="logo" href="#">${raw('<svg viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" rx="12" fill="#0b7285"/><path d="M16 9h8v7h7v8h-7v7h-8v-7H9v-8h7z" fill="#fff"/><path d="M9 28c4-3 8-3 11 0s7 3 11 0" stroke="#ef8a72" stroke-width="3" fill="none"/></svg>')}<span>Centro Médico<b>Arrecife</b></span></a>
    <nav>${links([[say('Servicios', 'Services'), '#servicios'], [say('Especialidades', 'Specialties'), '#especialidades'], [say('Sedes', 'Locations'), '#sedes']])}</nav>
  </div>
</header>
<main>
  <div class="hero wrap">
    <div>
      <h1>${say('Cuidamos de usted con calma y con ciencia.', 'We care for you, calmly and with science.')}</h1>
      <p>${say('Más de treinta especialidades, laboratorio propio y un equipo que le contesta sin hacerle esperar en el teléfono.', 'More than thirty specialties, a laboratory of our own, and a team that answers without keeping you on hold.')}</p>
      <p class="actions"><a class="button" href="#servicios">${say('Pedir una cita', 'Make an appointment')}</a><a href="#especialidades">${say('Ver especialidades', 'See the specialties')}</a></p>
    </div>
    <svg viewBox="0 0 480 320" aria-hidden="true">${raw(REEF)}</svg>
  </div>
  <section class="wrap" id="servicios">
    <ul class="grid doors">${doors(say).map(([path, name, about]) => html`<li>${icon(path)}<h2>${name}</h2><p>${about}</p></li>`)}</ul>
  </section>
  <section class="band" id="especialidades"><div class="wrap">
    <h2>${say('Especialidades', 'Specialties')}</h2>
    <ul class="chips">${specialties(say).map(name => html`<li>${name}</li>`)}</ul>
  </div></section>
  <section class="wrap figures">
    <dl class="grid">
      <div><dd>6:30</dd><dt>${say('abre el laboratorio, sin cita', 'the laboratory opens, no appointment needed')}</dt></div>
      <div><dd>24 h</dd><dt>${say('para la mayoría de los resultados', 'for most results')}</dt></div>
      <div><dd>+30</dd><dt>${say('especialidades en dos sedes', 'specialties in two locations')}</dt></div>
    </dl>
  </section>
  <section class="wrap" id="sedes">
    <h2>${say('Dónde estamos', 'Where we are')}</h2>
    <ul class="grid places">
      <li><b>Gazcue</b><p>${say('Calle Los Almendros 21, Santo Domingo. Emergencias, consultas y laboratorio.', 'Calle Los Almendros 21, Santo Domingo. Emergencies, consultations and laboratory.')}</p></li>
      <li><b>Arroyo Hondo</b><p>${say('Av. Los Corales 150, Santo Domingo. Consultas, imágenes y rehabilitación.', 'Av. Los Corales 150, Santo Domingo. Consultations, imaging and rehabilitation.')}</p></li>
    </ul>
  </section>
</main>
<footer><div class="wrap">${say('El chat orienta y agenda; no sustituye la consulta con su médico. En una emergencia llame al 911.', 'The chat guides you and books; it does not replace your doctor. In an emergency call 911.')}</div></footer>`,
  style: `
body { background: #fbfefe; color: #14363d }
.emergency { display: flex; gap: .5rem; align-items: center; justify-content: center; background: #ffe4dc; color: #7c2413; font-size: .9rem; font-weight: 600; padding: .5rem 1rem; line-height: 1.3 }
.emergency b { white-space: nowrap }
.top { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .4rem 1.5rem; padding-block: 1rem }
.logo { display: flex; gap: .7rem; align-items: center; text-decoration: none; line-height: 1.15; font-size: .88rem }
.logo svg { width: 2.6rem }
.logo b { display: block; font-size: 1.25rem; letter-spacing: -.02em; color: #0b7285 }
nav { display: flex; gap: 1.2rem }
nav a { text-decoration: none; padding: .4rem 0 }
nav a:hover { text-decoration: underline }
.hero { display: grid; gap: 1rem; align-items: center; padding-block: clamp(1.5rem, 4vw, 3rem) }
.hero svg { width: 100%; max-width: 34rem; border-radius: 40% 28px 38% 28px; background: #e6f6f6; margin: 0 auto; display: block }
@media (min-width: 54rem) { .hero { grid-template-columns: 1.05fr 1fr; gap: 3rem } }
h1 { font-size: clamp(1.9rem, 5vw, 3.1rem); letter-spacing: -.03em; font-weight: 650 }
.hero p { margin-top: 1rem; color: #3c5d64; max-width: 33rem; font-size: 1.05rem }
.hero .actions { display: flex; flex-wrap: wrap; gap: .8rem 1.5rem; align-items: center; margin-top: 1.6rem; color: #0b5d6d }
.button { background: #0b7285; color: #fff; font-weight: 600; text-decoration: none; padding: .75rem 1.5rem; border-radius: 14px }
.button:hover { background: #085966 }
section { padding-block: clamp(1.5rem, 4vw, 3rem) }
.doors li { background: #fff; border-radius: 22px; padding: 1.5rem; box-shadow: 0 1px 2px #0b72851a, 0 10px 30px #0b728514 }
.doors .icon { width: 3rem; height: 3rem; padding: .65rem; border-radius: 14px; background: #e0f4f4; color: #0b7285; margin-bottom: .8rem }
h2 { font-size: 1.5rem; letter-spacing: -.02em; font-weight: 650; margin-bottom: 1rem }
.doors h2 { font-size: 1.1rem; margin-bottom: .3rem }
.doors p, .places p { color: #3c5d64; font-size: .95rem }
.band { background: #e9f6f6 }
.chips { display: flex; flex-wrap: wrap; gap: .6rem }
.chips li { background: #fff; border-radius: 99px; padding: .45rem 1.1rem }
.figures div { display: flex; flex-direction: column }
.figures dl { --least: 13rem }
.figures dd { font-size: 2.5rem; line-height: 1.2; font-weight: 650; letter-spacing: -.03em; color: #c4492d }
.figures dt { order: 1; color: #3c5d64 }
.places li { border-left: 4px solid #ef8a72; padding-left: 1.1rem }
footer { background: #0d4450; color: #d3ecee; padding: 2rem 0 6rem; margin-top: 1rem; font-size: .92rem }
`,
}
