using PeerNet.Grains.Areas;
using PeerNet.Grains.Sentences;

namespace PeerNet.Silo.Storage;

/// <summary>Queries across the rows of sentences; the same SQL on both engines.</summary>
internal sealed class SentenceRows(AreaDatabase database) : ISentenceRows
{
    /// <summary>The sentences of the newest gatherings.</summary>
    public const string NewestSentences =
        "SELECT id, payload FROM peernet_row WHERE kind = 'sentences' ORDER BY id DESC LIMIT @limit";

    public Task<IReadOnlyList<AreaRow>> Newest(int limit) =>
        database.Views.Read(NewestSentences, AreaRows.Row, ("limit", limit));
}
