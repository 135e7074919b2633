-- Q&A: questions with their answers, sources that the bot answers from, and what was read of them.

create table faq (
  tenant_id       uuid not null references tenant (id) on delete cascade,
  id              uuid not null,
  question        text not null,
  wordings        text[] not null default '{}',
  language        text not null check (language in ('ES', 'EN')),
  answer          text not null,
  variants        jsonb not null default '[]',
  valid_from      date,
  valid_until     date,
  -- Question, wordings and answers without accents, case and punctuation: by this they are looked for.
  plain           text not null,
  idempotency_key text,
  -- Of what was given with the key: the same key with something else is refused.
  idempotency_hash bytea,
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  changed_by      uuid,
  deleted_at      timestamptz,
  version         integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, changed_by) references member (tenant_id, id),
  check (valid_from <= valid_until)
);
create unique index faq_key on faq (tenant_id, idempotency_key) where idempotency_key is not null;
create index faq_changed on faq (tenant_id, changed_at desc, id desc) where deleted_at is null;
create index faq_plain on faq using gin (plain gin_trgm_ops) where deleted_at is null;
create index faq_deleted on faq (deleted_at) where deleted_at is not null;
select make_tenant_table('faq');
select make_searchable_table('faq');

-- Questions in which all the words stand, as `plain` has them.
create function faqs_with(words text[], max_rows integer) returns table (id uuid)
  language sql stable as $$
  select f.id from faq f
  where f.tenant_id = current_setting('app.tenant_id')::uuid and f.deleted_at is null
    and not exists (select from unnest(words) as word where f.plain not like '%' || word || '%')
  limit max_rows
$$;
select make_search_function('faqs_with(text[], integer)');

create table knowledge_source (
  tenant_id      uuid not null references tenant (id) on delete cascade,
  id             uuid not null,
  kind           text not null check (kind in ('PAGE', 'SITEMAP', 'PDF', 'DOCX', 'CSV', 'MARKDOWN')),
  name           text not null,
  url            text,
  file_name      text,
  language       text not null check (language in ('ES', 'EN')),
  rhythm         text not null check (rhythm in ('NEVER', 'DAILY', 'WEEKLY', 'MONTHLY')),
  valid_from     date,
  valid_until    date,
  state          text not null check (state in ('WAITING', 'READING', 'READY', 'FAILED')),
  problem        jsonb,
  progress       real not null default 0,
  -- Which reading holds it: what an earlier one still reports counts for nothing.
  try            integer not null default 0,
  -- How often in a row the process that read it went away.
  losses         integer not null default 0,
  -- When the reading that holds it was last heard of.
  heard_at       timestamptz,
  read_at        timestamptz,
  next_read_at   timestamptz,
  created_at     timestamptz not null,
  deleted_at     timestamptz,
  version        integer not null default 1,
  primary key (tenant_id, id),
  check ((kind in ('PAGE', 'SITEMAP')) = (url is not null)),
  check (valid_from <= valid_until)
);
create index knowledge_source_due on knowledge_source (next_read_at) where deleted_at is null and next_read_at is not null;
create index knowledge_source_unheard on knowledge_source (heard_at) where state in ('WAITING', 'READING');
create index knowledge_source_deleted on knowledge_source (deleted_at) where deleted_at is not null;
select make_tenant_table('knowledge_source');

create table knowledge_document (
  tenant_id     uuid not null,
  id            uuid not null,
  source_id     uuid not null,
  -- In the source, from 0.
  position      integer not null,
  -- Its address, or the file's name: by this a later reading knows it again.
  key           text not null,
  title         text not null,
  url           text,
  -- Of what it was read from: the same again is not split again.
  hash          bytea,
  problem       jsonb,
  read_at       timestamptz,
  passage_count integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, source_id, key),
  foreign key (tenant_id, source_id) references knowledge_source (tenant_id, id) on delete cascade
);
create index knowledge_document_order on knowledge_document (tenant_id, source_id, position, id);
select make_tenant_table('knowledge_document');

create table knowledge_passage (
  tenant_id   uuid not null,
  id          uuid not null,
  document_id uuid not null,
  position    integer not null,
  headings    text[] not null default '{}',
  text        text not null,
  language    text not null check (language in ('ES', 'EN')),
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references knowledge_document (tenant_id, id) on delete cascade
);
create index knowledge_passage_order on knowledge_passage (tenant_id, document_id, position, id);
select make_tenant_table('knowledge_passage');

-- Files of sources, between being sent and being read.
create table knowledge_file (
  tenant_id  uuid not null references tenant (id) on delete cascade,
  id         uuid not null,
  name       text not null,
  content    bytea not null,
  -- The source that is to be read from it; none yet while it was only sent.
  source_id  uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, source_id) references knowledge_source (tenant_id, id) on delete cascade
);
create index knowledge_file_created on knowledge_file (created_at);
create index knowledge_file_source on knowledge_file (tenant_id, source_id) where source_id is not null;
alter table knowledge_file alter column content set storage external;
select make_tenant_table('knowledge_file');

-- What questions and passages there are, as a number that grows with every change of them, and what was learnt from the
-- wordings at the number that stands beside it. One row for a tenant that has ever had any.
create table knowledge_state (
  tenant_id   uuid not null references tenant (id) on delete cascade,
  revision    bigint not null default 0,
  learnt      bytea,
  learnt_at_revision bigint,
  -- Of the questions that it was learnt from: a change of passages alone teaches nothing new.
  learnt_hash bytea,
  primary key (tenant_id)
);
alter table knowledge_state alter column learnt set storage external;
select make_tenant_table('knowledge_state');
