-- One area's PostgreSQL database. Sections 1 to 3 are particular to PostgreSQL; the queries above the view peernet_row
-- are in src/Silo/Storage and are the same as on SQLite.

-- 1. Rows. Orleans reads its SQL from this table. Every query is one statement, and the rows have a real key: without
-- one, two first writes at once leave two rows for one grain, which can then never be read again.
CREATE TABLE orleansquery(querykey text PRIMARY KEY, querytext text NOT NULL);

-- PostgreSQL does not take convert_from for immutable, although for UTF8 it is. JSON may contain U+0000 and jsonb may
-- not: only the document for queries loses it, the payload stays as it was written. PL/pgSQL because a session compiles
-- it once; an SQL function is planned again for each statement, which took longer than the conversion itself.
CREATE FUNCTION peernet_doc(payload bytea) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS
$f$ BEGIN RETURN replace(convert_from(payload, 'UTF8'), '\u0000', '\ufffd')::jsonb; END $f$;

-- A cleared row stays, without its payload: the version continues, so a writer holding the old version is refused.
-- The free space on each page lets an updated row stay on it. Keys compare byte by byte, as they do on SQLite.
CREATE TABLE orleansstorage(
  serviceid text NOT NULL, graintypestring text COLLATE "C" NOT NULL,
  grainidn0 bigint NOT NULL, grainidn1 bigint NOT NULL, grainidextensionstring text COLLATE "C" NOT NULL DEFAULT '',
  payloadbinary bytea, doc jsonb GENERATED ALWAYS AS (peernet_doc(payloadbinary)) STORED,
  modifiedon timestamptz NOT NULL DEFAULT now(), version integer NOT NULL,
  PRIMARY KEY(serviceid, graintypestring, grainidn0, grainidn1, grainidextensionstring)) WITH (fillfactor = 80);

-- lz4 compresses a row in about half the time of the default, pglz, but not every build of PostgreSQL includes it.
DO $d$ BEGIN
  IF EXISTS(SELECT 1 FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY(enumvals)) THEN
    EXECUTE 'ALTER TABLE orleansstorage ALTER payloadbinary SET COMPRESSION lz4, ALTER doc SET COMPRESSION lz4';
  END IF;
END $d$;

INSERT INTO orleansquery(querykey, querytext) VALUES
('ReadFromStorageKey', $q$
  SELECT payloadbinary AS "PayloadBinary", version AS "Version" FROM orleansstorage
  WHERE serviceid = @ServiceId AND graintypestring = @GrainTypeString
    AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
    AND grainidextensionstring = coalesce(@GrainIdExtensionString, '')$q$),

-- A first write has no version and only inserts; a later one updates the version it read. Orleans reports a conflict
-- when neither returns a row.
('WriteToStorageKey', $q$
  WITH changed AS (
    UPDATE orleansstorage SET payloadbinary = @PayloadBinary, modifiedon = now(), version = version + 1
    WHERE serviceid = @ServiceId AND graintypestring = @GrainTypeString
      AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
      AND grainidextensionstring = coalesce(@GrainIdExtensionString, '') AND version = @GrainStateVersion
    RETURNING version),
  added AS (
    INSERT INTO orleansstorage
      (serviceid, graintypestring, grainidn0, grainidn1, grainidextensionstring, payloadbinary, version)
    SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''),
           @PayloadBinary, 1
    WHERE @GrainStateVersion IS NULL
    ON CONFLICT DO NOTHING RETURNING version)
  SELECT version AS "NewGrainStateVersion" FROM changed UNION ALL SELECT version FROM added$q$),

('ClearStorageKey', $q$
  UPDATE orleansstorage SET payloadbinary = NULL, modifiedon = now(), version = version + 1
  WHERE serviceid = @ServiceId AND graintypestring = @GrainTypeString
    AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1
    AND grainidextensionstring = coalesce(@GrainIdExtensionString, '') AND version = @GrainStateVersion
  RETURNING version AS "NewGrainStateVersion"$q$);

-- 2. The rows as documents. A cleared row has none.
CREATE VIEW peernet_row(kind, id, grain_key, document, messages, payload) AS
SELECT graintypestring, right(grainidextensionstring, 36), grainidextensionstring, doc -> 'record', doc -> 'outbox',
       payloadbinary
