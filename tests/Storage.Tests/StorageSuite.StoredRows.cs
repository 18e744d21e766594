using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orleans.Runtime;
using Orleans.Storage;
using PeerNet.Contracts;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;

namespace PeerNet.Storage.Tests;

/// <summary>
/// Rows as released versions wrote them. <c>Stored/kind.n.stored.json</c> goes into the table as it is;
/// <c>kind.n.now.json</c> beside it is what it reads as today. A stored file is never edited: a new shape gets a new
/// number.
/// </summary>
public abstract partial class StorageSuite
{
    // A row's kind is the name of its state, as the grain that keeps it declares. "note" is this suite's own.
    private static readonly Dictionary<string, Type> States = Kept().Append(("note", typeof(Row<Note>))).ToDictionary();

    public static TheoryData<string> StoredFiles =>
        [.. Directory.GetFiles(StoredFolder, "*.stored.json")
            .Select(file => Path.GetFileName(file)!)
            .Order(StringComparer.Ordinal)];

    private static string StoredFolder => Path.Combine(AppContext.BaseDirectory, "Stored");

    [Theory]
    [MemberData(nameof(StoredFiles))]
    public async Task A_row_of_an_older_version_still_reads(string file)
    {
        var kind = file[..file.IndexOf('.', StringComparison.Ordinal)];
        var key = $"brighton-and-hove/{kind}/{Guid.CreateVersion7()}";
        await AskAny(Area.Database,
            """
            INSERT INTO OrleansStorage(ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString,
            PayloadBinary, ModifiedOn, Version)
            SELECT @service, @kind, 0, 0, @key, @payload, CURRENT_TIMESTAMP, 7
            """,
            ("service", Area.ServiceId), ("kind", kind), ("key", key),
            ("payload", await File.ReadAllBytesAsync(Path.Combine(StoredFolder, file), Ended)));

        var read = await ReadAny(States[kind], GrainId.Create(kind, key));
        var now = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(StoredFolder, file.Replace(".stored.", ".now.", StringComparison.Ordinal)), Ended));
        Assert.True(JsonNode.DeepEquals(now, read), $"{file} reads as {read?.ToJsonString()}");
    }

    [Fact]
    public void Every_kind_of_row_has_a_stored_file()
    {
        Assert.All(
            States.Keys, kind => Assert.NotEmpty(Directory.EnumerateFiles(StoredFolder, $"{kind}.*.stored.json")));
    }

    private static IEnumerable<(string Kind, Type State)> Kept()
    {
        return from grain in typeof(Group).Assembly.GetTypes()
        from constructor in grain.GetConstructors()
        from parameter in constructor.GetParameters()
        let state = parameter.GetCustomAttribute<PersistentStateAttribute>()
        where state is not null
        select (state.StateName, parameter.ParameterType.GetGenericArguments()[0]);
    }

    private Task<JsonNode?> ReadAny(Type state, GrainId grain)
    {
        var read = typeof(StorageSuite).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(state);
        return read.CreateDelegate<Func<IGrainStorage, GrainId, Task<JsonNode?>>>()(Area.Storage, grain);
    }

    private static async Task<JsonNode?> Read<T>(IGrainStorage storage, GrainId grain)
    {
        var state = new GrainState<T>();
        await storage.ReadStateAsync(grain.Type.ToString()!, grain, state);
        Assert.Equal(("7", true), (state.ETag, state.RecordExists));
        return JsonSerializer.SerializeToNode(state.State, PeerNetJson.Options);
    }
}
