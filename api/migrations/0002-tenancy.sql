-- Who sells and who buys: resellers, tenants, and when a tenant's people work.

-- Lists sort and search by this key: case and accents do not count, and bytes compare the same on every machine.
create function name_key(name text) returns text
  language sql immutable strict parallel safe
  return lower(f_unaccent(name)) collate "C";
grant execute on function name_key to botpro_app, botpro_platform, botpro_search;

create table reseller (
  id         uuid primary key,
  name       text not null check (length(name) between 1 and 120),
  name_key   text collate "C" not null generated always as (name_key(name)) stored,
  created_at timestamptz not null
);
create index reseller_by_name on reseller (name_key, id);
alter table reseller enable row level security, force row level security;
create policy reseller_platform on reseller to botpro_platform using (true) with check (true);
grant select, insert, update on reseller to botpro_platform;

create table tenant (
  id          uuid primary key,
  name        text not null check (length(name) between 1 and 120),
  name_key    text collate "C" not null generated always as (name_key(name)) stored,
  slug        text not null check (slug ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
  sector      text not null check (sector in ('FINANCIAL', 'RETAIL', 'HEALTH', 'GOVERNMENT', 'OTHER')),
  institution text not null check (institution in ('PRIVATE', 'PUBLIC')),
  time_zone   text not null,
  language    text not null check (language in ('ES', 'EN')),
  currency    text not null check (currency ~ '^[A-Z]{3}$'),
  reseller_id uuid references reseller,
  created_at  timestamptz not null,
  constraint tenant_slug unique (slug)
);
create index tenant_by_name on tenant (name_key, id);
create index tenant_of_reseller on tenant (reseller_id, name_key, id);
create index tenant_search on tenant using gin (name_key gin_trgm_ops);
alter table tenant enable row level security, force row level security;
create policy tenant_own on tenant to botpro_app
  using (id = current_setting('app.tenant_id')::uuid) with check (id = current_setting('app.tenant_id')::uuid);
create policy tenant_platform on tenant to botpro_platform using (true) with check (true);
-- A tenant describes itself, but never renames its addresses, its currency or its seller.
grant select, update (name, sector, time_zone, language) on tenant to botpro_app;
grant select, insert, update on tenant to botpro_platform;
create trigger tenant_log after insert on tenant for each row execute function open_tenant_log();

-- A tenant sees who sold to it, and no other reseller.
create policy reseller_own on reseller for select to botpro_app
  using (id = (select reseller_id from tenant where tenant.id = current_setting('app.tenant_id')::uuid));
grant select on reseller to botpro_app;

create table business_calendar (
  tenant_id uuid not null references tenant,
  id        uuid not null,
  intervals jsonb not null default '[]',
  holidays  jsonb not null default '[]',
  version   int not null default 1,
  primary key (tenant_id, id),
  constraint one_calendar_per_tenant unique (tenant_id)
);
select make_tenant_table('business_calendar', 'select, insert, update');