FROM orleansstorage WHERE payloadbinary IS NOT NULL;

CREATE INDEX peernet_row_by_id ON orleansstorage(graintypestring, right(grainidextensionstring, 36));

CREATE INDEX peernet_meeting_by_day ON orleansstorage((doc -> 'record' ->> 'groupId'), (doc -> 'record' ->> 'heldOn'))
WHERE graintypestring = 'meeting';

CREATE INDEX peernet_meeting_by_original_day
ON orleansstorage((doc -> 'record' ->> 'groupId'), (doc -> 'record' ->> 'originalDay'))
WHERE graintypestring = 'meeting';

CREATE INDEX peernet_group_by_tag ON orleansstorage((doc -> 'record' ->> 'occurrenceTag'))
WHERE graintypestring = 'group';

CREATE INDEX peernet_seat_by_member ON orleansstorage((doc -> 'record' ->> 'member'))
WHERE graintypestring = 'seat';

CREATE INDEX peernet_offer_by_last_day ON orleansstorage((doc -> 'record' -> 'terms' ->> 'expiresOn'))
WHERE graintypestring = 'support-offer';

CREATE INDEX peernet_offer_by_group ON orleansstorage((doc -> 'record' ->> 'group'))
WHERE graintypestring = 'support-offer';

-- Take-ups that nobody has answered, of offers of this area and of others; the home of whoever is of another area.
CREATE VIEW peernet_take_up(grain_key, since, home) AS
SELECT grainidextensionstring, match.value ->> 'since', match.value -> 'route' ->> 'home'
FROM orleansstorage, jsonb_path_query(doc, '$.record.matches[*] ? (@.state == "takenUp")') match(value)
WHERE graintypestring = 'support-offer'
UNION ALL
SELECT grainidextensionstring, doc -> 'record' ->> 'since', NULL FROM orleansstorage
WHERE graintypestring = 'match-abroad' AND doc -> 'record' ->> 'state' = 'takenUp';

CREATE INDEX peernet_worry_by_state ON orleansstorage((doc -> 'record' ->> 'state'), (doc -> 'record' ->> 'since'))
WHERE graintypestring = 'worry';

CREATE INDEX peernet_worry_by_writer ON orleansstorage((doc -> 'record' ->> 'writer')) WHERE graintypestring = 'worry';

CREATE INDEX peernet_worry_by_person ON orleansstorage((doc -> 'record' ->> 'person')) WHERE graintypestring = 'worry';

CREATE INDEX peernet_gathering_by_state
ON orleansstorage((doc -> 'record' ->> 'state'), (doc -> 'record' -> 'plan' ->> 'heldOn'))
WHERE graintypestring = 'gathering';

CREATE INDEX peernet_barrier_by_state ON orleansstorage((doc -> 'record' ->> 'state'))
WHERE graintypestring = 'barrier';

CREATE INDEX peernet_barrier_by_gathering ON orleansstorage((doc -> 'record' -> 'raised' ->> 'gatheringId'))
WHERE graintypestring = 'barrier';

CREATE INDEX peernet_next_step_by_state
ON orleansstorage((doc -> 'record' ->> 'state'), (doc -> 'record' -> 'says' ->> 'dueOn'))
WHERE graintypestring = 'next-step';

CREATE INDEX peernet_next_step_by_gathering ON orleansstorage((doc -> 'record' -> 'says' ->> 'gatheringId'))
WHERE graintypestring = 'next-step';

CREATE INDEX peernet_practice_by_state ON orleansstorage((doc -> 'record' ->> 'state'))
WHERE graintypestring = 'practice';

-- A panel that is gone has no day.
CREATE INDEX peernet_panel_by_day ON orleansstorage(graintypestring, (doc -> 'record' -> 'says' ->> 'heldOn'))
WHERE graintypestring = 'panel';

-- The addresses with which people sign in: the one that each has shown to be theirs, or the one in their profile, which
-- others may have written, until there is such a one. Only ASCII letters are put into lower case, as on SQLite. With IS
-- NULL, the index of sign-in addresses would be read for everybody who has none.
CREATE VIEW peernet_address(address, member, is_proven) AS
SELECT (doc -> 'record' ->> 'signInAddress') COLLATE "C", right(grainidextensionstring, 36), 1
FROM orleansstorage WHERE graintypestring = 'member'
UNION ALL
SELECT lower((doc -> 'record' -> 'profile' -> 'contact' ->> 'email') COLLATE "C"), right(grainidextensionstring, 36), 0
FROM orleansstorage
WHERE graintypestring = 'member' AND coalesce(doc -> 'record' ->> 'signInAddress', '') = '';

