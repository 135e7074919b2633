-- Quotes and the contracts that come of them, what was decided about them, and the letters that were written.

-- Numbers of quotes and contracts, for each who sells (null: BotPro) by themselves.
create table contract_counter (
  seller_id uuid references reseller,
  kind      text not null check (kind in ('QUOTE', 'CONTRACT')),
  year      integer not null,
  last      integer not null,
  unique nulls not distinct (seller_id, kind, year)
);
grant select, insert, update on contract_counter to botpro_platform;

-- What people brought: signed contracts, formal communications.
create table contract_file (
  tenant_id   uuid not null references tenant (id) on delete cascade,
  id          uuid not null,
  name        text not null check (length(name) between 1 and 200),
  media_type  text not null,
  size        integer not null,
  sha256      text not null,
  storage_key text not null,
  uploaded_at timestamptz not null,
  uploaded_by jsonb not null,
  primary key (tenant_id, id)
);
select make_tenant_table('contract_file', 'select, insert');

create table contract (
  tenant_id             uuid not null references tenant (id) on delete cascade,
  id                    uuid not null,
  -- Who sold it; BotPro where it is empty. Copied from the tenant when it was quoted.
  seller_id             uuid references reseller,
  previous_id           uuid,
  quote_number          text not null,
  number                text,
  phase                 text not null check (phase in ('QUOTED', 'SENT', 'WITHDRAWN', 'LAPSED', 'SIGNED', 'IN_FORCE', 'TO_RENEW', 'EXPIRED', 'PROVISIONAL', 'ENDED', 'CANCELLED')),
  currency              text not null check (currency ~ '^[A-Z]{3}$'),
  -- Of the commercial terms, as they were when it was quoted; they are part of what is signed.
  terms                 jsonb not null,
  tax_name              text not null,
  tax_percent           numeric(5, 2) not null,
  idempotency_key       text,
  -- For the seller's own people.
  note                  text check (length(note) <= 2000),
  created_at            timestamptz not null,
  created_by            jsonb not null,
  sent_on               date,
  valid_until           date,
  signed_on             date,
  signed_by             text,
  signed_title          text,
  signed_file_id        uuid,
  starts_on             date,
  ends_on               date check (ends_on > starts_on),
  term                  integer not null default 1,
  declined_on           date,
  warned_days           integer,
  provisional_until     date,
  ended_on              date,
  accepted_late_because text,
  account_owner_id      uuid,
  -- Copies, so that nobody of the tenant's has to look at app_user.
  account_owner_name    text,
  account_owner_email   text,
  -- The day in the tenant's zone on which the calendar has something to do with it.
  due_on                date,
  changed_at            timestamptz not null,
  version               integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, previous_id) references contract (tenant_id, id),
  foreign key (tenant_id, signed_file_id) references contract_file (tenant_id, id),
  -- What is signed has a number, a day and a term.
  check (phase in ('QUOTED', 'SENT', 'WITHDRAWN', 'LAPSED') or (number is not null and signed_on is not null and starts_on is not null)),
  check (phase not in ('IN_FORCE', 'TO_RENEW', 'EXPIRED', 'PROVISIONAL') or ends_on is not null)
);
create unique index contract_number on contract (seller_id, number) nulls not distinct where number is not null;
create unique index contract_quote_number on contract (seller_id, quote_number) nulls not distinct;
-- One contract runs at a time, and one renewal at most waits for it.
create unique index contract_running on contract (tenant_id) where phase in ('IN_FORCE', 'TO_RENEW', 'EXPIRED', 'PROVISIONAL');
create unique index contract_renewal on contract (tenant_id, previous_id) where phase in ('QUOTED', 'SENT', 'SIGNED');
create unique index contract_key on contract (tenant_id, idempotency_key) where idempotency_key is not null;
create index contract_due on contract (due_on) where due_on is not null;
create index contract_by_time on contract (created_at desc, id desc);
select make_tenant_table('contract', 'select, insert, update');

create table contract_line (
  tenant_id        uuid not null,
  id               uuid not null,
  contract_id      uuid not null,
  position         integer not null,
  product_key      text not null,
  product_kind     text not null,
  name             jsonb not null,
  quantity         integer not null check (quantity between 1 and 10000),
  -- Charge to decimal text: as they are agreed, and as the list had them on that day.
  prices           jsonb not null,
  list_prices      jsonb not null,
  discount_percent numeric(5, 2) not null check (discount_percent between 0 and 100),
  entitlements     jsonb not null,
  primary key (tenant_id, id),
  unique (tenant_id, contract_id, position),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade
);
select make_tenant_table('contract_line', 'select, insert, delete');

-- Lines of what is signed stay as they were signed.
create function refuse_signed_lines() returns trigger language plpgsql as $$
begin
  if exists (select from contract where tenant_id = old.tenant_id and id = old.contract_id and number is not null) then
    raise exception 'the lines of a signed contract stay as they are' using errcode = 'integrity_constraint_violation';
  end if;
  return old;
end $$;
create trigger contract_line_signed before delete on contract_line for each row execute function refuse_signed_lines();

create table contract_event (
  tenant_id   uuid not null,
  id          uuid not null,
  contract_id uuid not null,
  -- When it was written down, and the day since which it holds.
  at          timestamptz not null,
  day         date not null,
  kind        text not null,
  -- Empty where the calendar did it.
  who         jsonb,
  reason      text check (length(reason) between 1 and 2000),
  detail      jsonb not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade
);
create index contract_event_of on contract_event (tenant_id, contract_id, at, id);
select make_tenant_table('contract_event', 'select, insert');

-- By which a customer asks to go on without a contract, and accepts that the months are invoiced later.
create table formal_communication (
  tenant_id   uuid not null,
  id          uuid not null,
  contract_id uuid not null,
  file_id     uuid not null,
  signed_by   text not null check (length(signed_by) between 1 and 200),
  received_on date not null,
  until       date not null,
  accepted_at timestamptz not null,
  accepted_by jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade,
  foreign key (tenant_id, file_id) references contract_file (tenant_id, id)
);
create index formal_communication_of on formal_communication (tenant_id, contract_id, accepted_at);
select make_tenant_table('formal_communication', 'select, insert');

-- Letters, invoices too. The row comes with what it tells of, the PDF after it; neither is ever written anew.
create table letter (
  tenant_id   uuid not null references tenant (id) on delete cascade,
  id          uuid not null,
  seller_id   uuid references reseller,
  kind        text not null,
  -- What it is written for: a contract, where the calendar writes; an invoice; one decision. Of each there is one of a kind on a day.
  occasion_id uuid not null,
  contract_id uuid,
  day         date not null,
  language    text not null check (language in ('ES', 'EN')),
  title       text not null,
  -- The whole letter, as the template takes it.
  content     jsonb not null,
  recipients  jsonb not null,
  created_at  timestamptz not null,
  written_at  timestamptz,
  storage_key text,
  size        integer,
  sha256      text,
  primary key (tenant_id, id),
  constraint letter_once unique (tenant_id, kind, occasion_id, day),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id) on delete cascade,
  check ((written_at is null) = (storage_key is null))
);
create index letter_by_time on letter (tenant_id, created_at desc, id desc);
create index letter_unwritten on letter (created_at) where written_at is null;
select make_tenant_table('letter', 'select, insert');
grant update (written_at, storage_key, size, sha256) on letter to botpro_app, botpro_platform;
