using System.Text.Json;
using Microsoft.Data.Sqlite;
using Orleans.Runtime;
using Orleans.Storage;
using PeerNet.Contracts;
using PeerNet.Gateway.Problems;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>"Sending again is safe" is true of an outage only. A bug of ours is a 500, whoever wraps it.</summary>
public sealed class FaultTests
{
    [Fact]
    public void A_silo_or_database_that_is_down_is_an_outage()
    {
        foreach (var fault in (Exception[])
        [
            new TimeoutException(), new OrleansException("No silo"), new InconsistentStateException("Somebody wrote"),
            new OrleansException("Write", new TimeoutException()), new OrleansException("Write", new IOException()),
            new OrleansException("Write", new SqliteException("Busy", 5)), new SqliteException("Full", 13),
            new AggregateException(new TimeoutException()),
        ]) Assert.True(Faults.IsAreaUnreachable(fault), $"{fault}");
    }

    [Fact]
    public void A_bug_is_no_outage()
    {
        foreach (var fault in (Exception[])
        [
            new JsonException(), new OrleansException("Write", new JsonException()), new InvalidCastException(),
            new OrleansException("Write", new OrleansException("Row", new KeyNotFoundException())),
            new OrleansException("Write", new NotSupportedException()),
            new AggregateException(new ArgumentException("Key")),
            new InvalidOperationException(), Record.Exception(() => (object)default(string)!.Length)!,
            new StatementRefusedException(), new OrleansException("Write", new StatementRefusedException()),
            new SqliteException("near FORM: syntax error", 1), new SqliteException("CHECK constraint failed", 19),
        ]) Assert.False(Faults.IsAreaUnreachable(fault), $"{fault}");
    }
}
