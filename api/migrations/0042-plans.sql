-- What is sold and for how much, each from a day on; and what a tenant has of it. Nothing here rewrites the past.

-- BotPro's own list has no reseller; there is one list of each.
create table price_list (
  id          uuid primary key,
  reseller_id uuid references reseller,
  created_at  timestamptz not null,
  unique nulls not distinct (reseller_id)
);
alter table price_list enable row level security, force row level security;
create policy price_list_platform on price_list to botpro_platform using (true) with check (true);
-- A tenant sees the prices of whoever sells to it, and no other's.
create policy price_list_own on price_list for select to botpro_app
  using (reseller_id is not distinct from (select reseller_id from tenant where tenant.id = current_setting('app.tenant_id')::uuid));
grant select on price_list to botpro_app;
grant select, insert on price_list to botpro_platform;

-- The same for every tenant, but read in the unit of one alone.
create table product (
  id         uuid primary key,
  key        text not null unique check (key ~ '^[A-Z][A-Z0-9_]{1,47}$'),
  kind       text not null check (kind in ('PLAN', 'WHATSAPP', 'ADD_ON', 'SERVICE')),
  position   integer not null,
  created_at timestamptz not null
);
alter table product enable row level security, force row level security;
create policy product_read on product for select to botpro_app using (exists (select from tenant where tenant.id = current_setting('app.tenant_id')::uuid));
create policy product_platform on product to botpro_platform using (true) with check (true);
grant select on product to botpro_app;
grant select, insert on product to botpro_platform;

create table product_version (
  product_id   uuid not null references product,
  valid_from   date not null,
  -- `{"es": …, "en": …}`
  name         jsonb not null,
  text         jsonb not null,
  entitlements jsonb not null,
  -- What is charged for it; a price may be missing, which is then asked for.
  charges      text[] not null,
  is_sold      boolean not null,
  created_at   timestamptz not null,
  created_by   jsonb not null,
  primary key (product_id, valid_from)
);
alter table product_version enable row level security, force row level security;
create policy product_version_read on product_version for select to botpro_app using (exists (select from tenant where tenant.id = current_setting('app.tenant_id')::uuid));
create policy product_version_platform on product_version to botpro_platform using (true) with check (true);
grant select on product_version to botpro_app;
grant select, insert, delete on product_version to botpro_platform;

create table product_price (
  price_list_id uuid not null references price_list,
  product_id    uuid not null references product,
  charge        text not null,
  currency      text not null check (currency ~ '^[A-Z]{3}$'),
  valid_from    date not null,
  -- Empty from a day on from which it is on request.
  amount        numeric(18, 6) check (amount >= 0),
  created_at    timestamptz not null,
  created_by    jsonb not null,
  primary key (price_list_id, product_id, charge, currency, valid_from)
);
alter table product_price enable row level security, force row level security;
create policy product_price_own on product_price for select to botpro_app using (price_list_id in (select l.id from price_list l
  where l.reseller_id is not distinct from (select reseller_id from tenant where tenant.id = current_setting('app.tenant_id')::uuid)));
create policy product_price_platform on product_price to botpro_platform using (true) with check (true);
grant select on product_price to botpro_app;
grant select, insert, delete on product_price to botpro_platform;

-- What BotPro leaves a reseller of its own prices.
create table reseller_discount (
  reseller_id uuid not null references reseller,
  valid_from  date not null,
  percent     numeric(5, 2) not null check (percent between 0 and 100),
  created_at  timestamptz not null,
  created_by  jsonb not null,
  primary key (reseller_id, valid_from)
);
alter table reseller_discount enable row level security, force row level security;
create policy reseller_discount_platform on reseller_discount to botpro_platform using (true) with check (true);
grant select, insert, delete on reseller_discount to botpro_platform;

-- The numbers of contracts and of late payment.
create table commercial_terms (
  valid_from date primary key,
  terms      jsonb not null,
  created_at timestamptz not null,
  created_by jsonb not null
);
alter table commercial_terms enable row level security, force row level security;
create policy commercial_terms_read on commercial_terms for select to botpro_app using (exists (select from tenant where tenant.id = current_setting('app.tenant_id')::uuid));
create policy commercial_terms_platform on commercial_terms to botpro_platform using (true) with check (true);
grant select on commercial_terms to botpro_app;
grant select, insert, delete on commercial_terms to botpro_platform;

-- What has begun to be valid stays: only what is still to come may be taken back.
create function refuse_past_delete() returns trigger language plpgsql as $$
begin
  if old.valid_from <= (now() at time zone 'America/Santo_Domingo')::date then
    raise exception 'what is valid since % stays as it is', old.valid_from using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger product_version_past before delete on product_version for each row execute function refuse_past_delete();
