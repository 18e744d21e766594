using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Durability;
using PeerNet.Silo;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    [Fact]
    public async Task A_message_within_the_area_that_is_refused_for_the_last_time_is_named_to_operators()
    {
        await Empty();
        var sender = await ARefusedMessage();
        var warning = Assert.Single(
            Area.Logs.Warnings, line => line.Contains($"{sender}", StringComparison.Ordinal));
        Assert.EndsWith(": membershipChanged, group.not-found", warning, StringComparison.Ordinal);
        await Area.Grains.Sender(GrainKey.For<IGroupGrain>(AreaUnderTest.Home, sender)).Deliver();
        Assert.Single(Area.Logs.Warnings, line => line.Contains($"{sender}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parked_messages_are_measured_by_the_area_that_refused_them()
    {
        await Empty();
        await ARefusedMessage();
        long? parked = null;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Name == "peernet.outbox.parked") to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            if (value > 0 && tags.Contains(new("to", AreaUnderTest.Home.Value))) parked = value;
        });
        listener.Start();
        using var sweeper = new OutboxSweeper(
            Area.Rows, Area.Link, Area.Grains, TimeProvider.System, Area.Meters, NullLogger<OutboxSweeper>.Instance);
        await sweeper.StartAsync(Ended);
        await Until(() =>
        {
            listener.RecordObservableInstruments();
            return Task.FromResult(parked == 1);
        });
        await sweeper.StopAsync(Ended);
    }

    /// <summary>A record whose message to a group that does not exist has been refused for the last time.</summary>
    private async Task<Guid> ARefusedMessage()
    {
        var to = GrainKey.For<IGroupGrain>(AreaUnderTest.Home, Guid.CreateVersion7());
        var message = new MembershipChanged(new(Guid.CreateVersion7()), new(to.Id), Part.Member);
        var row = ACopy("group");
        await row.Write(new Note
        {
            Outbox = [new(to, Monday, message) { Attempts = 4, Refusals = Outbox.MaxRefusals - 1 }],
        });
        await Area.Grains.Sender(GrainKey.Parse(row.Key)).Deliver();
        return IdOf(row);
    }
}
