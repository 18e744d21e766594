using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace PeerNet.Locality.Tests.Leaks;

/// <summary>What another area keeps.</summary>
internal static class KeptLeaks
{
    private const string Area = "brighton-and-hove.db", Cards = "brighton-and-hove.cards.db", Row =
        "INSERT INTO OrleansStorage(ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString, "
        + "PayloadBinary, ModifiedOn, Version) VALUES ('peernet', $kind, 0, 0, $key, $payload, '2026-01-01', 1)";

    public static IEnumerable<Leak> All { get; } =
    [
        new(
            "An email as a key",
            "as UTF-8 in brighton-and-hove: rows of OrleansStorage",
            (at, email) => Keep(at, $"brighton-and-hove/member/{email.Text}", "{}"),
            Leaking.Email),
        new(
            "A note in a row",
            "as UTF-8 in brighton-and-hove: rows of OrleansStorage",
            (at, note) => Keep(at, Key(), $$"""{"notes":"{{note.Text}}"}""")),
        new(
            "The digest of an email in a row",
            "as SHA-256 in hex in brighton-and-hove: rows of OrleansStorage",
            (at, email) =>
            Keep(at, Key(), $$"""{"of":"{{Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes(email.Text)))}}"}"""), Leaking.Email),
        new(
            "A row that was deleted since",
            "as UTF-8 in brighton-and-hove: file brighton-and-hove.db-wal",
            async (at, note) =>
        {
            var key = Key();
            await Keep(at, key, $$"""{"notes":"{{note.Text}}"}""");
            await at.Change(Area, "DELETE FROM OrleansStorage WHERE GrainIdExtensionString = $key", ("$key", key));
        }),
        new("A value in the finder's file", "as UTF-8 in brighton-and-hove: rows of card", (at, name) => at.Change(
            Cards, "INSERT INTO card(area, id, modified, generation, card) VALUES ('west-sussex', $id, 1, 0, $card)",
            ("$id", $"{Guid.CreateVersion7()}"), ("$card", Encoding.UTF8.GetBytes(name.Text)))),
        new(
            "A table that nobody knows",
            "as UTF-8 in brighton-and-hove: rows of copy",
            (at, name) => at.Change(Area, $"CREATE TABLE copy AS SELECT '{name.Text}' AS who")),
        new(
            "The name of a file",
            "as UTF-8 in brighton-and-hove: name of file",
            File((at, name) => at.Write($"{name.Mark}.txt", []))),
        new(
            "A file in UTF-16",
            "as UTF-16 in brighton-and-hove: file a.txt",
            File((at, name) => at.Write("a.txt", Encoding.Unicode.GetBytes($"!{name.Text}")))),
        new(
            "A file in UTF-16 the other way round",
            "as UTF-16 BE in brighton-and-hove: file b.txt",
            File((at, name) => at.Write("b.txt", Encoding.BigEndianUnicode.GetBytes(name.Text)))),
        new("A file in hex", "as hex in brighton-and-hove: file c.txt", File((at, name) =>
            at.Write("c.txt", Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(name.Text)))))),
        new(
            "A backup in base64 of gzip",
            "as UTF-8 in gzip in base64 in brighton-and-hove: file d.txt",
            File((at, name) => at.Write("d.txt", Encoding.ASCII.GetBytes(Convert.ToBase64String(Gzip(name.Text)))))),
        new(
            "A file with the bytes of an id",
            "as mixed bytes in brighton-and-hove: file e.bin",
            File((at, id) => at.Write("e.bin", id.Id!.Value.ToByteArray())),
            Leaking.MemberId),
    ];

    private static string Key() => $"brighton-and-hove/meeting/{Guid.CreateVersion7()}";

    // Of a kind that no view reads: it is the evidence that is looked at, and the area must go on.
    private static Task Keep(Planting at, string key, string payload) =>
        at.Change(Area, Row, ("$kind", "note"), ("$key", key), ("$payload", Encoding.UTF8.GetBytes(payload)));

    private static Func<Planting, Canary, Task> File(Action<Planting, Canary> write) => (at, canary) =>
    {
        write(at, canary);
        return Task.CompletedTask;
    };

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes($"{text}, {text}"));
        return packed.ToArray();
    }
}
