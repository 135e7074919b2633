-- What was set aside is found again in its delivery, also by a reader that was mended meanwhile.

alter table quarantined_update
  -- Among how many updates of its delivery it was read; 0 where nothing of the delivery could be read, or where it is not known.
  add among integer not null default 0;
