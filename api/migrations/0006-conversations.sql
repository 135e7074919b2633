-- Conversations, what was said in them, and the bot that answers first.

create table conversation (
  tenant_id          uuid not null,
  id                 uuid not null,
  contact_id         uuid not null,
  identity_id        uuid not null,
  channel_account_id uuid not null,
  status             text not null check (status in ('OPEN', 'CLOSED')),
  owner              text not null check (owner in ('BOT', 'QUEUE', 'AGENT')),
  assignee_id        uuid,
  language           text not null check (language in ('ES', 'EN')),
  opened_at          timestamptz not null,
  last_activity_at   timestamptz not null,
  queued_at          timestamptz,
  -- From joining the queue for the first time to the first answer of a person: what a supervisor is asked about.
  first_queued_at    timestamptz,
  first_answered_at  timestamptz,
  closed_at          timestamptz,
  unread_count       integer not null default 0,
  last_message_id    uuid,
  version            integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references contact (tenant_id, id) on delete cascade,
  foreign key (tenant_id, identity_id) references contact_identity (tenant_id, id) on delete cascade,
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id),
  foreign key (tenant_id, assignee_id) references member (tenant_id, id),
  -- One owner at a time: an agent's conversation names the agent, no other does.
  check ((owner = 'AGENT') = (assignee_id is not null)),
  check ((status = 'CLOSED') = (closed_at is not null))
);
create unique index conversation_one_open on conversation (tenant_id, identity_id) where status = 'OPEN';
create index conversation_open on conversation (tenant_id, last_activity_at desc, id desc) where status = 'OPEN';
create index conversation_open_by_owner on conversation (tenant_id, owner, last_activity_at desc, id desc)
  where status = 'OPEN';
create index conversation_open_by_assignee on conversation (tenant_id, assignee_id, last_activity_at desc, id desc)
  where status = 'OPEN' and assignee_id is not null;
create index conversation_closed on conversation (tenant_id, last_activity_at desc, id desc) where status = 'CLOSED';
create index conversation_contact on conversation (tenant_id, contact_id, last_activity_at desc, id desc);
create index conversation_opened on conversation (tenant_id, opened_at);
create index conversation_closed_at on conversation (tenant_id, closed_at) where closed_at is not null;
select make_tenant_table('conversation');

-- What one identity and the tenant say to each other, across conversations. Its row is the lock that puts their
-- messages in order and keeps a second conversation from opening beside the first.
create table thread (
  tenant_id     uuid not null,
  identity_id   uuid not null,
  last_position integer not null default 0,
  -- Everything up to here has been read by the contact, so acknowledgements look only further on.
  read_position integer not null default 0,
  primary key (tenant_id, identity_id),
  foreign key (tenant_id, identity_id) references contact_identity (tenant_id, id) on delete cascade
) with (fillfactor = 70);
select make_tenant_table('thread');

create table message (
  tenant_id        uuid not null,
  id               uuid not null,
  conversation_id  uuid not null,
  identity_id      uuid not null,
  position         integer not null,
  author           text not null check (author in ('CONTACT', 'BOT', 'AGENT', 'SYSTEM')),
  visibility       text not null default 'PUBLIC' check (visibility in ('PUBLIC', 'INTERNAL')),
  member_id        uuid,
  text             text not null,
  menu             jsonb,
  chosen_option_id text,
  notice           text,
  notice_member_id uuid,
  attachment_count smallint not null default 0,
  status           text not null check
    (status in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'READ', 'FAILED', 'UNKNOWN')),
  sent_at          timestamptz not null,
  client_id        uuid,
  version          integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, identity_id, position),
  foreign key (tenant_id, conversation_id) references conversation (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references member (tenant_id, id),
  foreign key (tenant_id, notice_member_id) references member (tenant_id, id)
);
create unique index message_client_id on message (tenant_id, identity_id, author, client_id)
  where client_id is not null;
create index message_conversation on message (tenant_id, conversation_id, position desc);
create index message_sent_at on message (tenant_id, sent_at);
create index message_words on message using gin (to_tsvector('simple', f_unaccent(text)));
select make_tenant_table('message');
select make_searchable_table('message');

create table attachment (
  tenant_id   uuid not null references tenant (id) on delete cascade,
  id          uuid not null,
  -- Empty until a message carries it; such files are swept after a day.
  message_id  uuid,
  -- Who uploaded it, so that nobody attaches what somebody else uploaded.
  uploaded_by text not null,
  name        text not null,
  media_type  text not null,
  size        integer not null,
  width       integer,
  height      integer,
  storage_key text not null,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, message_id) references message (tenant_id, id) on delete cascade
);
create index attachment_message on attachment (tenant_id, message_id) where message_id is not null;
create index attachment_unused on attachment (tenant_id, created_at) where message_id is null;
select make_tenant_table('attachment');

create table bot_settings (
  tenant_id uuid not null references tenant (id) on delete cascade,
  texts     jsonb not null,
  version   integer not null default 1,
  primary key (tenant_id)
);
select make_tenant_table('bot_settings');

-- Messages that hold every word (its beginning is enough), the newest first.
create function search_message_ids(words tsquery, max_rows integer) returns table (id uuid, conversation_id uuid)
  language sql stable as $$
  select m.id, m.conversation_id from message m
  where m.tenant_id = current_setting('app.tenant_id')::uuid
    and to_tsvector('simple', f_unaccent(m.text)) @@ words
    and m.author <> 'SYSTEM'
  order by m.id desc
  limit max_rows
$$;
select make_search_function('search_message_ids(tsquery, integer)');