create trigger product_price_past before delete on product_price for each row execute function refuse_past_delete();
create trigger reseller_discount_past before delete on reseller_discount for each row execute function refuse_past_delete();
create trigger commercial_terms_past before delete on commercial_terms for each row execute function refuse_past_delete();

-- What a tenant has, from a day to a day, at the prices that were agreed. Only its end is written later.
create table subscription_item (
  tenant_id        uuid not null references tenant (id) on delete cascade,
  id               uuid not null,
  product_key      text not null references product (key),
  product_kind     text not null,
  name             jsonb not null,
  quantity         integer not null check (quantity between 1 and 10000),
  currency         text not null check (currency ~ '^[A-Z]{3}$'),
  -- Charge to decimal text.
  prices           jsonb not null,
  discount_percent numeric(5, 2) not null check (discount_percent between 0 and 100),
  entitlements     jsonb not null,
  starts_on        date not null,
  -- The first day that it does not cover; empty where nothing ends it.
  ends_on          date check (ends_on >= starts_on),
  contract_id      uuid,
  -- By it the same thing is known again: a line of a contract.
  origin           text not null,
  created_at       timestamptz not null,
  created_by       jsonb not null,
  ended_at         timestamptz,
  ended_by         jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, origin, starts_on)
);
create index subscription_item_days on subscription_item (tenant_id, starts_on);
select make_tenant_table('subscription_item', 'select, insert');
grant update (ends_on, ended_at, ended_by) on subscription_item to botpro_app, botpro_platform;

create table entitlement_override (
  tenant_id  uuid not null references tenant (id) on delete cascade,
  id         uuid not null,
  feature    text not null,
  -- true, false or a number, in the place of what the subscription gives.
  value      jsonb not null,
  starts_on  date not null,
  ends_on    date check (ends_on >= starts_on),
  reason     text not null check (length(reason) between 1 and 500),
  created_at timestamptz not null,
  created_by jsonb not null,
  primary key (tenant_id, id)
);
create index entitlement_override_feature on entitlement_override (tenant_id, feature, starts_on);
select make_tenant_table('entitlement_override', 'select, insert');
grant update (ends_on) on entitlement_override to botpro_app, botpro_platform;

-- The list of 2026.
insert into price_list (id, reseller_id, created_at) values ('01900000-0000-7000-8000-000000000001', null, now());

