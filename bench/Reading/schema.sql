-- An area's people, groups and meetings in normal form, for both engines; SQLite takes these types for what it is given.
-- A meeting that is planned has a row too, which spares plain SQL the rules of series.
CREATE TABLE member(id uuid PRIMARY KEY, name text NOT NULL, name_to_groups boolean NOT NULL);

CREATE TABLE peer_group(
  id uuid PRIMARY KEY, name text NOT NULL, capacity integer NOT NULL, founded_on date NOT NULL, last_confirmed date NOT NULL,
  place text, online_link text);

CREATE TABLE membership(
  group_id uuid NOT NULL, member_id uuid NOT NULL, part integer NOT NULL, since timestamptz NOT NULL, joined_on date NOT NULL,
  PRIMARY KEY(group_id, member_id));

CREATE INDEX membership_of_member ON membership(member_id);

CREATE INDEX membership_by_day ON membership(joined_on);

-- The state is that of MeetingState; ends_at is on the same day. How many came is counted when a meeting is logged, so
-- that no question here reads who they were.
CREATE TABLE meeting(
  id uuid PRIMARY KEY, group_id uuid NOT NULL, held_on date NOT NULL, starts_at time NOT NULL, ends_at time NOT NULL,
  minutes integer NOT NULL, state integer NOT NULL, present integer NOT NULL, newcomers integer NOT NULL);

CREATE INDEX meeting_of_group ON meeting(group_id, state, held_on, starts_at);
CREATE INDEX meeting_by_day ON meeting(held_on, state, group_id, present, newcomers);
