-- One person behind several addresses: what channels told of an address, who was joined with whom, and who may be the same.

alter table contact
  -- Absorbed by another: it keeps what it was, for the day on which they are taken apart.
  add merged_into uuid,
  add foreign key (tenant_id, merged_into) references contact (tenant_id, id) on delete cascade;
create index contact_email on contact (tenant_id, email) where email is not null;
create index contact_phone on contact (tenant_id, phone) where phone is not null;
create index contact_merged_into on contact (tenant_id, merged_into) where merged_into is not null;

-- Only what needs no guess: a number with its country, written with spaces and signs.
update contact set phone = regexp_replace(phone, '[ ().-]', '', 'g')
where phone ~ '^\+[1-9][\d ().-]+$' and regexp_replace(phone, '[ ().-]', '', 'g') ~ '^\+[1-9]\d{7,14}$';

alter table contact_identity
  add phone text,
  add is_phone_trusted boolean not null default false,
  add email text,
  add is_email_trusted boolean not null default false,
  add username text,
  add display_name text,
  add is_available boolean not null default true,
  add check (phone is not null or not is_phone_trusted),
  add check (email is not null or not is_email_trusted);
create index contact_identity_phone on contact_identity (tenant_id, phone) where phone is not null;
create index contact_identity_email on contact_identity (tenant_id, email) where email is not null;
create index contact_identity_username on contact_identity (tenant_id, lower(username)) where username is not null;

-- Other ids by which the channel knows or knew the same address. A table, since row security keeps arrays off an index.
create table contact_identity_alias (
  tenant_id          uuid not null,
  channel_account_id uuid not null,
  alias              text not null,
  identity_id        uuid not null,
  primary key (tenant_id, channel_account_id, alias),
  foreign key (tenant_id, identity_id) references contact_identity (tenant_id, id) on delete cascade
);
create index contact_identity_alias_identity on contact_identity_alias (tenant_id, identity_id);
select make_tenant_table('contact_identity_alias');

create table contact_merge (
  tenant_id      uuid not null,
  id             uuid not null,
  kept_id        uuid not null,
  absorbed_id    uuid not null,
  -- The addresses that moved: exactly these go back.
  identity_ids   uuid[] not null,
  -- What the kept one took over: {field: {was, became}}.
  taken          jsonb not null,
  -- Why, when a channel's word joined them and nobody was asked.
  evidence       text check (evidence in ('PHONE', 'EMAIL', 'SAME_ADDRESS')),
  evidence_value text,
  merged_by      uuid,
  merged_at      timestamptz not null,
  undone_by      uuid,
  undone_at      timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, kept_id) references contact (tenant_id, id) on delete cascade,
  foreign key (tenant_id, absorbed_id) references contact (tenant_id, id) on delete cascade,
  foreign key (tenant_id, merged_by) references member (tenant_id, id),
  foreign key (tenant_id, undone_by) references member (tenant_id, id),
  check (kept_id <> absorbed_id)
);
create index contact_merge_kept on contact_merge (tenant_id, kept_id, merged_at desc);
-- Nobody is absorbed twice at once.
create unique index contact_merge_absorbed on contact_merge (tenant_id, absorbed_id) where undone_at is null;
create index contact_merge_undone on contact_merge (tenant_id, absorbed_id) where undone_at is not null;
select make_tenant_table('contact_merge');

create table contact_suggestion (
  tenant_id  uuid not null,
  id         uuid not null,
  -- Of the pair the one with the lower id stands first, so that a pair is one pair.
  contact_id uuid not null,
  other_id   uuid not null,
  evidence   text not null check (evidence in ('PHONE', 'EMAIL', 'NAME_AND_USERNAME', 'SAME_BROWSER')),
  value      text not null,
  state      text not null default 'OPEN' check (state in ('OPEN', 'DISMISSED', 'MERGED')),
  created_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, contact_id, other_id, evidence, value),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete cascade,
  foreign key (tenant_id, other_id) references contact (tenant_id, id) on delete cascade,
  foreign key (tenant_id, decided_by) references member (tenant_id, id),
  check (contact_id < other_id),
  check ((state = 'OPEN') = (decided_at is null))
);
create index contact_suggestion_other on contact_suggestion (tenant_id, other_id);
create index contact_suggestion_open on contact_suggestion (tenant_id, created_at desc, id desc) where state = 'OPEN';
select make_tenant_table('contact_suggestion');

create or replace function search_contact_ids(words text[], max_rows integer) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select id from contact
  where tenant_id = current_setting('app.tenant_id')::uuid and merged_into is null
    and search_text like all (select '%' || replace(replace(replace(w, '\', '\\'), '%', '\%'), '_', '\_') || '%' from unnest(words) w)
  order by last_seen_at desc, id desc
  limit max_rows
$$;
