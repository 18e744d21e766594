-- Read models are views over the rows themselves: there is no second copy that could disagree. Same names and columns
-- as on SQLite. A cleared row has no document and is in no view.

-- convert_from is not accepted as immutable, though for UTF8 it is; jsonb has no place for U+0000, which JSON may carry.
-- Only the document for queries loses it: the payload is as it was written.
CREATE FUNCTION peernet_doc(payload bytea) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$f$ SELECT replace(convert_from(payload, 'UTF8'), '\u0000', '\ufffd')::jsonb $f$;

ALTER TABLE orleansstorage ADD COLUMN doc jsonb GENERATED ALWAYS AS (peernet_doc(payloadbinary)) STORED;

-- Ids and days are compared byte by byte, so that both engines page in the same order.
CREATE VIEW peernet_group(id, payload) AS
SELECT right(grainidextensionstring, 36) COLLATE "C", payloadbinary
FROM orleansstorage WHERE graintypestring = 'group' AND payloadbinary IS NOT NULL;

CREATE INDEX peernet_group_by_id ON orleansstorage((right(grainidextensionstring, 36) COLLATE "C"))
WHERE graintypestring = 'group' AND payloadbinary IS NOT NULL;

CREATE VIEW peernet_meeting(id, group_id, held_on, logged, payload) AS
SELECT right(grainidextensionstring, 36) COLLATE "C", doc->>'groupId', (doc->>'heldOn') COLLATE "C",
       doc @? '$.entries[0]', payloadbinary
FROM orleansstorage WHERE graintypestring = 'meeting' AND payloadbinary IS NOT NULL;

CREATE INDEX peernet_meeting_by_day ON orleansstorage((doc->>'groupId'), ((doc->>'heldOn') COLLATE "C"))
WHERE graintypestring = 'meeting' AND payloadbinary IS NOT NULL;

CREATE VIEW peernet_member(id, erased) AS
SELECT right(grainidextensionstring, 36) COLLATE "C", doc ? 'erasedAt'
FROM orleansstorage WHERE graintypestring = 'member' AND payloadbinary IS NOT NULL;

CREATE INDEX peernet_member_by_id ON orleansstorage((right(grainidextensionstring, 36) COLLATE "C"))
WHERE graintypestring = 'member' AND payloadbinary IS NOT NULL;

-- A row waits because its outbox has an entry, whatever that entry says: one without a time waits longest, not for ever.
CREATE VIEW peernet_outbox(kind, grain_key, since) AS
SELECT graintypestring, grainidextensionstring COLLATE "C",
       coalesce(doc #>> '{outbox,0,since}', '0001-01-01T00:00:00+00:00') COLLATE "C"
FROM orleansstorage WHERE doc @? '$.outbox[0]';

CREATE INDEX peernet_outbox_waiting ON orleansstorage((coalesce(doc #>> '{outbox,0,since}', '0001-01-01T00:00:00+00:00') COLLATE "C"))
WHERE doc @? '$.outbox[0]';
