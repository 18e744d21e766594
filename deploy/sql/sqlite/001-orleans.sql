-- Grain storage for Orleans on SQLite. Every query is one statement: a BEGIN in query text that meets a busy database
-- leaves the pooled connection inside a transaction, and every later write on it fails.
CREATE TABLE OrleansQuery(QueryKey TEXT PRIMARY KEY, QueryText TEXT NOT NULL) WITHOUT ROWID;

-- A cleared row stays, without payload: its version goes on, so that a writer who still holds the old one is refused.
CREATE TABLE OrleansStorage(
  ServiceId TEXT NOT NULL, GrainTypeString TEXT NOT NULL,
  GrainIdN0 INTEGER NOT NULL, GrainIdN1 INTEGER NOT NULL, GrainIdExtensionString TEXT NOT NULL DEFAULT '',
  PayloadBinary BLOB, ModifiedOn TEXT NOT NULL, Version INTEGER NOT NULL,
  PRIMARY KEY(ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString));

INSERT INTO OrleansQuery(QueryKey, QueryText) VALUES
('ReadFromStorageKey',
 'SELECT PayloadBinary, Version FROM OrleansStorage
  WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
    AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND GrainIdExtensionString = ifnull(@GrainIdExtensionString, '''')'),

-- A first write carries no version and only inserts; a later one must find the version it read. No row comes back
-- when neither happened, and Orleans takes that for a conflict.
('WriteToStorageKey',
 'INSERT INTO OrleansStorage(ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString, PayloadBinary, ModifiedOn, Version)
  SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, ifnull(@GrainIdExtensionString, ''''), @PayloadBinary,
         strftime(''%Y-%m-%dT%H:%M:%fZ'', ''now''), 1
  WHERE @GrainStateVersion IS NULL OR EXISTS(
    SELECT 1 FROM OrleansStorage WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
      AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND GrainIdExtensionString = ifnull(@GrainIdExtensionString, ''''))
  ON CONFLICT(ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString) DO UPDATE
    SET PayloadBinary = excluded.PayloadBinary, ModifiedOn = excluded.ModifiedOn, Version = OrleansStorage.Version + 1
    WHERE OrleansStorage.Version = @GrainStateVersion
  RETURNING Version AS NewGrainStateVersion'),

('ClearStorageKey',
 'UPDATE OrleansStorage SET PayloadBinary = NULL, ModifiedOn = strftime(''%Y-%m-%dT%H:%M:%fZ'', ''now''), Version = Version + 1
  WHERE ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
    AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1 AND GrainIdExtensionString = ifnull(@GrainIdExtensionString, '''')
    AND Version = @GrainStateVersion
  RETURNING Version AS NewGrainStateVersion');
