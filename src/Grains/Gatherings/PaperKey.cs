using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>
/// The key of what is printed for a gathering. Codes are worked out from it each time, so that no list of them exists.
/// </summary>
internal sealed class PaperKey(byte[] secret)
{
    /// <summary>The codes of a table's slips.</summary>
    public IEnumerable<string> SlipsOf(Table table) =>
        Enumerable.Range(1, table.Slips).Select(number => CodeOf($"slip/{table.Id}/{number}", PaperCode.SlipLength));

    /// <summary>The table of a slip; null if it has none. A code that came up twice works for neither.</summary>
    public TableId? FindSlip(string code, IEnumerable<Table> tables)
    {
        var found = tables.SelectMany(table => SlipsOf(table).Where(slip => slip == code).Select(_ => table.Id))
            .Take(2)
            .ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The code of a table.</summary>
    public string CodeOf(Table table) => CodeOf($"table/{table.Id}/{table.Code}", PaperCode.TableLength);

    /// <summary>The table of a code; null if there is none. A code that came up twice works for neither.</summary>
    public Table? FindTable(string code, IEnumerable<Table> tables)
    {
        var found = tables.Where(table => CodeOf(table) == code).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The right to enter a table's counts: 128 bits.</summary>
    public string RightOf(Table table)
    {
        var random = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"right/{table.Id}/{table.Code}"));
        return Convert.ToHexStringLower(random.AsSpan(0, 16));
    }

    /// <summary>Whether it is that right.</summary>
    public bool Is(string right, Table table)
    {
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(RightOf(table)));
    }

    private string CodeOf(string what, int length)
    {
        var random = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(what));
        var signs = string.Concat(Enumerable.Range(0, length - 1).Select(place =>
        {
            var number = BinaryPrimitives.ReadUInt32BigEndian(random.AsSpan(place * sizeof(uint)));
            return PaperCode.Signs[(int)(number % PaperCode.Signs.Length)];
        }));
        return signs + PaperCode.CheckOf(signs);
    }
}
