-- What people book: services, who or what does them, and the times that are theirs.

-- Compares ids and ranges in one index, so that the database itself refuses a time that is taken.
create extension if not exists btree_gist;

create table appointment_service (
  tenant_id      uuid not null references tenant (id) on delete cascade,
  id             uuid not null,
  key            text not null,
  -- {es, en}
  name           jsonb not null,
  instructions   jsonb,
  minutes        integer not null check (minutes > 0),
  minutes_before integer not null check (minutes_before >= 0),
  minutes_after  integer not null check (minutes_after >= 0),
  notice_minutes integer not null check (notice_minutes >= 0),
  horizon_days   integer not null check (horizon_days > 0),
  cancel_minutes integer not null check (cancel_minutes >= 0),
  price          numeric(14, 2) check (price >= 0),
  currency       text,
  is_active      boolean not null,
  -- [{minutesBefore, text: {es, en}}]
  reminders      jsonb not null default '[]',
  template_name  text,
  created_at     timestamptz not null,
  -- What was booked still names it.
  deleted_at     timestamptz,
  version        integer not null default 1,
  primary key (tenant_id, id)
);
create unique index appointment_service_key on appointment_service (tenant_id, key) where deleted_at is null;
select make_tenant_table('appointment_service');

create table appointment_resource (
  tenant_id  uuid not null references tenant (id) on delete cascade,
  id         uuid not null,
  key        text not null,
  name       text not null,
  kind       text not null check (kind in ('PERSON', 'ROOM')),
  place      text,
  is_active  boolean not null,
  -- [{weekday, opens, closes}] and [{date, hours: [{opens, closes}], note}]
  hours      jsonb not null,
  exceptions jsonb not null default '[]',
  created_at timestamptz not null,
  deleted_at timestamptz,
  version    integer not null default 1,
  primary key (tenant_id, id)
);
create unique index appointment_resource_key on appointment_resource (tenant_id, key) where deleted_at is null;
select make_tenant_table('appointment_resource');

create table appointment_resource_service (
  tenant_id   uuid not null,
  resource_id uuid not null,
  service_id  uuid not null,
  primary key (tenant_id, resource_id, service_id),
  foreign key (tenant_id, resource_id) references appointment_resource (tenant_id, id) on delete cascade,
  foreign key (tenant_id, service_id) references appointment_service (tenant_id, id) on delete cascade
);
create index appointment_resource_service_service on appointment_resource_service (tenant_id, service_id);
select make_tenant_table('appointment_resource_service');

create table appointment (
  tenant_id       uuid not null,
  id              uuid not null,
  service_id      uuid not null,
  resource_id     uuid not null,
  contact_id      uuid not null,
  starts_at       timestamptz not null,
  ends_at         timestamptz not null,
  -- What nobody else may have: the appointment and the time kept free around it, as the service said when it was booked.
  busy_from       timestamptz not null,
  busy_until      timestamptz not null,
  state           text not null check (state in ('BOOKED', 'CANCELLED', 'DONE', 'NO_SHOW')),
  note            text,
  origin          text not null check (origin in ('BOT', 'AGENT', 'PORTAL', 'API')),
  booked_at       timestamptz not null,
  -- The same again is the same appointment.
  idempotency_key text not null,
  version         integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, idempotency_key),
  check (busy_from <= starts_at and starts_at < ends_at and ends_at <= busy_until),
  foreign key (tenant_id, service_id) references appointment_service (tenant_id, id),
  foreign key (tenant_id, resource_id) references appointment_resource (tenant_id, id),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete cascade,
  constraint appointment_not_twice exclude using gist
    (tenant_id with =, resource_id with =, tstzrange(busy_from, busy_until) with &&) where (state = 'BOOKED')
);
create index appointment_starts on appointment (tenant_id, starts_at, id);
create index appointment_contact on appointment (tenant_id, contact_id, starts_at);
create index appointment_service_of on appointment (tenant_id, service_id);
create index appointment_resource_of on appointment (tenant_id, resource_id, starts_at);
select make_tenant_table('appointment');

-- What was done with it.
create table appointment_change (
  tenant_id        uuid not null,
  id               uuid not null,
  appointment_id   uuid not null,
  kind             text not null check (kind in ('BOOKED', 'MOVED', 'CANCELLED', 'DONE', 'NO_SHOW')),
  at               timestamptz not null,
  member_id        uuid,
  origin           text not null check (origin in ('BOT', 'AGENT', 'PORTAL', 'API')),
  from_starts_at   timestamptz,
  from_resource_id uuid,
  to_starts_at     timestamptz,
  to_resource_id   uuid,
  note             text,
  -- Of moves: the same again is the same move.
  idempotency_key  text,
  primary key (tenant_id, id),
  unique (tenant_id, idempotency_key),
  foreign key (tenant_id, appointment_id) references appointment (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references member (tenant_id, id),
  foreign key (tenant_id, from_resource_id) references appointment_resource (tenant_id, id),
  foreign key (tenant_id, to_resource_id) references appointment_resource (tenant_id, id)
);
create index appointment_change_of on appointment_change (tenant_id, appointment_id, id);
create index appointment_change_member on appointment_change (tenant_id, member_id) where member_id is not null;
select make_tenant_table('appointment_change');

-- What the contact is told beforehand. The row is what makes it once: whoever sends it moves it on in the same unit.
create table appointment_reminder (
  tenant_id      uuid not null,
  id             uuid not null,
  appointment_id uuid not null,
  minutes_before integer not null,
  due_at         timestamptz not null,
  state          text not null check (state in ('WAITING', 'SENT', 'SKIPPED', 'UNDELIVERABLE')),
  reason         text,
  at             timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, appointment_id) references appointment (tenant_id, id) on delete cascade,
  check ((state = 'WAITING') = (at is null))
);
create index appointment_reminder_of on appointment_reminder (tenant_id, appointment_id);
create index appointment_reminder_due on appointment_reminder (due_at) where state = 'WAITING';
select make_tenant_table('appointment_reminder');
