-- What came of telling the contact of what was done; empty where nobody wanted her told.
alter table appointment_change add column told text check (told in ('SENT', 'NO_CHANNEL', 'NOT_REACHABLE', 'NO_TEMPLATE'));
