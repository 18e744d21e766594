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
        return Of(clock, new()
        {
            Practices = practices.ListWith(await cards.ListPractices(), MaxOfEach),
            Barriers = barriers.ListWith(await cards.ListBarriers(), MaxOfEach),
            Sentences = sentences.ListWith(await cards.ListSentences(), MaxOfEach),
            Steps = steps.ListWith(await cards.ListNextSteps(), MaxOfEach),
            IsOfAll = true,
        });
    }

    private static async Task<RazorComponentResult> Practices(
        Home home, KeptCards<PracticeCard> elsewhere, TimeProvider clock) =>
        Of(clock, new() { Practices = elsewhere.ListWith(await home.PublicCards.ListPractices()) });

    private static async Task<RazorComponentResult> Barriers(
        Home home, KeptCards<BarrierCard> elsewhere, TimeProvider clock) =>
        Of(clock, new() { Barriers = elsewhere.ListWith(await home.PublicCards.ListBarriers()) });

    private static async Task<RazorComponentResult> Sentences(
        Home home, KeptCards<SentencesCard> elsewhere, TimeProvider clock) =>
        Of(clock, new() { Sentences = elsewhere.ListWith(await home.PublicCards.ListSentences()) });

    private static async Task<RazorComponentResult> Steps(
        Home home, KeptCards<NextStepCard> elsewhere, TimeProvider clock) =>
        Of(clock, new() { Steps = elsewhere.ListWith(await home.PublicCards.ListNextSteps()) });

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
    public PublicCards<SentencesCard>? Sentences { get; init; }

    /// <summary>What groups have set themselves to do.</summary>
    public PublicCards<NextStepCard>? Steps { get; init; }

    /// <summary>Whether the page has the newest of every kind, and not more of one.</summary>
    public bool IsOfAll { get; init; }

    /// <summary>The day on which it is read.</summary>
    public DateOnly Today { get; init; }
}
