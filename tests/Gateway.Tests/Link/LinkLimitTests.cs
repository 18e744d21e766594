using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Tests.Limits;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>What the door for neighbours bears, and what it asks of a certificate and of a border.</summary>
[Collection(FakeNeighbour.Collection)]
public sealed class LinkLimitTests(RunningArea area)
{
    private static readonly Oid ForServers = new("1.3.6.1.5.5.7.3.1"), ForClients = new("1.3.6.1.5.5.7.3.2");

    [Fact]
    public async Task Silent_connections_without_a_certificate_keep_no_neighbour_out()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.East, Accepts.Here);
        var silent = new List<TcpClient>();
        for (var number = 0; number < 150; number++)
        {
            var connection = new TcpClient();
            await connection.ConnectAsync(IPAddress.Loopback, areas.East.Ports.Link, Ended);
            silent.Add(connection);
        }
        using var west = LinkCaller.As(areas.East.Link, areas.West);
        using var page = await west.Get("/link/v1/cards");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        // Each is closed, either to make room or because it has shown nothing in time.
        foreach (var connection in silent)
        {
            try
            {
                var read = await connection.GetStream().ReadAsync(new byte[1], Ended).AsTask()
                    .WaitAsync(TimeSpan.FromMinutes(1), Ended);
                Assert.Equal(0, read);
            }
            catch (IOException)
            {
                // Closed as well, with a reset.
            }
            connection.Dispose();
        }
    }

    [Fact]
    public async Task One_neighbour_cannot_take_all_connections()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.East, Accepts.Here);
        using var certificate = X509Certificate2.CreateFromPemFile(
            areas.West.File("link.pem"), areas.West.File("link.key.pem"));
        var held = new List<SslStream>();
        var refused = 0;
        for (var number = 0; number < 40; number++)
        {
            var connection = new TcpClient();
            await connection.ConnectAsync(IPAddress.Loopback, areas.East.Ports.Link, Ended);
            var secure = new SslStream(connection.GetStream(), false, (_, server, _, _) => server is not null);
            await secure.AuthenticateAsClientAsync("link", [certificate], checkCertificateRevocation: false);
            try
            {
                await secure.WriteAsync("GET /nowhere HTTP/1.1\r\nHost: link\r\n\r\n"u8.ToArray(), Ended);
                if (await secure.ReadAsync(new byte[1], Ended) == 0) refused++;
            }
            catch (IOException)
            {
                refused++;
            }
            held.Add(secure);
        }
        Assert.InRange(refused, 8, 9);
        foreach (var secure in held) await secure.DisposeAsync();
    }

    [Fact]
    public async Task A_certificate_of_the_same_authority_is_refused_for_another_name_or_purpose()
    {
        using var right = WestsCertificate("west-sussex", ForClients);
        using var caller = new LinkCaller(area.East.At, right);
        Assert.Equal(HttpStatusCode.OK, (await caller.Get("/link/v1/cards")).StatusCode);
        foreach (var (name, purpose) in new[] { ("mid-sussex", ForClients), ("west-sussex", ForServers) })
        {
            using var wrong = WestsCertificate(name, purpose);
            using var stranger = new LinkCaller(area.East.At, wrong);
            await Assert.ThrowsAsync<HttpRequestException>(() => stranger.Get("/link/v1/cards"));
        }
    }

    [Fact]
    public async Task The_link_is_compressed()
    {
        await Scene.Make(area);
        using var http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            SslOptions = new()
            {
                ClientCertificates =
                [
                    X509Certificate2.CreateFromPemFile(
                        area.West.At.File("link.pem"), area.West.At.File("link.key.pem")),
                ],
                RemoteCertificateValidationCallback = (_, server, _, _) => server is not null,
            },
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{area.East.At.Link}/link/v1/cards");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var page = await http.SendAsync(request, Ended);
        Assert.Equal("gzip", Assert.Single(page.Content.Headers.ContentEncoding));
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        var unchanged = 0;
        north.Cards = http =>
        {
            http.Response.Headers.ETag = "\"calm\"";
            if ($"{http.Request.Headers.IfNoneMatch}" != "\"calm\"")
                return FakeNeighbour.Json(http, FakeNeighbour.EmptyPage);
            Interlocked.Increment(ref unchanged);
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        };
        await RunningArea.Until(() => Task.FromResult(Volatile.Read(ref unchanged) > 0));
        var began = RunningArea.Now;
        await RunningArea.Until(async () =>
        {
            var seen = (await area.Http.Get("area")).Is(200).GetProperty("neighbours").EnumerateArray()
                .Single(one => one.GetProperty("id").GetString() == "north-sussex");
            return seen.GetProperty("reachable").GetBoolean()
                && seen.GetProperty("asOf").GetDateTimeOffset() >= began;
        });
        await north.Forgotten(area);
    }

    [Fact]
    public async Task A_closed_border_sends_no_cards_and_takes_no_letters()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.East, Accepts.Here);
        var lead = await areas.APerson(areas.East);
        var coordinator = await areas.APerson(areas.East, "coordinator");
        var group = new GroupId(Guid.CreateVersion7());
        (await areas.EastHttp.Put($"groups/{group}", lead, Scene.Description)).Is(201);
        using var west = LinkCaller.As(areas.East.Link, areas.West);
        var asked = new SeatAsked
        {
            From = areas.West.Area, To = areas.East.Area, Group = group, Seat = SeatId.Random(), ShownAs = "Robin",
        };
        Assert.Equal(204, (await areas.EastHttp.Put("link/border/west-sussex", coordinator)).Status);
        using var cards = await west.Get("/link/v1/cards");
        Assert.Equal(HttpStatusCode.Forbidden, cards.StatusCode);
        var refused = await cards.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Ended);
        Assert.Equal(LinkRefusals.BorderClosed.Code, refused.GetProperty("code").GetString());
        Assert.Equal((403, LinkRefusals.BorderClosed.Code), await west.Post(asked));
        Assert.DoesNotContain(
            $"{asked.Seat}", (await areas.EastHttp.Get($"groups/{group}", lead)).Text, StringComparison.Ordinal);
        Assert.Equal(204, (await areas.EastHttp.Delete("link/border/west-sussex", coordinator)).Status);
        Assert.Equal((204, null), await west.Post(asked));
        using var open = await west.Get("/link/v1/cards");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task A_neighbour_that_sends_too_much_is_told_to_wait_and_nothing_is_held_against_its_letters()
    {
        await using var limited = await Limited.Start(("NeighbourPerMinute", "20"));
        using var neighbour = limited.TheNeighbour();
        for (var sent = 0; sent < 20; sent++)
            Assert.Equal(HttpStatusCode.OK, (await neighbour.Get("/link/v1/cards")).StatusCode);
        HttpResponseMessage[] refused = [];
        // Another request is let in every three seconds.
        await RunningArea.Until(async () =>
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => neighbour.Get("/link/v1/cards")));
            refused = [.. answers.Where(answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable)];
            return refused.Length > 0;
        });
        Assert.Equal(TimeSpan.FromSeconds(3), refused[0].Headers.RetryAfter!.Delta);
        Assert.Empty(await refused[0].Content.ReadAsStringAsync(Ended));
        Assert.Equal(HttpStatusCode.OK, (await limited.Get("/api/v1/groups")).StatusCode);
        // A bucket fills up again.
        await RunningArea.Until(async () => (await neighbour.Get("/link/v1/offers")).IsSuccessStatusCode);
    }

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    private X509Certificate2 WestsCertificate(string name, Oid purpose)
    {
        using var authority = X509Certificate2.CreateFromPemFile(
            area.West.At.File("ca.pem"), area.West.At.File("ca.key.pem"));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([purpose], critical: false));
        using var certificate = request.Create(
            authority, authority.NotBefore, authority.NotAfter, Guid.CreateVersion7().ToByteArray());
        return certificate.CopyWithPrivateKey(key);
    }
}
