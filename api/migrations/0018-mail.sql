-- Message-IDs that a mail names and nobody had named before: by them a mail is found that comes after its answers, or
-- was never sent to us. As many a mail as are read of its headers; they go with it.
create table mail_name (
  tenant_id          uuid not null,
  channel_account_id uuid not null,
  name               text not null,
  -- The mail that named it: its conversation is the one that the name stands for.
  message_id         uuid not null,
  -- What the mail is about: one name may stand for several matters, each a conversation of its own.
  subject            text not null,
  primary key (tenant_id, channel_account_id, name, message_id),
  foreign key (tenant_id, channel_account_id) references channel_account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, message_id) references message (tenant_id, id) on delete cascade
);
create index mail_name_message on mail_name (tenant_id, message_id);
select make_tenant_table('mail_name', 'select, insert, delete');

-- Threads that turn out to be one are found by their keys.
create index conversation_thread_key on conversation (tenant_id, channel_account_id, thread_key) where thread_key <> '';
