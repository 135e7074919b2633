-- People, what they may do where, and how they prove who they are.

-- A person exists once for all tenants, so only the platform role sees this table. Every address in it is proven: an
-- account comes into being when its owner follows a link that was sent there.
create table app_user (
  id                  uuid primary key,
  email               text not null check (length(email) <= 254),
  name                text not null check (length(name) between 1 and 120),
  language            text not null check (language in ('ES', 'EN')),
  password_hash       text not null,
  password_changed_at timestamptz not null,
  reset_hash          bytea,
  reset_expires_at    timestamptz,
  totp_secret         text,
  totp_last_step      bigint,
  totp_pending        text,
  created_at          timestamptz not null,
  disabled_at         timestamptz
);
create unique index app_user_email on app_user (lower(email));
create unique index app_user_reset on app_user (reset_hash) where reset_hash is not null;
grant select, insert, update on app_user to botpro_platform;

create table recovery_code (
  user_id uuid not null references app_user,
  hash    bytea not null,
  used_at timestamptz,
  primary key (user_id, hash)
);
grant select, insert, update, delete on recovery_code to botpro_platform;

create table operator (
  user_id    uuid primary key references app_user,
  created_at timestamptz not null
);
grant select, insert, delete on operator to botpro_platform;

-- `invitation_hash` is the only trace of a link: sending it again, accepting it or disabling the person replaces it.
create table reseller_member (
  id                    uuid primary key,
  reseller_id           uuid not null references reseller,
  user_id               uuid references app_user,
  email                 text not null check (length(email) <= 254),
  name                  text not null check (length(name) between 1 and 120),
  invited_at            timestamptz not null,
  invitation_hash       bytea,
  invitation_expires_at timestamptz,
  disabled_at           timestamptz
);
create unique index reseller_member_email on reseller_member (reseller_id, lower(email));
create unique index reseller_member_user on reseller_member (user_id, reseller_id);
create unique index reseller_member_invitation on reseller_member (invitation_hash) where invitation_hash is not null;
grant select, insert, update on reseller_member to botpro_platform;

-- Name and address are copies of the person's, so that the tenant's role never has to look at app_user. `user_id` is
-- empty until the invitation is accepted: inviting does not tell whether the address has an account.
create table member (
  tenant_id             uuid not null references tenant,
  id                    uuid not null,
  user_id               uuid references app_user,
  email                 text not null check (length(email) <= 254),
  name                  text not null check (length(name) between 1 and 120),
  name_key              text collate "C" not null generated always as (name_key(name)) stored,
  role                  text not null check (role in ('OWNER', 'ADMIN', 'SUPERVISOR', 'AGENT', 'ANALYST')),
  invited_at            timestamptz not null,
  invitation_hash       bytea,
  invitation_expires_at timestamptz,
  joined_at             timestamptz,
  disabled_at           timestamptz,
  last_seen_at          timestamptz,
  primary key (tenant_id, id)
);
create unique index member_email on member (tenant_id, lower(email));
create unique index member_user on member (user_id, tenant_id);
create unique index member_invitation on member (invitation_hash) where invitation_hash is not null;
create index member_by_name on member (tenant_id, name_key, id);
select make_tenant_table('member', 'select, insert, update');

-- A browser that is signed in. `tenant_id` is where the person works at present; with `support_until` an operator looks
-- into that tenant until then.
create table session (
  id            uuid primary key,
  user_id       uuid not null references app_user,
  token_hash    bytea not null,
  tenant_id     uuid references tenant,
  support_until timestamptz,
  created_at    timestamptz not null,
  last_used_at  timestamptz not null,
  expires_at    timestamptz not null,
  device        text not null,
  address       text not null,
  constraint session_token unique (token_hash)
);
create index session_of_user on session (user_id, last_used_at);
create index session_of_tenant on session (tenant_id);
create index session_by_use on session (last_used_at);
-- Its tenant is a place to go, not an owner: whoever works for a tenant has no business here.
alter table session enable row level security, force row level security;
create policy session_platform on session to botpro_platform using (true) with check (true);
grant select, insert, update, delete on session to botpro_platform;

-- The password was right and the second factor is awaited.
create table two_factor_challenge (
  token_hash bytea primary key,
  user_id    uuid not null references app_user,
  tenant_id  uuid references tenant,
  expires_at timestamptz not null
);
create index two_factor_challenge_of_user on two_factor_challenge (user_id);
create index two_factor_challenge_by_expiry on two_factor_challenge (expires_at);
alter table two_factor_challenge enable row level security, force row level security;
create policy two_factor_challenge_platform on two_factor_challenge to botpro_platform using (true) with check (true);
grant select, insert, delete on two_factor_challenge to botpro_platform;

-- Failures since the last success. The subject is `account:…`, `address:…` or `factor:…`; accounts are hashed, since
-- people type their password into the wrong field.
create table sign_in_failure (
  subject      text primary key,
  failures     int not null,
  last_at      timestamptz not null,
  locked_until timestamptz
);
create index sign_in_failure_by_time on sign_in_failure (last_at);
grant select, insert, update, delete on sign_in_failure to botpro_platform;

create table api_key (
  tenant_id    uuid not null references tenant,
  id           uuid not null,
  name         text not null check (length(name) between 1 and 80),
  hash         bytea not null,
  last_four    text not null,
  scopes       text[] not null,
  created_at   timestamptz not null,
  created_by   uuid,
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, created_by) references member (tenant_id, id),
  constraint api_key_hash unique (hash)
);
select make_tenant_table('api_key', 'select, insert');
grant update (revoked_at) on api_key to botpro_app;
grant update on api_key to botpro_platform;
