using PeerNet.Contracts.Meetings;
using static PeerNet.Grains.Tests.Growth.Year;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>One evening of a story: held, if it was, up to six days before its Tuesday.</summary>
internal sealed record Told(
    int Week, MeetingState State, int[] Present, int Newcomers, int Visitors, int Earlier)
{
    public DateOnly On => State == MeetingState.Held ? Evening(Week).AddDays(-Earlier) : Evening(Week);

    public override string ToString() => $"{Week} {State} {string.Join('+', Present)} {Newcomers} {Visitors} {Earlier}";
}
