-- Read models are views over the rows themselves: there is no second copy that could disagree. Same names and columns
-- as on PostgreSQL. A cleared row has no document and is in no view.
ALTER TABLE OrleansStorage ADD COLUMN Doc TEXT GENERATED ALWAYS AS (CAST(PayloadBinary AS TEXT)) VIRTUAL;

CREATE VIEW peernet_group(id, payload) AS
SELECT substr(GrainIdExtensionString, -36), PayloadBinary
FROM OrleansStorage WHERE GrainTypeString = 'group' AND PayloadBinary IS NOT NULL;

CREATE INDEX peernet_group_by_id ON OrleansStorage(substr(GrainIdExtensionString, -36))
WHERE GrainTypeString = 'group' AND PayloadBinary IS NOT NULL;

CREATE VIEW peernet_meeting(id, group_id, held_on, logged, payload) AS
SELECT substr(GrainIdExtensionString, -36), json_extract(Doc, '$.groupId'), json_extract(Doc, '$.heldOn'),
       json_type(Doc, '$.entries[0]') IS NOT NULL, PayloadBinary
FROM OrleansStorage WHERE GrainTypeString = 'meeting' AND PayloadBinary IS NOT NULL;

CREATE INDEX peernet_meeting_by_day ON OrleansStorage(json_extract(Doc, '$.groupId'), json_extract(Doc, '$.heldOn'))
WHERE GrainTypeString = 'meeting' AND PayloadBinary IS NOT NULL;

CREATE VIEW peernet_member(id, erased) AS
SELECT substr(GrainIdExtensionString, -36), json_type(Doc, '$.erasedAt') IS NOT NULL
FROM OrleansStorage WHERE GrainTypeString = 'member' AND PayloadBinary IS NOT NULL;

CREATE INDEX peernet_member_by_id ON OrleansStorage(substr(GrainIdExtensionString, -36))
WHERE GrainTypeString = 'member' AND PayloadBinary IS NOT NULL;

-- A row waits because its outbox has an entry, whatever that entry says: one without a time waits longest, not for ever.
CREATE VIEW peernet_outbox(kind, grain_key, since) AS
SELECT GrainTypeString, GrainIdExtensionString, coalesce(json_extract(Doc, '$.outbox[0].since'), '0001-01-01T00:00:00+00:00')
FROM OrleansStorage WHERE json_type(Doc, '$.outbox[0]') IS NOT NULL;

CREATE INDEX peernet_outbox_waiting ON OrleansStorage(coalesce(json_extract(Doc, '$.outbox[0].since'), '0001-01-01T00:00:00+00:00'))
WHERE json_type(Doc, '$.outbox[0]') IS NOT NULL;
