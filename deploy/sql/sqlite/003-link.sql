-- What may leave the area: the change feed of its cards, the letters in its records, and the ledger of both. Same names
-- and columns as on PostgreSQL.

-- The feed's name. A database restored from a backup counts again what it had counted before, so it needs a new one
-- (runbook), and neighbours then read from the beginning.
CREATE TABLE peernet_feed(id TEXT NOT NULL);
INSERT INTO peernet_feed(id) VALUES (lower(hex(randomblob(16))));

-- Each group once, at its newest change. SQLite has one writer at a time, so a later change has a higher number, always.
CREATE TABLE peernet_card_change(change INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE);
INSERT INTO peernet_card_change(id)
SELECT substr(GrainIdExtensionString, -36) FROM OrleansStorage WHERE GrainTypeString = 'group' ORDER BY 1;

CREATE TRIGGER peernet_card_made AFTER INSERT ON OrleansStorage WHEN NEW.GrainTypeString = 'group' BEGIN
  INSERT INTO peernet_card_change(id) VALUES (substr(NEW.GrainIdExtensionString, -36));
END;

-- Only what the card shows counts: who joins or leaves must not be told by a number that moves.
CREATE TRIGGER peernet_card_changed AFTER UPDATE ON OrleansStorage WHEN NEW.GrainTypeString = 'group'
  AND json_extract(CAST(NEW.PayloadBinary AS TEXT), '$.edition', '$.announced')
   IS NOT json_extract(CAST(OLD.PayloadBinary AS TEXT), '$.edition', '$.announced') BEGIN
  DELETE FROM peernet_card_change WHERE id = substr(NEW.GrainIdExtensionString, -36);
  INSERT INTO peernet_card_change(id) VALUES (substr(NEW.GrainIdExtensionString, -36));
END;

CREATE VIEW peernet_card(id, change, payload) AS
SELECT changed.id, changed.change, found.payload
FROM peernet_card_change changed LEFT JOIN peernet_group found ON found.id = changed.id;

CREATE VIEW peernet_letter(kind, grain_key, place, to_area, since, parked, letter) AS
SELECT GrainTypeString, GrainIdExtensionString, posted.key, json_extract(posted.value, '$.letter.to'),
       json_extract(posted.value, '$.since'), json_extract(posted.value, '$.parked'), json_extract(posted.value, '$.letter')
FROM OrleansStorage, json_each(Doc, '$.letters') posted WHERE json_type(Doc, '$.letters[0]') IS NOT NULL;

CREATE INDEX peernet_letter_waiting ON OrleansStorage(GrainTypeString) WHERE json_type(Doc, '$.letters[0]') IS NOT NULL;

CREATE VIEW peernet_seat(id, member_id, payload) AS
SELECT substr(GrainIdExtensionString, -36), json_extract(Doc, '$.member'), PayloadBinary
FROM OrleansStorage WHERE GrainTypeString = 'seat' AND PayloadBinary IS NOT NULL;

CREATE INDEX peernet_seat_by_member ON OrleansStorage(json_extract(Doc, '$.member'))
WHERE GrainTypeString = 'seat' AND PayloadBinary IS NOT NULL;

CREATE VIEW peernet_meeting_people(id, held_on, people, payload) AS
SELECT substr(GrainIdExtensionString, -36), json_extract(Doc, '$.heldOn'), json_extract(Doc, '$.entries'), PayloadBinary
FROM OrleansStorage WHERE GrainTypeString = 'meeting' AND PayloadBinary IS NOT NULL;

-- What is entered is entered before it leaves, once; sending again adds nothing.
CREATE TABLE peernet_ledger(
  id INTEGER PRIMARY KEY AUTOINCREMENT, entry TEXT NOT NULL UNIQUE, to_area TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
  change INTEGER, left_at TEXT NOT NULL, acknowledged_at TEXT, refused TEXT);
CREATE INDEX peernet_ledger_open ON peernet_ledger(to_area, change) WHERE acknowledged_at IS NULL;

-- Whose records these are: a silo of another area that is given this database by mistake does not start.
CREATE TABLE peernet_area(only_one integer PRIMARY KEY CHECK (only_one = 1), area TEXT NOT NULL);
INSERT INTO peernet_area(only_one, area) SELECT 1, substr(GrainIdExtensionString, 1, instr(GrainIdExtensionString, '/') - 1) FROM OrleansStorage WHERE GrainTypeString IN ('group', 'member', 'meeting') LIMIT 1;
