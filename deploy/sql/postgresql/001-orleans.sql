-- Grain storage and clustering for Orleans on PostgreSQL. Every query is one statement and every row has a real key:
-- without one, racing first writes leave two rows for one grain, which can then never be read again.
CREATE TABLE orleansquery(querykey text PRIMARY KEY, querytext text NOT NULL);

-- A cleared row stays, without payload: its version goes on, so that a writer who still holds the old one is refused.
-- The room left in each page lets an update stay beside its row.
CREATE TABLE orleansstorage(
  serviceid text NOT NULL, graintypestring text NOT NULL,
  grainidn0 bigint NOT NULL, grainidn1 bigint NOT NULL, grainidextensionstring text NOT NULL DEFAULT '',
  payloadbinary bytea, modifiedon timestamptz NOT NULL DEFAULT now(), version integer NOT NULL,
  PRIMARY KEY(serviceid, graintypestring, grainidn0, grainidn1, grainidextensionstring)) WITH (fillfactor = 80);

INSERT INTO orleansquery(querykey, querytext) VALUES
('ReadFromStorageKey', $q$
  SELECT payloadbinary AS "PayloadBinary", version AS "Version" FROM orleansstorage
  WHERE serviceid = @ServiceId AND graintypestring = @GrainTypeString
    AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1 AND grainidextensionstring = coalesce(@GrainIdExtensionString, '')$q$),

-- A first write carries no version and only inserts; a later one must find the version it read. No row comes back
-- when neither happened, and Orleans takes that for a conflict.
('WriteToStorageKey', $q$
  INSERT INTO orleansstorage AS stored (serviceid, graintypestring, grainidn0, grainidn1, grainidextensionstring, payloadbinary, version)
  SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, coalesce(@GrainIdExtensionString, ''), @PayloadBinary, 1
  WHERE @GrainStateVersion IS NULL OR EXISTS(
    SELECT 1 FROM orleansstorage WHERE serviceid = @ServiceId AND graintypestring = @GrainTypeString
      AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1 AND grainidextensionstring = coalesce(@GrainIdExtensionString, ''))
  ON CONFLICT (serviceid, graintypestring, grainidn0, grainidn1, grainidextensionstring) DO UPDATE
    SET payloadbinary = excluded.payloadbinary, modifiedon = now(), version = stored.version + 1
    WHERE stored.version = @GrainStateVersion
  RETURNING stored.version AS "NewGrainStateVersion"$q$),

('ClearStorageKey', $q$
  UPDATE orleansstorage SET payloadbinary = NULL, modifiedon = now(), version = version + 1
  WHERE serviceid = @ServiceId AND graintypestring = @GrainTypeString
    AND grainidn0 = @GrainIdN0 AND grainidn1 = @GrainIdN1 AND grainidextensionstring = coalesce(@GrainIdExtensionString, '')
    AND version = @GrainStateVersion
  RETURNING version AS "NewGrainStateVersion"$q$);