CREATE INDEX peernet_member_by_sign_in ON orleansstorage(((doc -> 'record' ->> 'signInAddress') COLLATE "C"))
WHERE graintypestring = 'member';

CREATE INDEX peernet_member_by_email
ON orleansstorage(lower((doc -> 'record' -> 'profile' -> 'contact' ->> 'email') COLLATE "C"))
WHERE graintypestring = 'member';

-- The accounts elsewhere with which people sign in, of which only a digest is known.
CREATE VIEW peernet_account(account, member) AS
SELECT (doc -> 'record' -> 'account' ->> 'digest') COLLATE "C", right(grainidextensionstring, 36)
FROM orleansstorage WHERE graintypestring = 'sessions';

CREATE INDEX peernet_sessions_by_account ON orleansstorage(((doc -> 'record' -> 'account' ->> 'digest') COLLATE "C"))
WHERE graintypestring = 'sessions';

-- 3. What queries need from arrays within rows, and the change log. One trigger keeps both in the transaction of the write.
-- One trigger without a condition was measured to cost less than a trigger with a condition for each part (decision 12).

-- Messages that wait in rows. One without a time counts as the oldest; it must not wait for ever.
CREATE TABLE peernet_message(
  kind text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, place integer NOT NULL,
  to_area text COLLATE "C" NOT NULL, addressee text COLLATE "C" NOT NULL, message_kind text COLLATE "C" NOT NULL,
  since text COLLATE "C" NOT NULL, not_before text COLLATE "C", parked text,
  PRIMARY KEY(kind, id, place));

CREATE INDEX peernet_message_by_age ON peernet_message(to_area, since, id, place) WHERE parked IS NULL;

CREATE FUNCTION peernet_list_messages(in_kind text, in_id text, outbox jsonb) RETURNS void LANGUAGE plpgsql AS $f$
BEGIN
  DELETE FROM peernet_message WHERE kind = in_kind AND id = in_id;
  INSERT INTO peernet_message(kind, id, place, to_area, addressee, message_kind, since, not_before, parked)
  SELECT in_kind, in_id, message.place - 1, split_part(message.value ->> 'to', '/', 1),
         coalesce(message.value ->> 'to', ''), coalesce(message.value -> 'message' ->> 'kind', ''),
         coalesce(message.value ->> 'since', '0001-01-01T00:00:00+00:00'), message.value ->> 'notBefore',
         message.value ->> 'parked'
  FROM jsonb_array_elements(outbox) WITH ORDINALITY message(value, place);
END $f$;

-- Who is named in which meeting. A row for each person cost more than the meeting itself; but the same people meet
-- every week, so a set of people is stored once, under its digest, and meetings point to it. Entries are only ever
-- added (decision 0007), so an update looks at the new ones.
CREATE TABLE peernet_people(
  person text COLLATE "C" NOT NULL, people uuid NOT NULL, PRIMARY KEY(person, people));

CREATE TABLE peernet_meeting_people(
  meeting text COLLATE "C" NOT NULL, people uuid NOT NULL, PRIMARY KEY(people, meeting));

CREATE VIEW peernet_meeting_person(person, meeting) AS
SELECT person, meeting FROM peernet_people JOIN peernet_meeting_people USING (people);

CREATE FUNCTION peernet_list_people(in_meeting text, entries jsonb, known integer) RETURNS void LANGUAGE plpgsql AS $f$
DECLARE
  roster jsonb := entries #> '{0,roster}';
  named jsonb := '[]';
  digest uuid;
