-- The same facts in tables, as one would do it without PeerNet. The tables that are written under load have no foreign
-- keys: those would only slow the baseline down, and it checks what they would check.
CREATE TABLE member(id uuid PRIMARY KEY, name text NOT NULL, name_to_groups boolean NOT NULL);

CREATE TABLE peer_group(
  id uuid PRIMARY KEY, name text NOT NULL, about text, first_time text, whom text[] NOT NULL, topics text[] NOT NULL, languages text[] NOT NULL,
  needs integer[] NOT NULL, format integer NOT NULL, place jsonb, online_link text, schedule jsonb, joining integer NOT NULL, capacity integer,
  welcomes_newcomers boolean NOT NULL, last_confirmed date NOT NULL, version integer NOT NULL,
  next_meeting_id uuid, next_meeting_at timestamptz, next_meeting_minutes integer);

CREATE TABLE membership(
  group_id uuid NOT NULL, member_id uuid NOT NULL, place integer NOT NULL, part integer NOT NULL, since timestamptz NOT NULL,
  PRIMARY KEY(group_id, member_id));

CREATE TABLE meeting(
  id uuid PRIMARY KEY, group_id uuid NOT NULL, held_on date NOT NULL, starts_at time NOT NULL,
  newcomers integer NOT NULL, visitors integer NOT NULL, carers integer NOT NULL, children integer NOT NULL,
  notes text, request bytea NOT NULL, version integer NOT NULL);

CREATE INDEX meeting_by_day ON meeting(group_id, held_on);

CREATE TABLE attendance(
  meeting_id uuid NOT NULL, member_id uuid NOT NULL, place integer NOT NULL, mark integer NOT NULL, visitor boolean NOT NULL,
  PRIMARY KEY(meeting_id, member_id));

CREATE TABLE audit(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, meeting_id uuid NOT NULL, by uuid NOT NULL, at timestamptz NOT NULL, what jsonb NOT NULL);

CREATE INDEX audit_of_meeting ON audit(meeting_id);
