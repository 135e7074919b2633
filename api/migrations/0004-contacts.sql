-- People who write to a tenant, and the addresses by which channels know them.

create table contact (
  tenant_id    uuid not null references tenant (id) on delete cascade,
  id           uuid not null,
  name         text,
  email        text,
  phone        text,
  language     text not null check (language in ('ES', 'EN')),
  verified     boolean not null default false,
  attributes   jsonb not null default '{}',
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  version      integer not null default 1,
  search_text  text not null generated always as
    (lower(f_unaccent(coalesce(name, '') || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '')))) stored,
  primary key (tenant_id, id)
);
create index contact_last_seen on contact (tenant_id, last_seen_at desc, id desc);
create index contact_search on contact using gin (search_text gin_trgm_ops);
select make_tenant_table('contact');
select make_searchable_table('contact');

create table contact_identity (
  tenant_id          uuid not null,
  id                 uuid not null,
  contact_id         uuid not null,
  channel_account_id uuid not null,
  external_id        text not null,
  verified           boolean not null default false,
  created_at         timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, channel_account_id, external_id),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete cascade
);
create index contact_identity_contact on contact_identity (tenant_id, contact_id);
select make_tenant_table('contact_identity');

-- Contacts whose name, e-mail or phone holds every word of the text, the newest seen first.
create function search_contact_ids(words text[], max_rows integer) returns setof uuid
  language sql stable as $$
  select id from contact
  where tenant_id = current_setting('app.tenant_id')::uuid
    and search_text like all (select '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%' from unnest(words) w)
  order by last_seen_at desc, id desc
  limit max_rows
$$;
select make_search_function('search_contact_ids(text[], integer)');
