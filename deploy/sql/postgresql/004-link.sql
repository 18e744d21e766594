-- What may leave the area: the change feed of its cards, the letters in its records, and the ledger of both. Same names
-- and columns as on SQLite.

-- The feed's name. A database restored from a backup counts again what it had counted before, so it needs a new one
-- (runbook), and neighbours then read from the beginning.
CREATE TABLE peernet_feed(id text NOT NULL);
INSERT INTO peernet_feed(id) VALUES (replace(gen_random_uuid()::text, '-', ''));

-- Each group once, at its newest change.
CREATE TABLE peernet_card_change(id text COLLATE "C" PRIMARY KEY, change bigint GENERATED ALWAYS AS IDENTITY UNIQUE);
INSERT INTO peernet_card_change(id)
SELECT right(grainidextensionstring, 36) FROM orleansstorage WHERE graintypestring = 'group' ORDER BY 1;

-- The lock is held until the transaction is committed, so a number can be seen only when all lower ones can: a reader
-- that goes on from the last number it saw misses nothing. A sequence alone does not give that.
CREATE FUNCTION peernet_card_change() RETURNS trigger LANGUAGE plpgsql AS $f$
BEGIN
  PERFORM pg_advisory_xact_lock(7337639);
  DELETE FROM peernet_card_change WHERE id = right(NEW.grainidextensionstring, 36);
  INSERT INTO peernet_card_change(id) VALUES (right(NEW.grainidextensionstring, 36));
  RETURN NULL;
END $f$;

CREATE TRIGGER peernet_card_made AFTER INSERT ON orleansstorage FOR EACH ROW
WHEN (NEW.graintypestring = 'group') EXECUTE FUNCTION peernet_card_change();

-- Only what the card shows counts: who joins or leaves must not be told by a number that moves.
CREATE TRIGGER peernet_card_changed AFTER UPDATE ON orleansstorage FOR EACH ROW
WHEN (NEW.graintypestring = 'group' AND (
  NEW.doc->'edition' IS DISTINCT FROM OLD.doc->'edition' OR NEW.doc->'announced' IS DISTINCT FROM OLD.doc->'announced'))
EXECUTE FUNCTION peernet_card_change();

CREATE VIEW peernet_card(id, change, payload) AS
SELECT changed.id, changed.change, found.payload
FROM peernet_card_change changed LEFT JOIN peernet_group found ON found.id = changed.id;

CREATE VIEW peernet_letter(kind, grain_key, place, to_area, since, parked, letter) AS
SELECT graintypestring, grainidextensionstring COLLATE "C", posted.place - 1, posted.value #>> '{letter,to}',
       (posted.value->>'since') COLLATE "C", posted.value->>'parked', (posted.value->'letter')::text
FROM orleansstorage, jsonb_array_elements(doc->'letters') WITH ORDINALITY posted(value, place) WHERE doc @? '$.letters[0]';

CREATE INDEX peernet_letter_waiting ON orleansstorage(graintypestring) WHERE doc @? '$.letters[0]';

CREATE VIEW peernet_seat(id, member_id, payload) AS
SELECT right(grainidextensionstring, 36) COLLATE "C", doc->>'member', payloadbinary
FROM orleansstorage WHERE graintypestring = 'seat' AND payloadbinary IS NOT NULL;

CREATE INDEX peernet_seat_by_member ON orleansstorage((doc->>'member')) WHERE graintypestring = 'seat' AND payloadbinary IS NOT NULL;

CREATE VIEW peernet_meeting_people(id, held_on, people, payload) AS
SELECT right(grainidextensionstring, 36) COLLATE "C", (doc->>'heldOn') COLLATE "C", (doc->'entries')::text, payloadbinary
FROM orleansstorage WHERE graintypestring = 'meeting' AND payloadbinary IS NOT NULL;

-- What is entered is entered before it leaves, once; sending again adds nothing.
CREATE TABLE peernet_ledger(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, entry text NOT NULL UNIQUE, to_area text NOT NULL, kind text NOT NULL, subject text NOT NULL,
  change bigint, left_at text NOT NULL, acknowledged_at text, refused text);
CREATE INDEX peernet_ledger_open ON peernet_ledger(to_area, change) WHERE acknowledged_at IS NULL;

-- Whose records these are: a silo of another area that is given this database by mistake does not start.
CREATE TABLE peernet_area(only_one integer PRIMARY KEY CHECK (only_one = 1), area text NOT NULL);
INSERT INTO peernet_area(only_one, area) SELECT 1, split_part(grainidextensionstring, '/', 1) FROM orleansstorage WHERE graintypestring IN ('group', 'member', 'meeting') LIMIT 1;
