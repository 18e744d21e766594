using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using PeerNet.Contracts;

namespace PeerNet.Gateway.Areas;

/// <summary>
/// The overview as JSON, written once for each of its editions. The silo is still asked each time, whether the caller
/// may see it and whether it is still the same.
/// </summary>
internal sealed class WrittenOverview(Home home, IOptions<JsonOptions> json)
{
    private Written last = new(Guid.Empty, []);

    public async Task<Result<byte[]>> Read(Caller by)
    {
        var known = Volatile.Read(ref last);
        var read = await home.Overview.GetOverview(known.Edition, by);
        if (read.Refused(out var refusal, out var edition)) return refusal;
        if (edition.Overview is not { } overview) return known.Body;
        var body = JsonSerializer.SerializeToUtf8Bytes(overview, json.Value.SerializerOptions);
        Volatile.Write(ref last, new(edition.Id, body));
        return body;
    }

    private sealed record Written(Guid Edition, byte[] Body);
}
