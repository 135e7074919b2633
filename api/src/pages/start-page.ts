import type { FastifyInstance } from 'fastify'
import { companies, DEMO_PASSWORD, demoOperator, demoReseller, signInsOf } from '../demo/sign-ins.ts'
import type { Language } from '../platform/language.ts'
import { documentOf, pageLanguage, sendPage, speaker, type Speaker } from './document.ts'
import { html, raw, type Html } from './html.ts'
import { startStyle } from './start-page.style.ts'

type Company = (typeof companies)[number]

/** `/`: where to go. In the demo also as whom. */
export function startPage(server: FastifyInstance, { demo }: { demo: boolean }) {
  server.get('/', { config: { page: 'page', quiet: true } }, (request, reply) =>
    sendPage(reply, startView({ demo, language: pageLanguage(request) })))
}

export function startView({ demo, language }: { demo: boolean; language: Language }): Html {
  const say = speaker(language)
  return documentOf({
    language, title: 'BotPro', color: '#4f46e5', style: startStyle,
    description: say('Conversaciones con clientes: bot, agentes y administración.', 'Conversations with customers: bot, agents and administration.'),
    body: html`
<header>
  <p class="brand">${raw(LOGO)} BotPro</p>
  <a class="language" href="?lang=${say('en', 'es')}" lang="${say('en', 'es')}">${say('English', 'Español')}</a>
</header>
<main>
  <div class="hero"><div>
  <h1>${say('Su bot atiende primero. Su equipo, cuando hace falta.', 'Your bot answers first. Your team, when it matters.')}</h1>
  <p class="lead">${demo ? demoLead(say) : say('Elija adónde quiere entrar.', 'Choose where you want to go.')}</p>
  </div>${talk(say)}</div>
  ${appCards(say, demo)}
  ${demo && sites(say)}
  ${demo && signIns(say)}
</main>
<footer>${demo ? say('Empresas y personas de esta demostración son inventadas.', 'The companies and people of this demo are invented.') : 'BotPro'}</footer>`,
  })
}

const LOGO = '<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" fill="#4f46e5"/><path d="M8 10.5A2.5 2.5 0 0 1 10.5 8h11a2.5 2.5 0 0 1 2.5 2.5v7a2.5 2.5 0 0 1-2.5 2.5H15l-5.5 4.3V20A2.5 2.5 0 0 1 8 17.5z" fill="#fff"/><circle cx="13" cy="14" r="1.6" fill="#4f46e5"/><circle cx="19" cy="14" r="1.6" fill="#4f46e5"/></svg>'

const ICONS = {
  agent: 'M4 13a8 8 0 0 1 16 0M4 13v4a2 2 0 0 0 2 2h1v-6H4m16 0v4a2 2 0 0 1-2 2h-1v-6h3m-3 6a4 4 0 0 1-4 3',
  admin: 'M4 20V10m5.5 10V4M15 20v-7m5 7V8',
  api: 'm8 8-4 4 4 4m8-8 4 4-4 4M13.5 5l-3 14',
}

const demoLead = (say: Speaker) => say(
  'Está en modo de demostración: cuatro empresas con una semana de conversaciones. Abra un sitio y escriba en el chat: le atienden los flujos de su sector, hasta con pagos de prueba. Pida una persona y respóndase desde la bandeja de agentes.',
  'This is the demo: four companies with a week of conversations. Open a site and write in its chat: the flows of its sector serve you, with payments that you can try. Ask for a person, and answer yourself from the agents’ inbox.',
)

/** What the product does, shown instead of told. */
const talk = (say: Speaker) => html`
  <div class="talk" aria-hidden="true">
    <p class="asks">${say('Buenos días, ¿puedo mover mi cita del jueves?', 'Good morning, can I move my appointment?')}</p>
    <p><small>${say('Bot', 'Bot')}</small>${say('Claro que sí. Enseguida le atiende una persona de nuestro equipo.', 'Of course. Somebody from our team will be with you shortly.')}</p>
    <p class="fact">${say('Indhira tomó la conversación', 'Indhira joined the conversation')}</p>
    <p><small>Indhira</small>${say('Con gusto. Tengo el viernes a las 9:15. ¿Le conviene?', 'Gladly. I have Friday at 9:15. Does that suit you?')}</p>
    <p class="asks">${say('¡Perfecto, gracias!', 'Perfect, thank you!')}</p>
  </div>`

const appCards = (say: Speaker, demo: boolean) => html`
  <nav class="apps" aria-label="${say('Aplicaciones', 'Apps')}">
    ${appCard('/agent/', ICONS.agent, say('Bandeja de agentes', 'Agents’ inbox'), say('Responder, tomar de la cola, dejar notas.', 'Answer, take from the queue, leave notes.'))}
    ${appCard('/admin/', ICONS.admin, say('Administración', 'Administration'), say('Cifras del día, bot, canales, equipo.', 'Figures of the day, bot, channels, team.'))}
    ${demo && appCard('/explorer', ICONS.api, say('Explorador de la API', 'API explorer'), say('GraphQL, con su documentación.', 'GraphQL, with its documentation.'))}
  </nav>`

const appCard = (href: string, icon: string, name: string, about: string) => html`
    <a class="card" href="${href}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${icon}"/></svg><b>${name}</b><span>${about}</span></a>`

const SECTORS: Record<string, [es: string, en: string]> = {
  FINANCIAL: ['Banca', 'Banking'], RETAIL: ['Comercio', 'Retail'], HEALTH: ['Salud', 'Health'],
  GOVERNMENT: ['Gobierno', 'Government'], OTHER: ['Otros', 'Other'],
}

const sites = (say: Speaker) => html`
  <h2>${say('Sitios con el chat instalado', 'Sites that carry the chat')}</h2>
  <nav class="sites" aria-label="${say('Sitios', 'Sites')}">
    ${companies.map(({ profile, widget }) => html`
    <a class="site" href="/demo/${profile.slug}?lang=${say('es', 'en')}">
      <i style="background:${widget.color}"></i><b>${profile.name}</b><span>${say(...SECTORS[profile.sector]!)}</span>
    </a>`)}
  </nav>`

const signIns = (say: Speaker) => html`
  <h2>${say('Cuentas de demostración', 'Demo sign-ins')}</h2>
  <p>${say('Todas con la misma contraseña:', 'All with the same password:')} <code>${DEMO_PASSWORD}</code></p>
  <div class="accounts">
    ${companies.map(company => accountsOf(company, say))}
    <section>
      <h3>${say('La plataforma', 'The platform')}</h3>
      <dl>
        ${account(say('Operador', 'Operator'), demoOperator.email)}
        ${account(say('Revendedora', 'Reseller'), demoReseller.email)}
      </dl>
    </section>
  </div>`

const accountsOf = (company: Company, say: Speaker) => html`
    <section>
      <h3>${company.profile.name}</h3>
      <dl>${signInsOf(company).map(({ role, email }) => account(ROLES[role](say), email))}</dl>
    </section>`

const ROLES = {
  ADMIN: (say: Speaker) => say('Administración', 'Administrator'),
  SUPERVISOR: (say: Speaker) => say('Supervisión', 'Supervisor'),
  AGENT: (say: Speaker) => say('Agente', 'Agent'),
}

const account = (role: string, email: string) => html`
        <div><dt>${role}</dt><dd><code>${email}</code></dd></div>`
