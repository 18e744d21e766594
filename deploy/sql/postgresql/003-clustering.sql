-- Membership of the area's silos. A change of a silo's row and the step of the table's version are one statement:
-- both happen or neither. The version row serialises writers; who waited for it finds its version gone.
CREATE TABLE orleansmembershipversiontable(
  deploymentid text PRIMARY KEY, timestamp timestamptz NOT NULL DEFAULT now(), version integer NOT NULL DEFAULT 0);

CREATE TABLE orleansmembershiptable(
  deploymentid text NOT NULL, address text NOT NULL, port integer NOT NULL, generation integer NOT NULL,
  siloname text NOT NULL, hostname text NOT NULL, status integer NOT NULL, proxyport integer,
  suspecttimes text, starttime timestamptz NOT NULL, iamalivetime timestamptz NOT NULL,
  PRIMARY KEY(deploymentid, address, port, generation));

INSERT INTO orleansquery(querykey, querytext) VALUES
('InsertMembershipVersionKey', $q$
  WITH added AS (INSERT INTO orleansmembershipversiontable(deploymentid) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
  SELECT count(*)::int FROM added$q$),

('InsertMembershipKey', $q$
  WITH moved AS (
    UPDATE orleansmembershipversiontable SET version = version + 1, timestamp = now()
    WHERE deploymentid = @DeploymentId AND version = @Version AND NOT EXISTS(
      SELECT 1 FROM orleansmembershiptable
      WHERE deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation)
    RETURNING deploymentid),
  added AS (
    INSERT INTO orleansmembershiptable(deploymentid, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
    SELECT deploymentid, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM moved
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
    FROM moved WHERE m.deploymentid = moved.deploymentid AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
    RETURNING 1)
  SELECT count(*)::int FROM changed$q$),

('UpdateIAmAlivetimeKey', $q$
  UPDATE orleansmembershiptable SET iamalivetime = greatest(iamalivetime, @IAmAliveTime)
  WHERE deploymentid = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation$q$),

-- Without a silo the version still comes, alone: Orleans tells the two apart by the start time.
('MembershipReadRowKey', $q$
  SELECT v.version AS "Version", m.address AS "Address", m.port AS "Port", m.generation AS "Generation", m.siloname AS "SiloName",
         m.hostname AS "HostName", m.status AS "Status", m.proxyport AS "ProxyPort", m.suspecttimes AS "SuspectTimes",
         m.starttime AS "StartTime", m.iamalivetime AS "IAmAliveTime"
  FROM orleansmembershipversiontable v LEFT JOIN orleansmembershiptable m
    ON m.deploymentid = v.deploymentid AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
  WHERE v.deploymentid = @DeploymentId$q$),

('MembershipReadAllKey', $q$
  SELECT v.version AS "Version", m.address AS "Address", m.port AS "Port", m.generation AS "Generation", m.siloname AS "SiloName",
         m.hostname AS "HostName", m.status AS "Status", m.proxyport AS "ProxyPort", m.suspecttimes AS "SuspectTimes",
         m.starttime AS "StartTime", m.iamalivetime AS "IAmAliveTime"
  FROM orleansmembershipversiontable v LEFT JOIN orleansmembershiptable m ON m.deploymentid = v.deploymentid
  WHERE v.deploymentid = @DeploymentId$q$),

('GatewaysQueryKey', $q$
  SELECT address AS "Address", proxyport AS "ProxyPort", generation AS "Generation" FROM orleansmembershiptable
  WHERE deploymentid = @DeploymentId AND status = @Status AND proxyport > 0$q$),

('DeleteMembershipTableEntriesKey', $q$
  WITH gone AS (DELETE FROM orleansmembershiptable WHERE deploymentid = @DeploymentId RETURNING 1)
  DELETE FROM orleansmembershipversiontable WHERE deploymentid = @DeploymentId$q$),

-- Dead is 6. A silo that is only slow keeps its row.
('CleanupDefunctSiloEntriesKey', $q$
  DELETE FROM orleansmembershiptable
  WHERE deploymentid = @DeploymentId AND status = 6 AND iamalivetime < @IAmAliveTime AND starttime < @IAmAliveTime$q$);
