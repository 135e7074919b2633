-- What every later migration stands on. Run as the owner; the roles exist already (platform/roles.ts).

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- A right is written beside the thing it opens, never inherited from a default.
alter default privileges revoke all on tables from public, botpro_app, botpro_platform;
alter default privileges revoke execute on functions from public;
revoke create on schema public from public;
grant usage on schema public to botpro_app, botpro_platform, botpro_search;

-- unaccent() depends on a dictionary and is therefore only stable; naming the dictionary makes it fit for an index.
create function f_unaccent(value text) returns text
  language sql immutable strict parallel safe
  return public.unaccent('public.unaccent'::regdictionary, value);
grant execute on function f_unaccent to botpro_app, botpro_platform, botpro_search;

-- An unset tenant must be an error, so current_setting() is asked without "missing_ok".
create function make_tenant_table(name text, verbs text default 'select, insert, update, delete') returns void
  language plpgsql as $$
declare
  own constant text := 'tenant_id = current_setting(''app.tenant_id'')::uuid';
begin
  execute format('alter table %I enable row level security, force row level security', name);
  execute format('create policy %I on %I to botpro_app using (%s) with check (%s)', name || '_tenant', name, own, own);
  execute format('create policy %I on %I to botpro_platform using (true) with check (true)',
    name || '_platform', name);
  execute format('grant %s on %I to botpro_app, botpro_platform', verbs, name);
end $$;

-- Trigram operators are not leakproof, so row-level security keeps them off their index. A search function runs as
-- botpro_search, which sees every row of a searchable table, and must itself compare tenant_id.
create function make_searchable_table(name text) returns void language plpgsql as $$
begin
  execute format('create policy %I on %I for select to botpro_search using (true)', name || '_search', name);
  execute format('grant select on %I to botpro_search', name);
end $$;

create function make_search_function(signature regprocedure) returns void language plpgsql as $$
begin
  if pg_get_functiondef(signature) !~ 'app\.tenant_id' then
    raise exception 'the search function % does not compare app.tenant_id', signature;
  end if;
  execute format('alter function %s security definer set search_path = public, pg_temp', signature);
  execute format('revoke all on function %s from public', signature);
  execute format('grant execute on function %s to botpro_app', signature);
  grant create on schema public to botpro_search;
  execute format('alter function %s owner to botpro_search', signature);
  revoke create on schema public from botpro_search;
end $$;

-- The event log: what changed, as ids. Readers load the present state.

-- The one row of a tenant is updated by every commit: room on its page keeps those updates cheap.
create table event_cursor (
  tenant_id uuid primary key,
  epoch     text not null default substr(replace(gen_random_uuid()::text, '-', ''), 1, 10),
  last_seq  bigint not null default 0,
  floor_seq bigint not null default 0
) with (fillfactor = 20);
select make_tenant_table('event_cursor', 'select');
grant update (last_seq) on event_cursor to botpro_app;
grant insert, update, delete on event_cursor to botpro_platform;

create table event_log (
  tenant_id       uuid not null,
  seq             bigint not null,
  at              timestamptz not null,
  kind            text not null,
  conversation_id uuid,
  subject_id      uuid,
  detail          jsonb,
  primary key (tenant_id, seq)
);
create index event_log_at on event_log using brin (at);
select make_tenant_table('event_log', 'select, insert');
grant delete on event_log to botpro_platform;

-- For the table of tenants: create trigger … after insert on tenant for each row execute function open_tenant_log().
create function open_tenant_log() returns trigger language plpgsql as $$
begin
  insert into event_cursor (tenant_id) values (new.id);
  return null;
end $$;

-- The audit trail: append-only, each entry sealed over the one before it.

create table audit_entry (
  tenant_id   uuid not null,
  id          uuid not null,
  seq         bigint not null,
  at          timestamptz not null,
  actor       jsonb not null,
  action      text not null,
  target_type text not null,
  target_id   text,
  detail      jsonb not null default '{}',
  prev_hash   bytea not null,
  hash        bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, seq)
);
select make_tenant_table('audit_entry', 'select, insert');

create table platform_audit_entry (
  id          uuid primary key,
  seq         bigint not null unique,
  at          timestamptz not null,
  actor       jsonb not null,
  action      text not null,
  target_type text not null,
  target_id   text,
  detail      jsonb not null default '{}',
  prev_hash   bytea not null,
  hash        bytea not null
);
grant select, insert on platform_audit_entry to botpro_platform;

-- The time zone is part of how a time is written, so it is fixed; nulls are left out so that a later column does not
-- break the seals of older entries.
create function audit_hash(prev_hash bytea, entry jsonb) returns bytea
  language sql stable strict parallel safe set timezone = 'UTC'
  return sha256(prev_hash || convert_to(jsonb_strip_nulls(entry - 'hash' - 'prev_hash')::text, 'UTF8'));

-- Writers of one chain queue up here, until commit: audit rows are written at the very end of a unit.
create function seal_audit_entry() returns trigger language plpgsql set timezone = 'UTC' as $$
declare
  last record;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit:' || new.tenant_id, 0));
  select seq, hash into last from audit_entry where tenant_id = new.tenant_id order by seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.prev_hash := coalesce(last.hash, '\x');
  new.hash := audit_hash(new.prev_hash, to_jsonb(new));
  return new;
end $$;
create trigger audit_entry_seal before insert on audit_entry for each row execute function seal_audit_entry();

create function seal_platform_audit_entry() returns trigger language plpgsql set timezone = 'UTC' as $$
declare
  last record;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit:platform', 0));
  select seq, hash into last from platform_audit_entry order by seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.prev_hash := coalesce(last.hash, '\x');
  new.hash := audit_hash(new.prev_hash, to_jsonb(new));
  return new;
end $$;
create trigger platform_audit_entry_seal before insert on platform_audit_entry
  for each row execute function seal_platform_audit_entry();

-- The first entry of a tenant that was altered, removed or slipped in; null when the chain holds.
create function first_broken_audit_entry(tenant uuid) returns bigint
  language sql stable set timezone = 'UTC' as $$
  select min(seq) from (
    select seq, seq <> row_number() over w or prev_hash <> coalesce(lag(hash) over w, '\x')
      or hash <> audit_hash(prev_hash, to_jsonb(e)) as broken
    from audit_entry e where tenant_id = tenant window w as (order by seq)
  ) as chain where broken
$$;
grant execute on function audit_hash, first_broken_audit_entry to botpro_app, botpro_platform;

-- The outbox. Its owner is botpro_jobs, so the roles that enqueue need no rights in the schema of the job runner.
-- graphile_worker comes later than this file: plpgsql resolves names when it runs.
create function enqueue_jobs(jobs jsonb) returns void
  language plpgsql security definer set search_path = graphile_worker, pg_temp as $$
begin
  perform graphile_worker.add_job(
    identifier => job->>'job', payload => (job->'payload')::json, queue_name => job->>'queue',
    run_at => (job->>'runAt')::timestamptz, max_attempts => (job->>'maxAttempts')::int, job_key => job->>'jobKey')
  from pg_catalog.jsonb_array_elements(jobs) as job;
end $$;
revoke all on function enqueue_jobs from public;
grant execute on function enqueue_jobs to botpro_app, botpro_platform;
grant create on schema public to botpro_jobs;
alter function enqueue_jobs(jsonb) owner to botpro_jobs;
revoke create on schema public from botpro_jobs;