BEGIN
  FOR place IN known .. jsonb_array_length(entries) - 1 LOOP
    named := named || jsonb_path_query_array(entries -> place, '$.marks[*].memberId');
  END LOOP;
  IF roster @> named THEN named := '[]'; END IF;
  IF known = 0 THEN named := coalesce(roster, '[]') || named; END IF;
  IF named = '[]' THEN RETURN; END IF;
  digest := md5(named::text);
  IF NOT EXISTS(SELECT 1 FROM peernet_people WHERE person = named ->> 0 AND people = digest) THEN
    INSERT INTO peernet_people(person, people) SELECT jsonb_array_elements_text(named), digest ON CONFLICT DO NOTHING;
  END IF;
  INSERT INTO peernet_meeting_people(people, meeting) VALUES (digest, in_meeting) ON CONFLICT DO NOTHING;
END $f$;

-- Which groups hold which gathering.
CREATE TABLE peernet_gathering_group(
  held_by text COLLATE "C" NOT NULL, gathering text COLLATE "C" NOT NULL, PRIMARY KEY(held_by, gathering));

-- Each changed thing once, at its newest change. A reader continues from the highest number it has seen.
CREATE TABLE peernet_change(
  kind text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL,
  change bigint GENERATED ALWAYS AS IDENTITY, PRIMARY KEY(kind, id));

CREATE UNIQUE INDEX peernet_change_by_kind ON peernet_change(kind, change);

-- The lock is held until the transaction commits, so a number becomes visible only when all lower ones are, and a
-- reader misses nothing. A sequence alone does not guarantee that.
CREATE FUNCTION peernet_log_change(in_kind text, in_id text) RETURNS void LANGUAGE plpgsql AS $f$
BEGIN
  PERFORM pg_advisory_xact_lock(7337639);
  DELETE FROM peernet_change WHERE kind = in_kind AND id = in_id;
  INSERT INTO peernet_change(kind, id) VALUES (in_kind, in_id);
END $f$;

-- What is to be counted again: one line for each write of a group, of one of its meetings or offers, of an offer
-- without a group, or of a seat. It has no key, because looking for the same group would make writers of one group wait
-- for each other. Whoever counts deletes the lines that it can see before it reads the records, so no write is missed.
CREATE TABLE peernet_uncounted(scope text COLLATE "C" NOT NULL);

-- What counts as a change is decided here, kind by kind. Of a group it is what the public sees: a number that moved
-- whenever somebody joined or left would tell neighbours that. Of everything else it is its card; what was never shared
-- with other areas has none, and is not listed.
CREATE FUNCTION peernet_row_written() RETURNS trigger LANGUAGE plpgsql AS $f$
DECLARE
  row_id text := right(NEW.grainidextensionstring, 36);
  outbox jsonb := NEW.doc -> 'outbox';
  entries jsonb;
  known integer := 0;
