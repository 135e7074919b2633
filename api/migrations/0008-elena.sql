-- ELENA: what a tenant teaches, what was learnt from it, and what was not understood.

create table intent (
  tenant_id   uuid not null references tenant (id) on delete cascade,
  id          uuid not null,
  name        text not null check (name ~ '^[a-z0-9_]{1,60}$'),
  description text,
  action      text not null check (action in ('ANSWER', 'OPENING_HOURS', 'TALK_TO_A_PERSON', 'SHOW_MENU')),
  answers     jsonb not null default '[]',
  created_at  timestamptz not null,
  -- Its phrases go and come back with it: they say nothing of their own about it.
  deleted_at  timestamptz,
  version     integer not null default 1,
  primary key (tenant_id, id)
);
create unique index intent_name on intent (tenant_id, name) where deleted_at is null;
create index intent_deleted on intent (deleted_at) where deleted_at is not null;
select make_tenant_table('intent');

create table phrase (
  tenant_id  uuid not null,
  id         uuid not null,
  intent_id  uuid not null,
  language   text not null check (language in ('ES', 'EN')),
  text       text not null,
  -- Without accents, case and punctuation: by this two phrases are the same.
  plain      text not null,
  entities   jsonb not null default '[]',
  origin     text not null check (origin in ('WRITTEN', 'IMPORTED', 'PACK', 'REVIEW')),
  created_at timestamptz not null,
  deleted_at timestamptz,
  version    integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, intent_id) references intent (tenant_id, id) on delete cascade
);
create unique index phrase_once on phrase (tenant_id, plain, language, intent_id) where deleted_at is null;
create index phrase_of_intent on phrase (tenant_id, intent_id, created_at desc, id desc) where deleted_at is null;
create index phrase_near on phrase using gin (plain gin_trgm_ops) where deleted_at is null;
create index phrase_deleted on phrase (deleted_at) where deleted_at is not null;
select make_tenant_table('phrase');
select make_searchable_table('phrase');

-- Phrases that resemble a text, the most alike first.
create function near_phrases(words text, max_rows integer) returns table (id uuid, likeness real)
  language sql stable as $$
  select p.id, similarity(p.plain, words) from phrase p
  where p.tenant_id = current_setting('app.tenant_id')::uuid and p.deleted_at is null and p.plain % words
  order by 2 desc, 1
  limit max_rows
$$;
select make_search_function('near_phrases(text, integer)');

create table entity_type (
  tenant_id   uuid not null references tenant (id) on delete cascade,
  id          uuid not null,
  name        text not null check (name ~ '^[a-z0-9_]{1,60}$'),
  description text,
  kind        text not null check (kind in ('LEARNED', 'LIST', 'BOTH')),
  "values"    jsonb not null default '[]',
  created_at  timestamptz not null,
  version     integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
select make_tenant_table('entity_type');

create table model_training (
  tenant_id       uuid not null references tenant (id) on delete cascade,
  id              uuid not null,
  state           text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  progress        real not null default 0,
  idempotency_key text,
  requested_at    timestamptz not null,
  requested_by    uuid,
  -- Which try holds it: what an earlier one still reports counts for nothing.
  try             integer not null default 0,
  -- When the try that holds it was last heard of.
  heard_at        timestamptz not null,
  started_at      timestamptz,
  finished_at     timestamptz,
  error           text,
  primary key (tenant_id, id),
  foreign key (tenant_id, requested_by) references member (tenant_id, id)
);
create unique index model_training_one on model_training (tenant_id) where state in ('QUEUED', 'RUNNING');
create unique index model_training_key on model_training (tenant_id, idempotency_key) where idempotency_key is not null;
create index model_training_unheard on model_training (heard_at) where state in ('QUEUED', 'RUNNING');
select make_tenant_table('model_training');

create table elena_model (
  tenant_id        uuid not null,
  id               uuid not null,
  training_id      uuid not null,
  number           integer not null,
  state            text not null check (state in ('TRAINED', 'LIVE', 'RETIRED')),
  trained_at       timestamptz not null,
  trained_by       uuid,
  published_at     timestamptz,
  published_by     uuid,
  override_reason  text,
  intent_count     integer not null,
  phrase_count     integer not null,
  languages        text[] not null,
  accuracy         double precision not null,
  macro_f1         double precision not null,
  size_bytes       integer not null,
  training_seconds double precision not null,
  report           jsonb not null,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, training_id),
  foreign key (tenant_id, training_id) references model_training (tenant_id, id) on delete cascade,
  foreign key (tenant_id, trained_by) references member (tenant_id, id),
  foreign key (tenant_id, published_by) references member (tenant_id, id)
);
create unique index elena_model_one_live on elena_model (tenant_id) where state = 'LIVE';
select make_tenant_table('elena_model');

-- Apart, so that a list of models does not carry them; those of old models are let go.
create table elena_model_content (
  tenant_id uuid not null,
  model_id  uuid not null,
  content   bytea not null,
  primary key (tenant_id, model_id),
  foreign key (tenant_id, model_id) references elena_model (tenant_id, id) on delete cascade
);
alter table elena_model_content alter column content set storage external;
select make_tenant_table('elena_model_content');

-- What a contact wrote and the bot did not understand. Her words stay in the message alone, so erasing her (or the
-- conversation) leaves nothing here; a phrase that somebody made of them is the tenant's.
create table misunderstood_message (
  tenant_id       uuid not null,
  -- The message's.
  id              uuid not null,
  contact_id      uuid not null,
  conversation_id uuid not null,
  reason          text not null check (reason in ('LOW_CONFIDENCE', 'CORRECTED', 'HANDED_OFF', 'THUMBS_DOWN')),
  language        text not null check (language in ('ES', 'EN')),
  -- The words that matter in it, in order: messages with the same ones are asked about together.
  likeness        text not null,
  confidence      real,
  guesses         jsonb not null default '[]',
  at              timestamptz not null,
  state           text not null check (state in ('WAITING', 'ASSIGNED', 'DISMISSED')),
  judged_at       timestamptz,
  judged_by       uuid,
  -- The phrase that came of it.
  phrase_id       uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references message (tenant_id, id) on delete cascade,
  foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete cascade,
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, judged_by) references member (tenant_id, id),
  foreign key (tenant_id, phrase_id) references phrase (tenant_id, id) on delete set null (phrase_id),
  check ((state = 'WAITING') = (judged_at is null))
);
create index misunderstood_waiting on misunderstood_message (tenant_id, at desc, id desc) where state = 'WAITING';
create index misunderstood_contact on misunderstood_message (tenant_id, contact_id);
create index misunderstood_conversation on misunderstood_message (tenant_id, conversation_id);
create index misunderstood_phrase on misunderstood_message (tenant_id, phrase_id) where phrase_id is not null;
select make_tenant_table('misunderstood_message');

-- Files with training sets, between being sent and being taken in.
create table training_file (
  tenant_id  uuid not null references tenant (id) on delete cascade,
  id         uuid not null,
  content    text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index training_file_created on training_file (created_at);
select make_tenant_table('training_file');
