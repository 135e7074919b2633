-- What was set aside is found again in its delivery, also by a reader that was mended meanwhile; who may be written to is told by
-- the channel's clock; and a number that no channel vouches for joins nobody.

alter table quarantined_update
  -- Among how many updates of its delivery it was read; 0 where nothing of the delivery could be read, or where it is not known.
  add among integer not null default 0;

alter table contact_identity
  -- When the channel last told whether she may be reached, by its clock: what is older changes nothing.
  add availability_at timestamptz;
update contact_identity set availability_at = now() where not is_available;

-- Whoever sends a text message may write any number as its sender.
update contact_identity i set is_phone_trusted = false
from channel_account a where a.tenant_id = i.tenant_id and a.id = i.channel_account_id and a.kind = 'SMS' and i.is_phone_trusted;