create temporary table offered (
  n integer generated always as identity, key text, kind text, es text, en text, text_es text, text_en text, charges text[], entitlements jsonb, prices jsonb
);
insert into offered (key, kind, es, en, text_es, text_en, charges, entitlements, prices) values
  ('STARTER', 'PLAN', 'Starter', 'Starter', 'Bot web con menú principal y flujos predefinidos.', 'A web bot with a main menu and ready-made flows.',
    '{SETUP,MONTHLY,CONVERSATION}',
    '{"CONVERSATIONS": 3000, "SEATS_ADMIN": 1, "SEATS_SUPERVISOR": 1, "SEATS_AGENT": 1, "BOTS": 1, "CHANNEL_WEB": true, "CHANNEL_EMAIL": true, "CHANNEL_SMS": true, "MENU_NLP": true, "DASHBOARD": true}',
    '{"SETUP": 595, "MONTHLY": 395}'),
  ('BUSINESS', 'PLAN', 'Business', 'Business', 'Bot web con centro de contacto, encuestas y ocho horas de integración.', 'A web bot with the contact centre, surveys and eight hours of integration.',
    '{SETUP,MONTHLY,CONVERSATION}',
    '{"CONVERSATIONS": 5000, "SEATS_ADMIN": 1, "SEATS_SUPERVISOR": 1, "SEATS_AGENT": 5, "BOTS": 1, "INTEGRATION_HOURS": 8, "CHANNEL_WEB": true, "CHANNEL_EMAIL": true, "CHANNEL_SMS": true, "MENU_NLP": true, "DASHBOARD": true, "DESK_ROUTING": true, "SURVEYS": true, "TRAINING_COURSE": true}',
    '{"SETUP": 1095, "MONTHLY": 645}'),
  ('PREMIUM', 'PLAN', 'Premium', 'Premium', 'Bot a la medida en web, Messenger y Telegram, con Q&A, soporte 24×7 y optimización mensual.', 'A made-to-measure bot on the web, Messenger and Telegram, with Q&A, 24×7 support and monthly optimisation.',
    '{SETUP,MONTHLY,CONVERSATION}',
    '{"CONVERSATIONS": 10000, "SEATS_ADMIN": 1, "SEATS_SUPERVISOR": 1, "SEATS_AGENT": 10, "BOTS": 1, "INTEGRATION_HOURS": 16, "CHANNEL_WEB": true, "CHANNEL_MESSENGER": true, "CHANNEL_TELEGRAM": true, "CHANNEL_EMAIL": true, "CHANNEL_SMS": true, "MENU_NLP": true, "MENU_SECOND": true, "QA": true, "FLOWS_CUSTOM": true, "DASHBOARD": true, "REPORTS_BI": true, "DESK_ROUTING": true, "SURVEYS": true, "SUPPORT_24X7": true, "TRAINING_COURSE": true, "BOT_DESIGN": true, "MONTHLY_OPTIMISATION": true, "EXECUTIVE_REPORT": true}',
    '{"SETUP": 1945, "MONTHLY": 1290}'),
  ('WHATSAPP_3000', 'WHATSAPP', 'WhatsApp 3,000', 'WhatsApp 3,000', '3,000 conversaciones iniciadas por el usuario (UIC) al mes, con certificación de la línea.', '3,000 user-initiated conversations (UIC) a month, with certification of the line.',
    '{MONTHLY,MINIMUM,UIC,BIC}', '{"CHANNEL_WHATSAPP": true, "WHATSAPP_UIC": 3000, "WHATSAPP_BIC": 0}', '{"MINIMUM": 250}'),
  ('WHATSAPP_5000', 'WHATSAPP', 'WhatsApp 5,000', 'WhatsApp 5,000', '5,000 conversaciones iniciadas por el usuario (UIC) al mes, con certificación de la línea.', '5,000 user-initiated conversations (UIC) a month, with certification of the line.',
    '{MONTHLY,MINIMUM,UIC,BIC}', '{"CHANNEL_WHATSAPP": true, "WHATSAPP_UIC": 5000, "WHATSAPP_BIC": 0}', '{"MINIMUM": 250}'),
  ('WHATSAPP_10000', 'WHATSAPP', 'WhatsApp 10,000', 'WhatsApp 10,000', '10,000 conversaciones iniciadas por el usuario (UIC) al mes, con certificación de la línea.', '10,000 user-initiated conversations (UIC) a month, with certification of the line.',
    '{MONTHLY,MINIMUM,UIC,BIC}', '{"CHANNEL_WHATSAPP": true, "WHATSAPP_UIC": 10000, "WHATSAPP_BIC": 0}', '{"MINIMUM": 250}'),
  ('MULTIBOT', 'ADD_ON', 'Bot adicional (multibot)', 'Extra bot (multibot)', 'Un bot más, con sus propios canales y flujos.', 'One more bot, with channels and flows of its own.', '{MONTHLY}', '{"BOTS": 1}', '{}'),
  ('AGENT_LICENCE', 'ADD_ON', 'Licencia de agente adicional', 'Extra agent licence', 'Un puesto de agente más.', 'One more seat for an agent.', '{MONTHLY}', '{"SEATS_AGENT": 1}', '{}'),
  ('CAMPAIGNS', 'ADD_ON', 'Gestor de campañas salientes (WABA)', 'Outbound campaign manager (WABA)', 'Campañas con plantillas aprobadas de WhatsApp.', 'Campaigns with approved WhatsApp templates.', '{MONTHLY}', '{"CAMPAIGNS": true}', '{}'),
  ('CONVERSATIONS_10000', 'ADD_ON', '10,000 conversaciones más', '10,000 more conversations', 'Se suman a las del plan, cada mes.', 'Added to those of the plan, every month.', '{MONTHLY}', '{"CONVERSATIONS": 10000}', '{}'),
  ('CHANNEL_MESSENGER', 'ADD_ON', 'Canal Messenger', 'Messenger channel', 'Messenger de Facebook como canal.', 'Facebook Messenger as a channel.', '{MONTHLY}', '{"CHANNEL_MESSENGER": true}', '{}'),
  ('CHANNEL_TELEGRAM', 'ADD_ON', 'Canal Telegram', 'Telegram channel', 'Telegram como canal.', 'Telegram as a channel.', '{MONTHLY}', '{"CHANNEL_TELEGRAM": true}', '{}'),
  ('CHANNEL_APP', 'ADD_ON', 'Canal de aplicación móvil', 'Mobile app channel', 'El chat dentro de la aplicación de la empresa.', 'The chat inside the company''s own application.', '{MONTHLY}', '{"CHANNEL_APP": true}', '{}'),
  ('CHANNEL_INSTAGRAM', 'ADD_ON', 'Canal Instagram', 'Instagram channel', 'Mensajes directos de Instagram como canal.', 'Instagram direct messages as a channel.', '{MONTHLY}', '{"CHANNEL_INSTAGRAM": true}', '{}'),
  ('INTERMEDIATE_DATABASE', 'ADD_ON', 'Base de datos intermedia', 'Intermediate database', 'Datos de la empresa copiados para consultas del bot.', 'The company''s data copied for what the bot looks up.', '{SETUP,MONTHLY}', '{"INTERMEDIATE_DATABASE": true}', '{}'),
  ('ACTIVE_DIRECTORY', 'ADD_ON', 'Directorio activo', 'Active Directory', 'Los miembros entran con el directorio de la empresa.', 'Members sign in by the company''s directory.', '{SETUP,MONTHLY}', '{"ACTIVE_DIRECTORY": true}', '{}'),
  ('OTP', 'ADD_ON', 'Doble factor por OTP', 'Two-factor authentication by OTP', 'Códigos de un solo uso para los clientes; el canal de envío no está incluido.', 'One-time codes for customers; the channel that sends them is not included.', '{MONTHLY}', '{"OTP": true}', '{}'),
  ('KNOWN_DATA', 'ADD_ON', 'Autenticación por datos conocidos', 'Authentication by known data', 'El cliente se identifica con datos que la empresa conoce.', 'Customers prove who they are by what the company knows of them.', '{MONTHLY}', '{"KNOWN_DATA": true}', '{}'),
  ('PREDICTIVE_MODEL', 'ADD_ON', 'Modelo predictivo', 'Predictive model', 'Modelos propios de la empresa; se cobra por cada 1,000 llamadas.', 'Models of the company''s own; charged per 1,000 calls.', '{PREDICTIVE_CALLS}', '{"PREDICTIVE_MODEL": true, "PREDICTIVE_CALLS": 0}', '{}'),
  ('SENTIMENT', 'ADD_ON', 'Análisis de sentimiento', 'Sentiment analysis', 'El ánimo de cada conversación, y qué es urgente.', 'The mood of each conversation, and what is urgent.', '{MONTHLY}', '{"SENTIMENT": true}', '{}'),
  ('REPORTS_BI', 'ADD_ON', 'Reportería avanzada (Power BI / Looker Studio)', 'Advanced reporting (Power BI / Looker Studio)', 'Los datos en la herramienta de análisis de la empresa.', 'The figures in the company''s own tool.', '{SETUP,MONTHLY}', '{"REPORTS_BI": true}', '{}'),
  ('QR', 'ADD_ON', 'Generador de códigos QR', 'QR generator', 'Códigos que abren una conversación.', 'Codes that begin a conversation.', '{MONTHLY}', '{"QR": true}', '{}'),
  ('INTEGRATION_8H', 'SERVICE', 'Integración por API, paquete de 8 horas', 'API integration, 8-hour pack', 'Horas de integración con los sistemas de la empresa.', 'Hours of integration with the company''s systems.', '{ONE_TIME}', '{"INTEGRATION_HOURS": 8}', '{}'),
  ('TRAINING_ADMIN', 'SERVICE', 'Capacitación de administrador y supervisor', 'Administrator and supervisor training', 'Una hora, hasta cinco personas.', 'One hour, up to five people.', '{ONE_TIME}', '{}', '{}'),
  ('TRAINING_AGENT', 'SERVICE', 'Capacitación de agentes', 'Agent training', 'Una hora, hasta cinco personas.', 'One hour, up to five people.', '{ONE_TIME}', '{}', '{}');

