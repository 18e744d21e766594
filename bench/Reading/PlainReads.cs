using PeerNet.Bench.Baseline;
using PeerNet.Bench.Servers;
using PeerNet.Calendar;

namespace PeerNet.Bench.Reading;

/// <summary>Plain SQL behind minimal endpoints, with the same sign-in and JSON as PeerNet.</summary>
internal static class PlainReads
{
    public static WebApplication Build(string url, string database, string publicKey)
    {
        var builder =
            WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddWebAndSignIn(url, publicKey);
        builder.Services.AddSingleton(_ => Database.Connect(database));
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        var api = app.MapGroup("/api/v1").RequireAuthorization();
        api.MapGet("/growth", PlainGrowth.Get).RequireAuthorization(policy => policy.RequireRole("coordinator"));
        api.MapGet("/area/overview", PlainOverview.Get)
            .RequireAuthorization(policy => policy.RequireRole("coordinator"));
        api.MapGet("/members/me/home", PlainHome.Get);
        return app;
    }

    /// <summary>The day and the local time.</summary>
    public static (DateOnly Day, TimeOnly Time) Now(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var day = London.DayOf(now);
        return (day, TimeOnly.MinValue.Add(now - London.StartOf(day)));
    }
}
