-- One area's SQLite database. Sections 1 to 3 are particular to SQLite; the queries above the view peernet_row are in
-- src/Silo/Storage and are the same as on PostgreSQL.

-- 1. Rows. Orleans reads its SQL from this table. Every query is one statement: a BEGIN in query text that meets a busy
-- database leaves the pooled connection inside a transaction, and every later write on it fails.
CREATE TABLE OrleansQuery(QueryKey TEXT PRIMARY KEY, QueryText TEXT NOT NULL) WITHOUT ROWID;

-- A cleared row stays, without its payload: the version continues, so a writer holding the old version is refused.
-- A damaged row has no document, so that queries pass over it instead of failing for everyone.
CREATE TABLE OrleansStorage(
  ServiceId TEXT NOT NULL, GrainTypeString TEXT NOT NULL,
  GrainIdN0 INTEGER NOT NULL, GrainIdN1 INTEGER NOT NULL, GrainIdExtensionString TEXT NOT NULL DEFAULT '',
  PayloadBinary BLOB, ModifiedOn TEXT NOT NULL, Version INTEGER NOT NULL,
  Id TEXT GENERATED ALWAYS AS (substr(GrainIdExtensionString, -36)) VIRTUAL,
  Doc TEXT GENERATED ALWAYS AS (CASE WHEN json_valid(CAST(PayloadBinary AS TEXT)) THEN CAST(PayloadBinary AS TEXT) END) VIRTUAL,
  Record TEXT GENERATED ALWAYS AS (Doc -> 'record') VIRTUAL,
  PRIMARY KEY(ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString));

