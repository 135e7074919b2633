-- After how many hours without a word a conversation that the bot alone has is closed.
alter table bot_settings add column idle_hours integer not null default 24 check (idle_hours between 1 and 720);

-- How a payment ended badly and was told: to the flow that waited for it, to the customer or to people. Once for each end.
alter table payment add column ended_heard text;
