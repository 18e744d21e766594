using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>
/// A neighbour that a test plays: it has the right certificate, answers as the test says and keeps every letter it is
/// sent. It speaks JSON of its own, so that it can be of any version.
/// </summary>
internal sealed class FakeNeighbour : IAsyncDisposable
{
    /// <summary>Tests that play North Sussex take turns, for it has one address.</summary>
    public const string Collection = "North Sussex";

    /// <summary>The only page of a feed without cards.</summary>
    public const string EmptyPage =
        """{"next":"/link/v1/cards?feed=calm&afterChangeNumber=0","items":[],"license":""}""";

    private readonly LocalArea at;
    private readonly ConcurrentQueue<string> letters = new();
    private readonly ConcurrentDictionary<string, int> readers = new();
    private readonly WebApplication app;
    private IReadOnlyList<string>? accepted;

    private FakeNeighbour(LocalArea at)
    {
        this.at = at;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, at.Ports.Link, listen => listen.UseHttps(https =>
            {
                https.ServerCertificate = Certificate();
                https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                https.AllowAnyClientCertificate();
            })));
        app = builder.Build();
        app.Run(Answer);
    }

    /// <summary>How it answers when it is asked for its cards.</summary>
    public RequestDelegate Cards { get; set; } = http => Json(http, EmptyPage);

    /// <summary>How it answers when it is asked for what it has released; at first like an older version.</summary>
    public RequestDelegate Figures { get; set; } = http =>
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };

    /// <summary>How it answers a letter; given the letter.</summary>
    public Func<HttpContext, JsonObject, Task> TakesLetter { get; set; } = (http, _) =>
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    /// <summary>
    /// Says from now on that it accepts these kinds of letters; a neighbour of the first version does not say.
    /// </summary>
    public void Accepts(IReadOnlyList<string> kinds) => accepted = kinds;

    /// <summary>Every letter it was sent, as often as it was sent.</summary>
    public IReadOnlyList<JsonObject> Letters => [.. letters.Select(letter => JsonNode.Parse(letter)!.AsObject())];

    public static async Task<FakeNeighbour> Start(LocalArea at)
    {
        var neighbour = new FakeNeighbour(at);
        await neighbour.app.StartAsync();
        return neighbour;
    }

    /// <summary>The letters of a kind that are about this.</summary>
    public IReadOnlyList<JsonObject> LettersOf(string kind, Guid about) =>
        [.. Letters.Where(
            letter => $"{letter["kind"]}" == kind && letter.Any(field => $"{field.Value}" == $"{about}"))];

    /// <summary>Knocks at another area's door with this neighbour's certificate.</summary>
    public LinkCaller CallerOf(LocalArea other) => new(other, Certificate());

    /// <summary>Waits until an area has dealt with an answer to a request for cards sent after this call.</summary>
    public async Task IsReadBy(Cell reader)
    {
        // It sends one request after another, so with the second it has dealt with the answer to the first.
        var before = Requests();
        await RunningArea.Until(() => Task.FromResult(Requests() >= before + 2));

        int Requests() => readers.GetValueOrDefault($"CN={reader.Area}");
    }

    /// <summary>Takes all its cards back, so that the next test finds none.</summary>
    public async Task Forgotten(RunningArea area)
    {
        Cards = http => Json(http, EmptyPage);
        foreach (var http in (ApiClient[])[area.Http, area.WestHttp, area.BrightonHttp])
            await RunningArea.Until(
                async () => (await http.Get($"groups?area={at.Area}")).Is(200).GetProperty("total").GetInt32() == 0);
    }

    public static Task Json(HttpContext http, string json)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(json);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task Answer(HttpContext http)
    {
        if (accepted is { } kinds) http.Response.Headers[Gateway.Link.Accepts.LettersHeader] = string.Join(", ", kinds);
        if (http.Request.Path == Gateway.Link.LinkEndpoints.Figures)
        {
            await Figures(http);
            return;
        }
        if (HttpMethods.IsGet(http.Request.Method))
        {
            readers.AddOrUpdate($"{http.Connection.ClientCertificate?.Subject}", 1, (_, before) => before + 1);
            await Cards(http);
            return;
        }
        using var body = new StreamReader(http.Request.Body, Encoding.UTF8);
        var letter = await body.ReadToEndAsync(http.RequestAborted);
        letters.Enqueue(letter);
        await TakesLetter(http, JsonNode.Parse(letter)!.AsObject());
    }

    private X509Certificate2 Certificate() =>
        X509Certificate2.CreateFromPemFile(at.File("link.pem"), at.File("link.key.pem"));
}
