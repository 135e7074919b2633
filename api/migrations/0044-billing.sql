-- What tenants owe and pay: who invoices them, drafts and invoices, payments, and how late they are.

-- Who writes invoices: BotPro, or the reseller that sells. A row is the lock of its numbers.
create table invoice_issuer (
  id             uuid primary key,
  reseller_id    uuid unique nulls not distinct references reseller,
  legal_name     text not null check (length(legal_name) between 1 and 200),
  tax_id         text not null default '' check (length(tax_id) <= 40),
  address        text not null default '' check (length(address) <= 500),
  email          text not null default '' check (length(email) <= 254),
  -- What stands on invoices about how to pay.
  payment_text   text not null default '' check (length(payment_text) <= 1000),
  invoice_prefix text not null default 'F-' check (length(invoice_prefix) <= 12),
  credit_prefix  text not null default 'NC-' check (length(credit_prefix) <= 12),
  next_invoice   integer not null default 1 check (next_invoice > 0),
  next_credit    integer not null default 1 check (next_credit > 0),
  version        integer not null default 1,
  check (invoice_prefix <> credit_prefix)
);
alter table invoice_issuer enable row level security, force row level security;
create policy invoice_issuer_platform on invoice_issuer to botpro_platform using (true) with check (true);
grant select, insert, update on invoice_issuer to botpro_platform;
insert into invoice_issuer (id, reseller_id, legal_name) values ('01900000-0000-7000-8000-000000000044', null, 'BotPro');

-- Whom invoices of a tenant are written to, and on which terms.
create table billing_profile (
  tenant_id         uuid primary key references tenant (id) on delete cascade,
  legal_name        text not null check (length(legal_name) between 1 and 200),
  tax_id            text not null check (length(tax_id) <= 40),
  address           text not null check (length(address) <= 500),
  email             text not null check (length(email) <= 254),
  -- Days to pay, where other than the terms say.
  payment_term_days integer check (payment_term_days between 0 and 365),
  -- [{name, percent, from}], where other than the terms say.
  taxes             jsonb not null default '[]',
  version           integer not null default 1
);
select make_tenant_table('billing_profile', 'select, insert, update');

-- Where a tenant stands. The row is the lock of everything that is owed and paid.
create table billing_account (
  tenant_id       uuid primary key references tenant (id) on delete cascade,
  -- Up to and including which day everything is done that was due.
  advanced_to     date not null,
  -- The next day on which something is due; empty where nothing is.
  due_on          date,
  drafted_month   date not null check (extract(day from drafted_month) = 1),
  -- Paid too much, or credited.
  credit          numeric(18, 6) not null default 0 check (credit >= 0),
  noticed_on      date,
  suspended_from  date,
  suspended_until date,
  cancelled_on    date,
  check ((suspended_from is null) = (suspended_until is null))
);
create index billing_account_due on billing_account (due_on) where due_on is not null;
select make_tenant_table('billing_account', 'select');
grant insert, update on billing_account to botpro_platform;

-- Days of suspension for late payment, by which is invoiced.
create table billing_suspension (
  tenant_id uuid not null references tenant (id) on delete cascade,
  starts_on date not null,
  ends_on   date not null check (ends_on >= starts_on),
  primary key (tenant_id, starts_on)
);
select make_tenant_table('billing_suspension', 'select');
grant insert, update on billing_suspension to botpro_platform;

create table invoice (
  tenant_id    uuid not null references tenant (id) on delete cascade,
  id           uuid not null,
  issuer_id    uuid not null references invoice_issuer,
  kind         text not null check (kind in ('INVOICE', 'CREDIT')),
  -- Of the monthly run; empty where somebody wrote it.
  month        date check (extract(day from month) = 1),
  -- Which a credit note is about.
  corrects_id  uuid,
  state        text not null check (state in ('DRAFT', 'ISSUED', 'PAID')),
  is_held      boolean not null default false,
  number       text,
  drafted_on   date not null,
  issued_on    date,
  due_on       date,
  currency     text not null check (currency ~ '^[A-Z]{3}$'),
  net          numeric(18, 6) not null,
  tax_name     text not null,
  tax_percent  numeric(6, 3) not null,
  tax          numeric(18, 6) not null,
  total        numeric(18, 6) not null,
  -- Still owed of it.
  open         numeric(18, 6) not null default 0 check (open >= 0),
  paid_on      date,
  -- Days after the due day of reminders that went out.
  reminded     integer[] not null default '{}',
  note         text not null default '' check (length(note) <= 2000),
  -- As both were called when it was issued.
  issuer       jsonb,
  customer     jsonb,
  created_at   timestamptz not null,
  created_by   jsonb not null,
  version      integer not null default 1,
  primary key (tenant_id, id),
  constraint invoice_of_month unique (tenant_id, month, currency),
  constraint invoice_number unique (issuer_id, number),
  foreign key (tenant_id, corrects_id) references invoice (tenant_id, id),
  check (total = net + tax),
  check (case kind when 'INVOICE' then total >= 0 else total < 0 end),
  check ((state = 'DRAFT') = (number is null and issued_on is null and due_on is null and issuer is null and customer is null))
);
create index invoice_by_time on invoice (tenant_id, created_at desc, id desc);
create index invoice_owed on invoice (tenant_id, due_on) where open > 0;
create index invoice_draft on invoice (tenant_id) where state = 'DRAFT';
select make_tenant_table('invoice', 'select');
grant insert, update, delete on invoice to botpro_platform;

