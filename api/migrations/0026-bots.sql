-- Bots of tenants': what is drafted, the versions that were published of it, who let them go on, and where they answer.

create table bot (
  tenant_id           uuid not null references tenant (id) on delete cascade,
  id                  uuid not null,
  name                text not null check (length(name) between 1 and 120),
  description         text check (length(description) <= 1000),
  -- BotSettings of the format, as drafted.
  settings            jsonb not null,
  settings_revision   integer not null default 1,
  settings_changed_at timestamptz not null,
  settings_changed_by uuid,
  -- One higher with each change of settings, flows or tests; the row is the lock of the draft.
  draft_revision      integer not null default 1,
  draft_changed_at    timestamptz not null,
  draft_changed_by    uuid,
  stage               text not null check (stage in ('BUILD', 'TEST', 'REVIEW', 'LIVE')),
  -- The number of the newest published version.
  last_number         integer not null default 0,
  latest_version_id   uuid,
  live_version_id     uuid,
  created_at          timestamptz not null,
  created_by          uuid,
  archived_at         timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, settings_changed_by) references member (tenant_id, id),
  foreign key (tenant_id, draft_changed_by) references member (tenant_id, id),
  foreign key (tenant_id, created_by) references member (tenant_id, id),
  check ((stage = 'LIVE') = (live_version_id is not null)),
  check (archived_at is null or stage <> 'LIVE')
);
create index bot_stage on bot (stage, created_at, id) where archived_at is null;
select make_tenant_table('bot');

create table bot_flow (
  tenant_id   uuid not null,
  id          uuid not null,
  bot_id      uuid not null,
  key         text not null check (key ~ '^[a-z][a-z0-9_-]{0,59}$'),
  name        text not null,
  description text,
  -- Flow of the format, as drafted. Key, name and description stand in it, too.
  document    jsonb not null,
  revision    integer not null default 1,
  -- In the order of the bot's flows.
  position    integer not null,
  changed_at  timestamptz not null,
  changed_by  uuid,
  -- Kept for a while, to be brought back.
  deleted_at  timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, bot_id) references bot (tenant_id, id) on delete cascade,
  foreign key (tenant_id, changed_by) references member (tenant_id, id)
);
create unique index bot_flow_key on bot_flow (tenant_id, bot_id, key) where deleted_at is null;
create index bot_flow_deleted on bot_flow (deleted_at) where deleted_at is not null;
select make_tenant_table('bot_flow');

create table bot_test (
  tenant_id  uuid not null,
  id         uuid not null,
  bot_id     uuid not null,
  key        text not null check (key ~ '^[a-z][a-z0-9_-]{0,59}$'),
  name       text not null,
  -- FlowTest of the format.
  document   jsonb not null,
  revision   integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, bot_id, key),
  foreign key (tenant_id, bot_id) references bot (tenant_id, id) on delete cascade,
  foreign key (tenant_id, changed_by) references member (tenant_id, id)
);
select make_tenant_table('bot_test');

-- A bot as it was at one moment. Nobody changes one: runs are pinned to them.
create table bot_version (
  tenant_id      uuid not null,
  id             uuid not null,
  bot_id         uuid not null,
  -- Empty for what was kept only so that it can be gone back to.
  number         integer check (number > 0),
  note           text not null,
  author_id      uuid,
  at             timestamptz not null,
  -- BotContent of the format: the same text for the same content, and what it comes to.
  content        text not null,
  digest         text not null,
  flow_count     integer not null,
  test_count     integer not null,
  -- [{code, count, reason}]: what the linter warned of.
  accepted       jsonb not null default '[]',
  tests_override text,
  -- [{key, name, message}]
  failed_tests   jsonb not null default '[]',
  primary key (tenant_id, id),
  unique (tenant_id, bot_id, number),
  foreign key (tenant_id, bot_id) references bot (tenant_id, id) on delete cascade,
  foreign key (tenant_id, author_id) references member (tenant_id, id)
);
create index bot_version_newest on bot_version (tenant_id, bot_id, at desc, id desc);
select make_tenant_table('bot_version', 'select, insert');

alter table bot
  add foreign key (tenant_id, latest_version_id) references bot_version (tenant_id, id),
  add foreign key (tenant_id, live_version_id) references bot_version (tenant_id, id);

-- Who let a bot go on, when, and what she said of it. Never changed.
create table bot_approval (
  tenant_id       uuid not null,
  id              uuid not null,
  bot_id          uuid not null,
  kind            text not null check (kind in ('STAGE_MOVED', 'ITEM_APPROVED', 'ITEM_WITHDRAWN')),
  from_stage      text,
  to_stage        text,
  item            text,
  -- What was published last at that moment.
  version_id      uuid,
  side            text not null check (side in ('TENANT', 'BOTPRO')),
  -- As she was called; operators are no members.
  by_name         text not null,
  member_id       uuid,
  at              timestamptz not null,
  note            text,
  override_reason text,
  missing         text[] not null default '{}',
  primary key (tenant_id, id),
  foreign key (tenant_id, bot_id) references bot (tenant_id, id) on delete cascade,
  foreign key (tenant_id, version_id) references bot_version (tenant_id, id),
  foreign key (tenant_id, member_id) references member (tenant_id, id),
  check ((kind = 'STAGE_MOVED') = (item is null))
);
create index bot_approval_newest on bot_approval (tenant_id, bot_id, at desc, id desc);
select make_tenant_table('bot_approval', 'select, insert');

-- Where a bot answers, and when.
create table bot_channel (
  tenant_id          uuid not null,
  id                 uuid not null,
  bot_id             uuid not null,
  channel_account_id uuid not null,
  hours              text not null check (hours in ('ALWAYS', 'OPEN', 'CLOSED', 'WEEKLY')),
  -- [{weekday, opens, closes}] of WEEKLY.
  intervals          jsonb not null default '[]',
  changed_at         timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, channel_account_id, bot_id),
  foreign key (tenant_id, bot_id) references bot (tenant_id, id) on delete cascade,
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade
);
create index bot_channel_bot on bot_channel (tenant_id, bot_id);
select make_tenant_table('bot_channel');
