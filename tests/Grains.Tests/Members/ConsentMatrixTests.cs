using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Members;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Members;

/// <summary>The table of docs/consents.md, compared cell by cell with what is shown.</summary>
public sealed class ConsentMatrixTests
{
    private static readonly string[][] Table = Read();

    public static TheoryData<string, string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string, string>();
            foreach (var line in Table[1..])
                foreach (var (place, cell) in line.Index().Skip(1)) cells.Add(line[0], Table[0][place], cell);
            return cells;
        }
    }

    [Fact]
    public void The_table_has_a_row_for_each_detail_and_a_column_for_each_viewer()
    {
        Assert.Equal(
            Enum.GetNames<Detail>().Order(), Table[1..].Select(line => line[0]).Order(),
            StringComparer.OrdinalIgnoreCase);
        Assert.Equal(Enum.GetNames<Viewer>().Order(), Table[0][1..].Order(), StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_cell_of_the_table_is_what_the_record_shows(string row, string column, string cell)
    {
        var viewer = Enum.Parse<Viewer>(column, ignoreCase: true);
        foreach (var agreed in Agreements)
        {
            var isShown = cell switch { "yes" => true, "no" => false, _ => Has(agreed, cell) };
            Assert.Equal(isShown, ConsentMatrix.Shows(Enum.Parse<Detail>(row, ignoreCase: true), viewer, agreed));
            Assert.Equal(isShown, IsShown(row, viewer, agreed));
        }
    }

    [Theory]
    [InlineData(Part.Asked, true, false)]
    [InlineData(Part.Invited, false, false)]
    [InlineData(Part.Member, true, true)]
    [InlineData(null, false, false)]
    public void A_name_is_shown_to_leads_of_those_who_belong_or_ask_and_to_fellows_of_those_who_belong(
        Part? part, bool byLead, bool byFellow)
    {
        var member = AMember(consents: new() { NameToGroups = true }).Note(new(Sam, TheGroup, part, 3), Now).Yes();
        Assert.Equal(byLead ? "Sam" : null, member.NameFor(ByLead, Standing(Viewer.Lead), Now));
        Assert.Equal(byFellow ? "Sam" : null, member.NameFor(By(Person(3)), Standing(Viewer.Fellow), Now));
        Assert.Equal("Sam", member.NameFor(ByCoordinator, MemberStanding.None, Now));
    }

    [Fact]
    public void The_erased_have_no_name_for_anybody()
    {
        var erased = Belonging(new(true, true, true)).Erase(BySam, Now).Yes();
        Assert.All(
            Enum.GetValues<Viewer>(), viewer => Assert.Null(erased.NameFor(Caller(viewer), Standing(viewer), Now)));
    }

    [Fact]
    public void A_network_coordinator_and_a_visitor_are_strangers()
    {
        var member = Belonging(new(true, true, true));
        Assert.Null(member.NameFor(new(CallerRole.NetworkCoordinator, Person(9)), Known, Now));
        Assert.Null(member.NameFor(Contracts.Caller.Visitor, MemberStanding.None, Now));
    }

    private static IEnumerable<Consents> Agreements
    {
        get
        {
            bool[] both = [true, false];
            return from name in both from contact in both from helps in both select new Consents(name, contact, helps);
        }
    }

    private static bool Has(Consents agreed, string consent) => consent switch
    {
        "nameToGroups" => agreed.NameToGroups,
        "contactToLeads" => agreed.ContactToLeads,
        "helpsToLeads" => agreed.HelpsToLeads,
        _ => throw new ArgumentOutOfRangeException(nameof(consent), consent, "Not the name of a consent."),
    };

    private static bool IsShown(string row, Viewer viewer, Consents agreed)
    {
        var seen = Belonging(agreed).SeenBy(Caller(viewer), Standing(viewer), 1, Now);
        if (seen.Refused(out _, out var details)) return false;
        return row switch
        {
            "name" => details.Name is not null,
            "contact" => details.Contact is not null,
            "helps" => details.Helps is not null,
            "consents" => details.Consents is not null,
            "groups" => details.Groups is not null,
            "seats" => details.Seats is not null,
            _ => details.ConsentReceipts is not null,
        };
    }

    private static Member Belonging(Consents agreed)
    {
        var changes = new ConsentChanges
        {
            NameToGroups = agreed.NameToGroups, ContactToLeads = agreed.ContactToLeads,
            HelpsToLeads = agreed.HelpsToLeads,
        };
        return AMember(consents: changes).Note(new(Sam, TheGroup, Part.Member, 3), Now).Yes();
    }

    private static Caller Caller(Viewer viewer) => viewer switch
    {
        Viewer.Themselves => BySam,
        Viewer.Coordinator => ByCoordinator,
        Viewer.Lead => ByLead,
        Viewer.Fellow => By(Person(3)),
        _ => ByStranger,
    };

    private static MemberStanding Standing(Viewer viewer) => viewer switch
    {
        Viewer.Lead => new(true, false, [TheGroup], [TheGroup], []),
        Viewer.Fellow => new(true, false, [TheGroup], [], []),
        _ => Known,
    };

    private static string[][] Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PeerNet.sln"))) folder = folder.Parent!;
        return [.. File.ReadLines(Path.Combine(folder.FullName, "docs", "consents.md"))
            .Where(line => line.StartsWith('|') && !line.StartsWith("|-", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];
    }
}