create table invoice_line (
  tenant_id        uuid not null,
  invoice_id       uuid not null,
  position         integer not null,
  -- Empty where somebody wrote it.
  charge           text check (charge in ('SETUP', 'ONE_TIME', 'MONTHLY', 'MINIMUM', 'CONVERSATION', 'UIC', 'BIC', 'PREDICTIVE_CALLS')),
  item_id          uuid,
  month            date check (extract(day from month) = 1),
  kind             text not null check (kind in ('CHARGE', 'ADJUSTMENT', 'MANUAL')),
  name             jsonb not null,
  quantity         numeric(18, 6) not null,
  unit_price       numeric(18, 6) not null,
  discount_percent numeric(5, 2) not null,
  days             integer,
  of_days          integer,
  units            integer,
  included         integer,
  late             integer,
  amount           numeric(18, 6) not null,
  primary key (tenant_id, invoice_id, position),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id) on delete cascade,
  check ((kind = 'MANUAL') = (charge is null) and (charge is null) = (month is null))
);
create index invoice_line_month on invoice_line (tenant_id, month);
select make_tenant_table('invoice_line', 'select');
grant insert, delete on invoice_line to botpro_platform;

-- What was issued stays as it is, but for what was paid of it.
create function refuse_issued_invoice() returns trigger language plpgsql as $$
begin
  if old.state = 'DRAFT' then
    return coalesce(new, old);
  end if;
  if tg_op = 'DELETE' or to_jsonb(new) - '{open,state,paid_on,reminded,version}'::text[] <> to_jsonb(old) - '{open,state,paid_on,reminded,version}'::text[]
    or new.state = 'DRAFT' or new.open > old.open then
    raise exception 'the invoice % was issued and stays as it is', old.number using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger invoice_issued before update or delete on invoice for each row execute function refuse_issued_invoice();

create function refuse_issued_line() returns trigger language plpgsql as $$
begin
  if exists (select from invoice where tenant_id = coalesce(new.tenant_id, old.tenant_id) and id = coalesce(new.invoice_id, old.invoice_id) and state <> 'DRAFT') then
    raise exception 'the lines of an issued invoice stay as they are' using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger invoice_line_issued before insert or update or delete on invoice_line for each row execute function refuse_issued_line();

-- Money that came in. Nothing of it is ever changed.
create table invoice_payment (
  tenant_id   uuid not null references tenant (id) on delete cascade,
  id          uuid not null,
  -- Made by whoever records it: the same payment comes once.
  client_id   text not null,
  invoice_id  uuid,
  received_on date not null,
  amount      numeric(18, 6) not null check (amount > 0),
  currency    text not null check (currency ~ '^[A-Z]{3}$'),
  method      text not null check (method in ('TRANSFER', 'CARD', 'CHEQUE', 'CASH', 'OTHER', 'STRIPE')),
  reference   text not null default '' check (length(reference) <= 200),
  note        text not null default '' check (length(note) <= 2000),
  recorded_at timestamptz not null,
  recorded_by jsonb not null,
  primary key (tenant_id, id),
  unique (tenant_id, client_id),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id)
);
create index invoice_payment_by_time on invoice_payment (tenant_id, recorded_at desc, id desc);
select make_tenant_table('invoice_payment', 'select');
grant insert on invoice_payment to botpro_platform;

-- What paid what. Without a payment it was the tenant's credit.
create table invoice_allocation (
  tenant_id  uuid not null,
  id         uuid not null,
  invoice_id uuid not null,
  payment_id uuid,
  day        date not null,
  amount     numeric(18, 6) not null check (amount > 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, invoice_id) references invoice (tenant_id, id),
  foreign key (tenant_id, payment_id) references invoice_payment (tenant_id, id)
);
create index invoice_allocation_of on invoice_allocation (tenant_id, invoice_id);
create index invoice_allocation_by on invoice_allocation (tenant_id, payment_id);
select make_tenant_table('invoice_allocation', 'select');
grant insert on invoice_allocation to botpro_platform;

-- Everything that happened to what a tenant owes, day by day, as the simulation tells what is to come.
create table billing_event (
  tenant_id  uuid not null references tenant (id) on delete cascade,
  id         uuid not null,
  day        date not null,
  at         timestamptz not null,
  kind       text not null,
  invoice_id uuid,
  amount     numeric(18, 6),
  -- A day that follows from it.
  until      date,
  days       integer,
  count      integer,
  primary key (tenant_id, id)
);
create index billing_event_by_time on billing_event (tenant_id, day desc, id desc);
select make_tenant_table('billing_event', 'select');
grant insert on billing_event to botpro_platform;

-- What was counted in closed months, of the days on which usage is owed: no event is counted twice for the same question.
create table billing_usage (
  tenant_id         uuid not null references tenant (id) on delete cascade,
  month             date not null check (extract(day from month) = 1),
  -- The stretches of days, empty for the whole month.
  days              text not null,
  conversations     integer not null,
  uic               integer not null,
  bic               integer not null,
  predictive_calls  integer not null,
  late_conversations integer not null,
  late_uic          integer not null,
  late_bic          integer not null,
  primary key (tenant_id, month, days)
);
select make_tenant_table('billing_usage', 'select');
grant insert on billing_usage to botpro_platform;