insert into product (id, key, kind, position, created_at)
  select ('01900000-0000-7000-8000-' || lpad(to_hex(256 + n), 12, '0'))::uuid, key, kind, n, now() from offered;
insert into product_version (product_id, valid_from, name, text, entitlements, charges, is_sold, created_at, created_by)
  select p.id, '2026-01-01', jsonb_build_object('es', es, 'en', en), jsonb_build_object('es', text_es, 'en', text_en), entitlements, charges, true, now(), '{"kind": "SYSTEM"}'
  from offered join product p using (key);
insert into product_price (price_list_id, product_id, charge, currency, valid_from, amount, created_at, created_by)
  select '01900000-0000-7000-8000-000000000001', p.id, price.key, 'USD', '2026-01-01', price.value::text::numeric, now(), '{"kind": "SYSTEM"}'
  from offered join product p using (key) cross join lateral jsonb_each(prices) price;
drop table offered;

insert into commercial_terms (valid_from, terms, created_at, created_by) values ('2026-01-01', '{
  "termMonths": 12, "renewalWarningDays": [90, 60, 45, 30], "renewalSignedMonthsBefore": 1, "provisionalDays": 60,
  "quoteValidDays": 30, "quotaAlertPercents": [80, 100], "paymentTermDays": 30, "draftReviewDays": 2, "dueReminderDays": [-5, 1],
  "overdueInvoicesForSuspension": 2, "noticeDays": 0, "suspensionDays": 30, "taxName": "ITBIS", "taxPercent": "18"}', now(), '{"kind": "SYSTEM"}');
