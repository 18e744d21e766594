using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Calendar;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Link;

/// <summary>What groups of all areas let anybody read: the newest of each kind, and more of one.</summary>
internal sealed class WhatGroupsSayPages : IEndpoints
{
    /// <summary>The address of the first of them.</summary>
    public const string Url = "/what-groups-say";

    /// <summary>How many of each kind the first page has.</summary>
    public const int MaxOfEach = 20;

    /// <summary>How many the page of one kind has.</summary>
    public const int Max = 100;

    /// <summary>How many sentences the first page has, over all gatherings.</summary>
    public const int MaxLinesOfFirst = 60;

    /// <summary>How many sentences the page of sentences has.</summary>
    public const int MaxLines = 300;

    public static void Map(SiteMap site)
    {
        var says = site.Pages.MapGroup(Url).AllowAnonymous();
        says.AddEndpointFilter(NotIndexed);
        says.MapGet("", Show);
        says.MapGet("/practice", Practices);
        says.MapGet("/barriers", Barriers);
        says.MapGet("/sentences", Sentences);
        says.MapGet("/steps", Steps);
    }

    // What is taken back would otherwise stay in the copies of search engines.
    private static ValueTask<object?> NotIndexed(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex";
        return next(context);
    }

    private static async Task<RazorComponentResult> Show(
        Home home, KeptCards<PracticeCard> practices, KeptCards<BarrierCard> barriers,
        KeptCards<SentencesCard> sentences, KeptCards<NextStepCard> steps, TimeProvider clock)
    {
        var cards = home.PublicCards;
        var closed = await home.Border.GetClosed();
        var said = sentences.ListWith(await cards.ListSentences(MaxOfEach + 1), closed, MaxOfEach);
        return Of(clock, new()
        {
            Practices = practices.ListWith(await cards.ListPractices(MaxOfEach + 1), closed, MaxOfEach),
            Barriers = barriers.ListWith(await cards.ListBarriers(MaxOfEach + 1), closed, MaxOfEach),
            Sentences = SentenceLines.Within(said, ofEach: MaxOfEach, inAll: MaxLinesOfFirst),
            Steps = steps.ListWith(await cards.ListNextSteps(MaxOfEach + 1), closed, MaxOfEach),
            IsOfAll = true,
        });
    }

    private static async Task<RazorComponentResult> Practices(
        Home home, KeptCards<PracticeCard> elsewhere, TimeProvider clock)
    {
        var own = await home.PublicCards.ListPractices(Max + 1);
        return Of(clock, new() { Practices = elsewhere.ListWith(own, await home.Border.GetClosed(), Max) });
    }

    private static async Task<RazorComponentResult> Barriers(
        Home home, KeptCards<BarrierCard> elsewhere, TimeProvider clock)
    {
        var own = await home.PublicCards.ListBarriers(Max + 1);
        return Of(clock, new() { Barriers = elsewhere.ListWith(own, await home.Border.GetClosed(), Max) });
    }

    private static async Task<RazorComponentResult> Sentences(
        Home home, KeptCards<SentencesCard> elsewhere, TimeProvider clock)
    {
        var own = await home.PublicCards.ListSentences(Max + 1);
        var said = elsewhere.ListWith(own, await home.Border.GetClosed(), Max);
        return Of(clock, new() { Sentences = SentenceLines.Within(said, ofEach: MaxLines, inAll: MaxLines) });
    }

    private static async Task<RazorComponentResult> Steps(
        Home home, KeptCards<NextStepCard> elsewhere, TimeProvider clock)
    {
        var own = await home.PublicCards.ListNextSteps(Max + 1);
        return Of(clock, new() { Steps = elsewhere.ListWith(own, await home.Border.GetClosed(), Max) });
    }

    private static RazorComponentResult Of(TimeProvider clock, WhatGroupsSay said) =>
        Page.Of<WhatGroupsSayPage, WhatGroupsSay>(said with { Today = London.DayOf(clock.GetUtcNow()) });
}

/// <summary>What anybody can read, of each kind that is on the page.</summary>
public sealed record WhatGroupsSay
{
    /// <summary>What groups have done.</summary>
    public PublicCards<PracticeCard>? Practices { get; init; }

    /// <summary>What gets in people's way, and what was answered.</summary>
    public PublicCards<BarrierCard>? Barriers { get; init; }

    /// <summary>What tables say.</summary>
    public SentenceLines? Sentences { get; init; }

    /// <summary>What groups have set themselves to do.</summary>
    public PublicCards<NextStepCard>? Steps { get; init; }

    /// <summary>Whether the page has the newest of every kind, and not more of one.</summary>
    public bool IsOfAll { get; init; }

    /// <summary>The day on which it is read.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Every other area, as the kind of which the least is read there.</summary>
    internal IEnumerable<PublicArea> Areas
    {
        get
        {
            ImmutableArray<PublicArea>?[] ofEach =
                [Practices?.Areas, Barriers?.Areas, Sentences?.Cards.Areas, Steps?.Areas];
            return ofEach.SelectMany(areas => areas ?? [])
                .GroupBy(area => area.Area.Id)
                .Select(area => area.MaxBy(one => one.Reading)!);
        }
    }
}
