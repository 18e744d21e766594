namespace PeerNet.Gateway.Link;

/// <summary>Registers the link: both ends of it, and what goes over it by itself.</summary>
internal static class LinkRegistration
{
    public static void AddLink(this IServiceCollection services)
    {
        services.AddSingleton<Neighbours>();
        services.AddSingleton<LinkClient>();
        services.AddHostedService<LinkServer>();
        services.AddHostedService<CardPuller>();
        services.AddHostedService<Courier>();
    }
}
