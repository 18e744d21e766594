using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PeerNet.Gateway.Link;

/// <summary>
/// Registers the link: the server for neighbours, the client that calls them, and the periodic work.
/// </summary>
internal static class LinkRegistration
{
    public static void AddLink(this IServiceCollection services)
    {
        services.TryAddSingleton(Accepts.Here);
        services.AddSingleton<Neighbours>();
        services.AddSingleton<LinkClient>();
        services.AddSingleton<FeedFaults>();
        services.AddHostedService<LinkServer>();
        services.AddHostedService<CardPuller>();
        services.AddSharedFeeds();
        services.AddHostedService<Courier>();
        services.AddHostedService<FiguresPuller>();
    }
}
