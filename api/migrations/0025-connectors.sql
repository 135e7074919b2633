-- Systems of tenants' own, what they are asked, and how it went.

create table connector (
  tenant_id      uuid not null references tenant (id) on delete cascade,
  id             uuid not null,
  -- What flows call it.
  key            text not null check (key ~ '^[a-z][a-z0-9_-]{0,59}$'),
  name           text not null,
  description    text not null,
  kind           text not null check (kind in ('REST', 'DEMO')),
  demo_system    text,
  base_url       text,
  -- [{name, value}]
  headers        jsonb not null default '[]',
  -- How it lets us in; nothing of it is secret.
  auth           jsonb not null,
  -- All its secrets as one object, sealed.
  sealed_secrets text,
  archived_at    timestamptz,
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  version        integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  check (kind <> 'DEMO' or demo_system is not null),
  check (kind <> 'REST' or base_url is not null)
);
select make_tenant_table('connector');

create table connector_operation (
  tenant_id    uuid not null,
  id           uuid not null,
  connector_id uuid not null,
  key          text not null check (key ~ '^[a-z][a-z0-9_-]{0,59}$'),
  definition   jsonb not null,
  created_at   timestamptz not null,
  changed_at   timestamptz not null,
  version      integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, connector_id, key),
  foreign key (tenant_id, connector_id) references connector (tenant_id, id) on delete cascade
);
select make_tenant_table('connector_operation');

-- Each call. No word of what was asked or answered.
create table connector_call (
  tenant_id    uuid not null,
  id           uuid not null,
  connector_id uuid not null,
  operation    text not null,
  at           timestamptz not null,
  -- OK, or why nothing came of it.
  code         text not null,
  status       integer,
  ms           integer not null,
  attempts     integer not null,
  is_test      boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, connector_id) references connector (tenant_id, id) on delete cascade
);
create index connector_call_newest on connector_call (tenant_id, connector_id, at desc, id desc);
create index connector_call_old on connector_call using brin (at);
select make_tenant_table('connector_call');

-- OpenAPI files, between being sent and being chosen from.
create table connector_file (
  tenant_id  uuid not null references tenant (id) on delete cascade,
  id         uuid not null,
  content    text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index connector_file_created on connector_file (created_at);
select make_tenant_table('connector_file');