BEGIN
  IF NEW.graintypestring IN ('group', 'meeting', 'support-offer', 'seat') THEN
    INSERT INTO peernet_uncounted(scope)
    SELECT about FROM (SELECT CASE NEW.graintypestring WHEN 'group' THEN row_id
      WHEN 'meeting' THEN coalesce(NEW.doc #>> '{record,groupId}', OLD.doc #>> '{record,groupId}')
      WHEN 'seat' THEN 'seat/' || row_id
      ELSE coalesce(NEW.doc #>> '{record,group}', OLD.doc #>> '{record,group}', 'support-offer/' || row_id)
      END) written(about)
    WHERE about IS NOT NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF outbox -> 0 IS NOT NULL THEN PERFORM peernet_list_messages(NEW.graintypestring, row_id, outbox); END IF;
  ELSIF outbox IS DISTINCT FROM OLD.doc -> 'outbox' THEN
    PERFORM peernet_list_messages(NEW.graintypestring, row_id, outbox);
  END IF;
  IF NEW.graintypestring = 'meeting' THEN
    entries := NEW.doc #> '{record,entries}';
    IF TG_OP = 'UPDATE' THEN known := coalesce(jsonb_array_length(OLD.doc #> '{record,entries}'), 0); END IF;
    IF jsonb_array_length(entries) > known THEN PERFORM peernet_list_people(row_id, entries, known); END IF;
    -- A cleared row has no payload.
    IF NEW.payloadbinary IS NULL THEN DELETE FROM peernet_meeting_people WHERE meeting = row_id; END IF;
  ELSIF NEW.graintypestring = 'group' THEN
    IF TG_OP = 'INSERT' THEN
      PERFORM peernet_log_change(NEW.graintypestring, row_id);
    ELSIF NEW.doc -> 'face' IS DISTINCT FROM OLD.doc -> 'face' THEN
      PERFORM peernet_log_change(NEW.graintypestring, row_id);
    END IF;
  ELSIF NEW.graintypestring = 'gathering' THEN
    IF NEW.doc #> '{record,plan,groups}' IS DISTINCT FROM OLD.doc #> '{record,plan,groups}' THEN
      DELETE FROM peernet_gathering_group WHERE gathering = row_id;
      INSERT INTO peernet_gathering_group(held_by, gathering)
      SELECT held_by #>> '{}', row_id FROM jsonb_path_query(NEW.doc, '$.record.plan.groups[*]') held_by
      ON CONFLICT DO NOTHING;
    END IF;
  ELSIF NEW.graintypestring IN ('support-offer', 'practice', 'barrier', 'sentences', 'next-step') THEN
    IF TG_OP = 'INSERT' THEN
      IF NEW.doc ->> 'face' IS NOT NULL THEN PERFORM peernet_log_change(NEW.graintypestring, row_id); END IF;
    ELSIF NEW.doc -> 'face' IS DISTINCT FROM OLD.doc -> 'face' THEN
      PERFORM peernet_log_change(NEW.graintypestring, row_id);
    END IF;
  END IF;
  RETURN NULL;
END $f$;

CREATE TRIGGER peernet_row_written AFTER INSERT OR UPDATE ON orleansstorage FOR EACH ROW
EXECUTE FUNCTION peernet_row_written();

-- What is derived from a row goes with it.
CREATE FUNCTION peernet_row_deleted() RETURNS trigger LANGUAGE plpgsql AS $f$
BEGIN
  DELETE FROM peernet_message WHERE kind = OLD.graintypestring AND id = right(OLD.grainidextensionstring, 36);
  DELETE FROM peernet_meeting_people
  WHERE OLD.graintypestring = 'meeting' AND meeting = right(OLD.grainidextensionstring, 36);
  DELETE FROM peernet_gathering_group
  WHERE OLD.graintypestring = 'gathering' AND gathering = right(OLD.grainidextensionstring, 36);
  INSERT INTO peernet_uncounted(scope)
  SELECT right(OLD.grainidextensionstring, 36) WHERE OLD.graintypestring = 'group'
  UNION ALL
  SELECT OLD.doc #>> '{record,groupId}'
  WHERE OLD.graintypestring = 'meeting' AND OLD.doc #>> '{record,groupId}' IS NOT NULL
  UNION ALL
  SELECT coalesce(OLD.doc #>> '{record,group}', 'support-offer/' || right(OLD.grainidextensionstring, 36))
  WHERE OLD.graintypestring = 'support-offer'
  UNION ALL
  SELECT 'seat/' || right(OLD.grainidextensionstring, 36) WHERE OLD.graintypestring = 'seat';
  RETURN NULL;
END $f$;

CREATE TRIGGER peernet_row_deleted AFTER DELETE ON orleansstorage FOR EACH ROW EXECUTE FUNCTION peernet_row_deleted();

-- 4. What is kept beside the rows.
-- The name of the change log. A database restored from a backup uses numbers again that it had used before, so it needs
-- a new name (see the runbook); neighbours then read from the beginning.
CREATE TABLE peernet_feed(id text NOT NULL);
INSERT INTO peernet_feed(id) VALUES (replace(gen_random_uuid()::text, '-', ''));

-- The ledger: everything that leaves the area is entered once, before it leaves. Sending it again adds nothing.
CREATE TABLE peernet_ledger(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, entry text NOT NULL UNIQUE, to_area text NOT NULL,
  kind text NOT NULL, subject text NOT NULL, change bigint, left_at text NOT NULL, acknowledged_at text, refused text);
CREATE INDEX peernet_ledger_open ON peernet_ledger(to_area, change) WHERE acknowledged_at IS NULL;

-- Figures by month and by week: of each group, under its ID and with its kind; of each seat, and each offer without a
-- group, with an empty kind; of each kind, under its name; and of the area, under 'area'. They are counted from the rows and can always
-- be counted again.
CREATE TABLE peernet_growth(
  scope text COLLATE "C" NOT NULL, by_period text COLLATE "C" NOT NULL, starts_on text COLLATE "C" NOT NULL, kind text COLLATE "C",
  figures text NOT NULL, PRIMARY KEY(scope, by_period, starts_on));

-- The day up to which figures are counted. Its one row is also the lock of whoever counts.
CREATE TABLE peernet_growth_day(only_one integer PRIMARY KEY CHECK (only_one = 1), counted_on text NOT NULL);
INSERT INTO peernet_growth_day(only_one, counted_on) VALUES (1, '0001-01-01');

-- What the coordinators' overview shows of each group: facts are NULL once there is no such group. It is kept in step by
-- whoever counts figures, one at a time, so that a later change always has a higher number and none is missed.
CREATE TABLE peernet_overview(
  group_id text COLLATE "C" PRIMARY KEY, change bigint NOT NULL UNIQUE, facts text);

-- The area these records belong to: a silo of another area that is given this database by mistake does not start.
CREATE TABLE peernet_area(only_one integer PRIMARY KEY CHECK (only_one = 1), area text NOT NULL);

-- 5. Membership of the area's silos. One statement changes a silo's row and the table's version together. The version
-- row serialises writers: whoever had to wait finds that the version it expected is gone.
CREATE TABLE orleansmembershipversiontable(
  deploymentid text PRIMARY KEY, timestamp timestamptz NOT NULL DEFAULT now(), version integer NOT NULL DEFAULT 0);

CREATE TABLE orleansmembershiptable(
  deploymentid text NOT NULL, address text NOT NULL, port integer NOT NULL, generation integer NOT NULL,
  siloname text NOT NULL, hostname text NOT NULL, status integer NOT NULL, proxyport integer,
  suspecttimes text, starttime timestamptz NOT NULL, iamalivetime timestamptz NOT NULL,
  PRIMARY KEY(deploymentid, address, port, generation));

INSERT INTO orleansquery(querykey, querytext) VALUES
('InsertMembershipVersionKey', $q$
  WITH added AS (
    INSERT INTO orleansmembershipversiontable(deploymentid) VALUES (@DeploymentId)
    ON CONFLICT DO NOTHING RETURNING 1)
  SELECT count(*)::int FROM added$q$),

('InsertMembershipKey', $q$
  WITH moved AS (
    UPDATE orleansmembershipversiontable SET version = version + 1, timestamp = now()
    WHERE deploymentid = @DeploymentId AND version = @Version AND NOT EXISTS(
      SELECT 1 FROM orleansmembershiptable
      WHERE deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING deploymentid),
  added AS (
    INSERT INTO orleansmembershiptable
      (deploymentid, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
    SELECT deploymentid, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort,
           @StartTime, @IAmAliveTime FROM moved
    RETURNING 1)
  SELECT count(*)::int FROM added$q$),

('UpdateMembershipKey', $q$
  WITH moved AS (
    UPDATE orleansmembershipversiontable SET version = version + 1, timestamp = now()
    WHERE deploymentid = @DeploymentId AND version = @Version AND EXISTS(
      SELECT 1 FROM orleansmembershiptable
      WHERE deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING deploymentid),
  changed AS (
    UPDATE orleansmembershiptable m
    SET status = @Status, suspecttimes = @SuspectTimes, iamalivetime = greatest(m.iamalivetime, @IAmAliveTime)
    FROM moved
    WHERE m.deploymentid = moved.deploymentid
      AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
    RETURNING 1)
  SELECT count(*)::int FROM changed$q$),

('UpdateIAmAlivetimeKey', $q$
  UPDATE orleansmembershiptable SET iamalivetime = greatest(iamalivetime, @IAmAliveTime)
  WHERE deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation$q$),

-- With no silo the version is still returned, alone: Orleans tells the two cases apart by the start time.
('MembershipReadRowKey', $q$
  SELECT v.version AS "Version", m.address AS "Address", m.port AS "Port", m.generation AS "Generation",
         m.siloname AS "SiloName", m.hostname AS "HostName", m.status AS "Status", m.proxyport AS "ProxyPort",
         m.suspecttimes AS "SuspectTimes", m.starttime AS "StartTime", m.iamalivetime AS "IAmAliveTime"
  FROM orleansmembershipversiontable v LEFT JOIN orleansmembershiptable m
    ON m.deploymentid = v.deploymentid AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
  WHERE v.deploymentid = @DeploymentId$q$),

('MembershipReadAllKey', $q$
  SELECT v.version AS "Version", m.address AS "Address", m.port AS "Port", m.generation AS "Generation",
         m.siloname AS "SiloName", m.hostname AS "HostName", m.status AS "Status", m.proxyport AS "ProxyPort",
         m.suspecttimes AS "SuspectTimes", m.starttime AS "StartTime", m.iamalivetime AS "IAmAliveTime"
  FROM orleansmembershipversiontable v LEFT JOIN orleansmembershiptable m ON m.deploymentid = v.deploymentid
  WHERE v.deploymentid = @DeploymentId$q$),

('GatewaysQueryKey', $q$
  SELECT address AS "Address", proxyport AS "ProxyPort", generation AS "Generation" FROM orleansmembershiptable
  WHERE deploymentid = @DeploymentId AND status = @Status AND proxyport > 0$q$),

('DeleteMembershipTableEntriesKey', $q$
  WITH gone AS (DELETE FROM orleansmembershiptable WHERE deploymentid = @DeploymentId RETURNING 1)
  DELETE FROM orleansmembershipversiontable WHERE deploymentid = @DeploymentId$q$),

-- 6 is Dead. A silo that is merely slow keeps its row.
('CleanupDefunctSiloEntriesKey', $q$
  DELETE FROM orleansmembershiptable
  WHERE deploymentid = @DeploymentId AND status = 6 AND iamalivetime < @IAmAliveTime AND starttime < @IAmAliveTime$q$);

-- 6. Reminders. There are few, so that no index is needed.
CREATE TABLE orleansreminders(
  serviceid text NOT NULL, grainid text NOT NULL, remindername text NOT NULL, starttime timestamptz NOT NULL,
  period bigint NOT NULL, grainhash integer NOT NULL, version integer NOT NULL,
  PRIMARY KEY(serviceid, grainid, remindername));

INSERT INTO orleansquery(querykey, querytext) VALUES
('UpsertReminderRowKey', $q$
  INSERT INTO orleansreminders(serviceid, grainid, remindername, starttime, period, grainhash, version)
  VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash, 1)
  ON CONFLICT(serviceid, grainid, remindername) DO UPDATE
    SET starttime = excluded.starttime, period = excluded.period, grainhash = excluded.grainhash,
        version = orleansreminders.version + 1
  RETURNING version AS "Version"$q$),

('ReadReminderRowKey', $q$
  SELECT grainid AS "GrainId", remindername AS "ReminderName", starttime AS "StartTime", period AS "Period",
         version AS "Version" FROM orleansreminders
  WHERE serviceid = @ServiceId AND grainid = @GrainId AND remindername = @ReminderName$q$),

('ReadReminderRowsKey', $q$
  SELECT grainid AS "GrainId", remindername AS "ReminderName", starttime AS "StartTime", period AS "Period",
         version AS "Version" FROM orleansreminders
  WHERE serviceid = @ServiceId AND grainid = @GrainId$q$),

-- A silo looks after a range on the ring of hashes; the second query is for the range across its beginning.
('ReadRangeRows1Key', $q$
  SELECT grainid AS "GrainId", remindername AS "ReminderName", starttime AS "StartTime", period AS "Period",
         version AS "Version" FROM orleansreminders
  WHERE serviceid = @ServiceId AND grainhash > @BeginHash AND grainhash <= @EndHash$q$),

('ReadRangeRows2Key', $q$
  SELECT grainid AS "GrainId", remindername AS "ReminderName", starttime AS "StartTime", period AS "Period",
         version AS "Version" FROM orleansreminders
  WHERE serviceid = @ServiceId AND (grainhash > @BeginHash OR grainhash <= @EndHash)$q$),

('DeleteReminderRowKey', $q$
  WITH gone AS (
    DELETE FROM orleansreminders
    WHERE serviceid = @ServiceId AND grainid = @GrainId AND remindername = @ReminderName AND version = @Version
    RETURNING 1)
  SELECT count(*)::int FROM gone$q$),

('DeleteReminderRowsKey', $q$DELETE FROM orleansreminders WHERE serviceid = @ServiceId$q$);
