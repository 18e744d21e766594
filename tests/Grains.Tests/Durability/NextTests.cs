using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Durability;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Durability;

/// <summary>Transitions that follow one another are one, with all their messages.</summary>
public sealed class NextTests
{
    [Fact]
    public void Messages_of_steps_that_follow_one_another_are_sent_in_that_order()
    {
        var next = new Writer().Send(TheLeaving(1)).Then(writer => writer.Send(TheLeaving(2))).Send(TheLeaving(3));
        Assert.Equal([TheLeaving(1), TheLeaving(2), TheLeaving(3)], next.Messages);
    }

    [Fact]
    public void A_later_step_recalls_what_an_earlier_one_sent()
    {
        var next = new Writer().Send(TheLeaving(1), TheLeaving(2)).Then(writer => writer.Recall(Is(1)));
        Assert.Equal([TheLeaving(2)], next.Messages);
    }

    [Fact]
    public void What_any_step_recalls_is_no_longer_sent_even_from_a_record_within_another()
    {
        var row = new Row<Whole>().Stored(whole => whole.Send(TheLeaving(1), TheLeaving(2), TheLeaving(3)));
        var recall = new Writer().Recall(Is(1)).Then(writer => writer.Recall(Is(2)));
        var recalled = row.Stored(whole => recall.As(_ => whole));
        Assert.Equal([TheLeaving(3)], recalled.Outbox.Sent<Letter>());
    }

    [Fact]
    public void A_wiped_record_remains_wiped_after_further_steps_and_within_another_record()
    {
        var next = ((Next<Writer>)new Writer()).Wiped().Then(writer => writer.Send(TheLeaving()));
        Assert.True(next.IsWiped);
        Assert.True(next.As(_ => new Whole()).IsWiped);
    }

    [Fact]
    public void A_refusal_after_other_steps_sends_nothing()
    {
        var sent = new Writer().Send(TheLeaving());
        var next = sent.Then(_ => LinkRefusals.Misdirected).Send(TheLeaving(2));
        Assert.True(next.Refused(out var refusal, out _));
        Assert.Equal((LinkRefusals.Misdirected, 0), (refusal, next.Messages.Length));
    }

    private static Func<Message, bool> Is(int number) => message => message.Operation == TheLeaving(number).Operation;

    private sealed record Writer : ISends<Writer>;

    private sealed record Whole : ISends<Whole>;
}