INSERT INTO OrleansQuery(QueryKey, QueryText) VALUES
('ReadFromStorageKey',
 'SELECT PayloadBinary, Version FROM OrleansStorage
  WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
    AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
    AND GrainIdExtensionString = ifnull(@GrainIdExtensionString, '''')'),

-- A first write has no version and only inserts; a later one must find the version it read. Orleans reports a conflict
-- when no row comes back.
('WriteToStorageKey',
 'INSERT INTO OrleansStorage
    (ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString, PayloadBinary, ModifiedOn, Version)
  SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, ifnull(@GrainIdExtensionString, ''''), @PayloadBinary,
         strftime(''%Y-%m-%dT%H:%M:%fZ'', ''now''), 1
  WHERE @GrainStateVersion IS NULL OR EXISTS(
    SELECT 1 FROM OrleansStorage WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
      AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
      AND GrainIdExtensionString = ifnull(@GrainIdExtensionString, ''''))
  ON CONFLICT(ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString) DO UPDATE
    SET PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = OrleansStorage.Version + 1
    WHERE OrleansStorage.Version = @GrainStateVersion
  RETURNING Version AS NewGrainStateVersion'),

('ClearStorageKey',
 'UPDATE OrleansStorage
  SET PayloadBinary = NULL, ModifiedOn = strftime(''%Y-%m-%dT%H:%M:%fZ'', ''now''), Version = Version + 1
  WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
    AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
    AND GrainIdExtensionString = ifnull(@GrainIdExtensionString, '''') AND Version = @GrainStateVersion
  RETURNING Version AS NewGrainStateVersion');

-- 2. The rows as documents. A cleared row has none.
CREATE VIEW peernet_row(kind, id, grain_key, document, messages, payload) AS
SELECT GrainTypeString, Id, GrainIdExtensionString, Record, Doc -> 'outbox', PayloadBinary
FROM OrleansStorage WHERE PayloadBinary IS NOT NULL;

CREATE INDEX peernet_row_by_id ON OrleansStorage(GrainTypeString, Id);

CREATE INDEX peernet_meeting_by_day ON OrleansStorage(Record ->> 'groupId', Record ->> 'heldOn')
WHERE GrainTypeString = 'meeting';

CREATE INDEX peernet_meeting_by_original_day ON OrleansStorage(Record ->> 'groupId', Record ->> 'originalDay')
WHERE GrainTypeString = 'meeting';

CREATE INDEX peernet_group_by_tag ON OrleansStorage(Record ->> 'occurrenceTag') WHERE GrainTypeString = 'group';

CREATE INDEX peernet_seat_by_member ON OrleansStorage(Record ->> 'member') WHERE GrainTypeString = 'seat';

CREATE INDEX peernet_offer_by_last_day ON OrleansStorage(Record -> 'terms' ->> 'expiresOn')
WHERE GrainTypeString = 'support-offer';

CREATE INDEX peernet_offer_by_group ON OrleansStorage(Record ->> 'group') WHERE GrainTypeString = 'support-offer';

-- Take-ups that nobody has answered, of offers of this area and of others; the home of whoever is of another area.
CREATE VIEW peernet_take_up(grain_key, since, home) AS
SELECT GrainIdExtensionString, match.value ->> 'since', match.value -> 'route' ->> 'home'
FROM OrleansStorage, json_each(Doc, '$.record.matches') match
WHERE GrainTypeString = 'support-offer' AND match.value ->> 'state' = 'takenUp'
UNION ALL
SELECT GrainIdExtensionString, Record ->> 'since', NULL FROM OrleansStorage
WHERE GrainTypeString = 'match-abroad' AND Record ->> 'state' = 'takenUp';

CREATE INDEX peernet_worry_by_state ON OrleansStorage(Record ->> 'state', Record ->> 'since')
WHERE GrainTypeString = 'worry';

CREATE INDEX peernet_worry_by_writer ON OrleansStorage(Record ->> 'writer') WHERE GrainTypeString = 'worry';

CREATE INDEX peernet_worry_by_person ON OrleansStorage(Record ->> 'person') WHERE GrainTypeString = 'worry';

CREATE INDEX peernet_gathering_by_state ON OrleansStorage(Record ->> 'state', Record -> 'plan' ->> 'heldOn')
WHERE GrainTypeString = 'gathering';

CREATE INDEX peernet_barrier_by_state ON OrleansStorage(Record ->> 'state') WHERE GrainTypeString = 'barrier';

CREATE INDEX peernet_barrier_by_gathering ON OrleansStorage(Record -> 'raised' ->> 'gatheringId')
WHERE GrainTypeString = 'barrier';

CREATE INDEX peernet_next_step_by_state ON OrleansStorage(Record ->> 'state', Record -> 'says' ->> 'dueOn')
WHERE GrainTypeString = 'next-step';

CREATE INDEX peernet_next_step_by_gathering ON OrleansStorage(Record -> 'says' ->> 'gatheringId')
WHERE GrainTypeString = 'next-step';

CREATE INDEX peernet_practice_by_state ON OrleansStorage(Record ->> 'state') WHERE GrainTypeString = 'practice';

-- A panel that is gone has no day.
CREATE INDEX peernet_panel_by_day ON OrleansStorage(GrainTypeString, Record -> 'says' ->> 'heldOn')
WHERE GrainTypeString = 'panel';

-- The addresses with which people sign in: the one that each has shown to be theirs, or the one in their profile, which
-- others may have written, until there is such a one.
CREATE VIEW peernet_address(address, member, is_proven) AS
SELECT Record ->> 'signInAddress', Id, 1 FROM OrleansStorage WHERE GrainTypeString = 'member'
UNION ALL
SELECT lower(Record -> 'profile' -> 'contact' ->> 'email'), Id, 0 FROM OrleansStorage
WHERE GrainTypeString = 'member' AND coalesce(Record ->> 'signInAddress', '') = '';

CREATE INDEX peernet_member_by_sign_in ON OrleansStorage(Record ->> 'signInAddress') WHERE GrainTypeString = 'member';

CREATE INDEX peernet_member_by_email ON OrleansStorage(lower(Record -> 'profile' -> 'contact' ->> 'email'))
WHERE GrainTypeString = 'member';

-- The accounts elsewhere with which people sign in, of which only a digest is known.
CREATE VIEW peernet_account(account, member) AS
SELECT Record -> 'account' ->> 'digest', Id FROM OrleansStorage WHERE GrainTypeString = 'sessions';

CREATE INDEX peernet_sessions_by_account ON OrleansStorage(Record -> 'account' ->> 'digest')
WHERE GrainTypeString = 'sessions';

-- 3. What queries need from arrays within rows, and the change log. Triggers keep both in the transaction of the write;
-- each runs only when its part of a row has changed.

-- Messages that wait in rows. One without a time counts as the oldest; it must not wait for ever.
CREATE TABLE peernet_message(
  kind TEXT NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL, to_area TEXT NOT NULL,
  addressee TEXT NOT NULL, message_kind TEXT NOT NULL, since TEXT NOT NULL, not_before TEXT, parked TEXT, PRIMARY KEY(kind, id, place)) WITHOUT ROWID;

CREATE INDEX peernet_message_by_age ON peernet_message(to_area, since, id, place) WHERE parked IS NULL;

CREATE VIEW peernet_message_in_row(row_id, kind, id, place, to_area, addressee, message_kind, since, not_before, parked) AS
SELECT OrleansStorage.rowid, GrainTypeString, OrleansStorage.Id, message.key,
       substr(message.value ->> 'to', 1, instr(message.value ->> 'to', '/') - 1),
       coalesce(message.value ->> 'to', ''), coalesce(message.value -> 'message' ->> 'kind', ''),
       coalesce(message.value ->> 'since', '0001-01-01T00:00:00+00:00'),
       message.value ->> 'notBefore', message.value ->> 'parked'
FROM OrleansStorage, json_each(Doc, '$.outbox') message;

CREATE TRIGGER peernet_messages_added AFTER INSERT ON OrleansStorage
WHEN NEW.Doc -> 'outbox' -> 0 IS NOT NULL BEGIN
  INSERT INTO peernet_message
  SELECT kind, id, place, to_area, addressee, message_kind, since, not_before, parked FROM peernet_message_in_row WHERE row_id = NEW.rowid;
END;

CREATE TRIGGER peernet_messages_changed AFTER UPDATE ON OrleansStorage
WHEN NEW.Doc -> 'outbox' IS NOT OLD.Doc -> 'outbox' BEGIN
  DELETE FROM peernet_message WHERE kind = OLD.GrainTypeString AND id = OLD.Id;
  INSERT INTO peernet_message
  SELECT kind, id, place, to_area, addressee, message_kind, since, not_before, parked FROM peernet_message_in_row WHERE row_id = NEW.rowid;
END;

-- Who is named in which meeting. Entries are only ever added (decision 0007), so an update looks at the new ones. Not
-- INSERT OR IGNORE: in a trigger, the conflict clause of the outer statement overrides it in some versions of SQLite.
CREATE TABLE peernet_meeting_person(
  person TEXT NOT NULL, meeting TEXT NOT NULL, PRIMARY KEY(person, meeting)) WITHOUT ROWID;

CREATE VIEW peernet_person_in_row(row_id, meeting, entry, person) AS
SELECT OrleansStorage.rowid, OrleansStorage.Id, entry.key, person.value
FROM OrleansStorage, json_each(Doc, '$.record.entries') entry, json_each(Doc, entry.fullkey || '.roster') person
UNION ALL
SELECT OrleansStorage.rowid, OrleansStorage.Id, entry.key, mark.value ->> 'memberId'
FROM OrleansStorage, json_each(Doc, '$.record.entries') entry, json_each(Doc, entry.fullkey || '.marks') mark;

CREATE TRIGGER peernet_people_added AFTER INSERT ON OrleansStorage
WHEN NEW.GrainTypeString = 'meeting' AND NEW.Doc -> 'record' -> 'entries' -> 0 IS NOT NULL BEGIN
  INSERT INTO peernet_meeting_person(person, meeting)
  SELECT person, meeting FROM peernet_person_in_row WHERE row_id = NEW.rowid ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER peernet_people_changed AFTER UPDATE ON OrleansStorage
WHEN NEW.GrainTypeString = 'meeting'
  AND json_array_length(NEW.Doc, '$.record.entries') > coalesce(json_array_length(OLD.Doc, '$.record.entries'), 0) BEGIN
  INSERT INTO peernet_meeting_person(person, meeting)
  SELECT person, meeting FROM peernet_person_in_row
  WHERE row_id = NEW.rowid AND entry >= coalesce(json_array_length(OLD.Doc, '$.record.entries'), 0) ON CONFLICT DO NOTHING;
END;

-- Which groups hold which gathering.
CREATE TABLE peernet_gathering_group(
  held_by TEXT NOT NULL, gathering TEXT NOT NULL, PRIMARY KEY(held_by, gathering)) WITHOUT ROWID;

CREATE VIEW peernet_group_in_row(row_id, held_by, gathering) AS
SELECT OrleansStorage.rowid, held_by.value, OrleansStorage.Id
FROM OrleansStorage, json_each(Doc, '$.record.plan.groups') held_by;

CREATE TRIGGER peernet_groups_added AFTER INSERT ON OrleansStorage WHEN NEW.GrainTypeString = 'gathering' BEGIN
  INSERT INTO peernet_gathering_group(held_by, gathering)
  SELECT held_by, gathering FROM peernet_group_in_row WHERE row_id = NEW.rowid ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER peernet_groups_changed AFTER UPDATE ON OrleansStorage
WHEN NEW.GrainTypeString = 'gathering'
  AND NEW.Record -> 'plan' -> 'groups' IS NOT OLD.Record -> 'plan' -> 'groups' BEGIN
  DELETE FROM peernet_gathering_group
  WHERE (held_by, gathering) IN (
    SELECT held_by.value, OLD.Id FROM json_each(OLD.Doc, '$.record.plan.groups') held_by);
  INSERT INTO peernet_gathering_group(held_by, gathering)
  SELECT held_by, gathering FROM peernet_group_in_row WHERE row_id = NEW.rowid ON CONFLICT DO NOTHING;
END;

-- What is derived from a row goes with it.
CREATE TRIGGER peernet_row_cleared BEFORE UPDATE ON OrleansStorage
WHEN NEW.PayloadBinary IS NULL AND OLD.PayloadBinary IS NOT NULL BEGIN
  DELETE FROM peernet_message WHERE kind = OLD.GrainTypeString AND id = OLD.Id;
  DELETE FROM peernet_meeting_person
  WHERE (person, meeting) IN (SELECT person, meeting FROM peernet_person_in_row WHERE row_id = OLD.rowid);
END;

CREATE TRIGGER peernet_row_deleted BEFORE DELETE ON OrleansStorage BEGIN
  DELETE FROM peernet_message WHERE kind = OLD.GrainTypeString AND id = OLD.Id;
  DELETE FROM peernet_meeting_person
  WHERE (person, meeting) IN (SELECT person, meeting FROM peernet_person_in_row WHERE row_id = OLD.rowid);
  DELETE FROM peernet_gathering_group
  WHERE (held_by, gathering) IN (SELECT held_by, gathering FROM peernet_group_in_row WHERE row_id = OLD.rowid);
END;

-- Each changed thing once, at its newest change. SQLite has one writer at a time, so a later change always has a higher
-- number; a reader continues from the highest it has seen.
CREATE TABLE peernet_change(
  change INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, id TEXT NOT NULL, UNIQUE(kind, id));

CREATE INDEX peernet_change_by_kind ON peernet_change(kind, change);

-- What counts as a change, kind by kind. Of a group it is what the public sees: a number that moved whenever somebody
-- joined or left would tell neighbours that. Of everything else it is its card; what was never shared with other areas
-- has none, and is not listed.
CREATE TRIGGER peernet_change_added AFTER INSERT ON OrleansStorage
WHEN NEW.GrainTypeString = 'group' OR (
  NEW.GrainTypeString IN ('support-offer', 'practice', 'barrier', 'sentences', 'next-step')
  AND NEW.Doc ->> 'face' IS NOT NULL) BEGIN
  INSERT INTO peernet_change(kind, id) VALUES (NEW.GrainTypeString, NEW.Id);
END;

CREATE TRIGGER peernet_change_made AFTER UPDATE ON OrleansStorage
WHEN NEW.GrainTypeString IN ('group', 'support-offer', 'practice', 'barrier', 'sentences', 'next-step')
  AND NEW.Doc ->> 'face' IS NOT OLD.Doc ->> 'face' BEGIN
  DELETE FROM peernet_change WHERE kind = OLD.GrainTypeString AND id = OLD.Id;
  INSERT INTO peernet_change(kind, id) VALUES (NEW.GrainTypeString, NEW.Id);
END;

-- What is to be counted again: one line for each write of a group, of one of its meetings or offers, of an offer
-- without a group, or of a seat. Whoever counts deletes them before it reads the records, so no write is missed.
CREATE TABLE peernet_uncounted(scope TEXT NOT NULL);

CREATE TRIGGER peernet_uncounted_added AFTER INSERT ON OrleansStorage
WHEN NEW.GrainTypeString IN ('group', 'meeting', 'support-offer', 'seat') BEGIN
  INSERT INTO peernet_uncounted(scope)
  SELECT found FROM (
    SELECT CASE NEW.GrainTypeString WHEN 'group' THEN NEW.Id WHEN 'meeting' THEN NEW.Record ->> 'groupId'
      WHEN 'seat' THEN 'seat/' || NEW.Id
      ELSE coalesce(NEW.Record ->> 'group', 'support-offer/' || NEW.Id) END AS found)
  WHERE found IS NOT NULL;
END;

CREATE TRIGGER peernet_uncounted_changed AFTER UPDATE ON OrleansStorage
WHEN NEW.GrainTypeString IN ('group', 'meeting', 'support-offer', 'seat') BEGIN
  INSERT INTO peernet_uncounted(scope)
  SELECT found FROM (
    SELECT CASE NEW.GrainTypeString WHEN 'group' THEN NEW.Id
      WHEN 'meeting' THEN coalesce(NEW.Record ->> 'groupId', OLD.Record ->> 'groupId')
      WHEN 'seat' THEN 'seat/' || NEW.Id
      ELSE coalesce(NEW.Record ->> 'group', OLD.Record ->> 'group', 'support-offer/' || NEW.Id) END AS found)
  WHERE found IS NOT NULL;
END;

CREATE TRIGGER peernet_uncounted_deleted BEFORE DELETE ON OrleansStorage
WHEN OLD.GrainTypeString IN ('group', 'meeting', 'support-offer', 'seat') BEGIN
  INSERT INTO peernet_uncounted(scope)
  SELECT found FROM (
    SELECT CASE OLD.GrainTypeString WHEN 'group' THEN OLD.Id WHEN 'meeting' THEN OLD.Record ->> 'groupId'
      WHEN 'seat' THEN 'seat/' || OLD.Id
      ELSE coalesce(OLD.Record ->> 'group', 'support-offer/' || OLD.Id) END AS found)
  WHERE found IS NOT NULL;
END;

-- 4. What is kept beside the rows.
-- The name of the change log. A database restored from a backup uses numbers again that it had used before, so it needs
-- a new name (see the runbook); neighbours then read from the beginning.
CREATE TABLE peernet_feed(id TEXT NOT NULL);
INSERT INTO peernet_feed(id) VALUES (lower(hex(randomblob(16))));

-- The ledger: everything that leaves the area is entered once, before it leaves. Sending it again adds nothing.
CREATE TABLE peernet_ledger(
  id INTEGER PRIMARY KEY AUTOINCREMENT, entry TEXT NOT NULL UNIQUE, to_area TEXT NOT NULL,
  kind TEXT NOT NULL, subject TEXT NOT NULL, change INTEGER, left_at TEXT NOT NULL, acknowledged_at TEXT, refused TEXT);
CREATE INDEX peernet_ledger_open ON peernet_ledger(to_area, change) WHERE acknowledged_at IS NULL;

-- Figures by month and by week: of each group, under its ID and with its kind; of each seat, and each offer without a
-- group, with an empty kind; of each kind, under its name; and of the area, under 'area'. They are counted from the rows and can always
-- be counted again.
CREATE TABLE peernet_growth(
  scope TEXT NOT NULL, by_period TEXT NOT NULL, starts_on TEXT NOT NULL, kind TEXT,
  figures TEXT NOT NULL, PRIMARY KEY(scope, by_period, starts_on)) WITHOUT ROWID;

-- The day up to which figures are counted. Its one row is also the lock of whoever counts.
CREATE TABLE peernet_growth_day(only_one integer PRIMARY KEY CHECK (only_one = 1), counted_on TEXT NOT NULL);
INSERT INTO peernet_growth_day(only_one, counted_on) VALUES (1, '0001-01-01');

-- What the coordinators' overview shows of each group: facts are NULL once there is no such group. It is kept in step by
-- whoever counts figures, one at a time, so that a later change always has a higher number and none is missed.
CREATE TABLE peernet_overview(
  group_id TEXT PRIMARY KEY, change INTEGER NOT NULL UNIQUE, facts TEXT) WITHOUT ROWID;

-- The area these records belong to: a silo of another area that is given this database by mistake does not start.
CREATE TABLE peernet_area(only_one INTEGER PRIMARY KEY CHECK (only_one = 1), area TEXT NOT NULL);

-- 5. Reminders. There are few, so that no index is needed.
CREATE TABLE OrleansReminders(
  ServiceId TEXT NOT NULL, GrainId TEXT NOT NULL, ReminderName TEXT NOT NULL, StartTime TEXT NOT NULL,
  Period INTEGER NOT NULL, GrainHash INTEGER NOT NULL, Version INTEGER NOT NULL,
  PRIMARY KEY(ServiceId, GrainId, ReminderName)) WITHOUT ROWID;

INSERT INTO OrleansQuery(QueryKey, QueryText) VALUES
('UpsertReminderRowKey',
 'INSERT INTO OrleansReminders(ServiceId, GrainId, ReminderName, StartTime, Period, GrainHash, Version)
  VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 1)
  ON CONFLICT(ServiceId, GrainId, ReminderName) DO UPDATE
    SET StartTime = excluded.StartTime, Period = excluded.Period, GrainHash = excluded.GrainHash, Version = Version + 1
  RETURNING Version'),

('ReadReminderRowKey',
 'SELECT GrainId, ReminderName, StartTime, Period, Version FROM OrleansReminders
  WHERE ServiceId = @ServiceId AND GrainId = @GrainId AND ReminderName = @ReminderName'),

('ReadReminderRowsKey',
 'SELECT GrainId, ReminderName, StartTime, Period, Version FROM OrleansReminders
  WHERE ServiceId = @ServiceId AND GrainId = @GrainId'),

-- A silo looks after a range on the ring of hashes; the second query is for the range across its beginning.
('ReadRangeRows1Key',
 'SELECT GrainId, ReminderName, StartTime, Period, Version FROM OrleansReminders
  WHERE ServiceId = @ServiceId AND GrainHash > @BeginHash AND GrainHash <= @EndHash'),

('ReadRangeRows2Key',
 'SELECT GrainId, ReminderName, StartTime, Period, Version FROM OrleansReminders
  WHERE ServiceId = @ServiceId AND (GrainHash > @BeginHash OR GrainHash <= @EndHash)'),

('DeleteReminderRowKey',
 'DELETE FROM OrleansReminders
  WHERE ServiceId = @ServiceId AND GrainId = @GrainId AND ReminderName = @ReminderName AND Version = @Version;
  SELECT changes()'),

('DeleteReminderRowsKey', 'DELETE FROM OrleansReminders WHERE ServiceId = @ServiceId');
