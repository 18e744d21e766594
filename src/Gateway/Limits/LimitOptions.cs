using System.ComponentModel.DataAnnotations;

namespace PeerNet.Gateway.Limits;

/// <summary>
/// What one person, one address, one neighbour and the whole area may ask of a Gateway, from the configuration section
/// <c>PeerNet:Limits</c>. Each Gateway counts for itself. What may come in a minute may come at once, and after that at
/// the same pace.
/// </summary>
public sealed class LimitOptions
{
    /// <summary>Whether requests are limited. Default: true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many requests a signed-in person may send in a minute. Default: 600.</summary>
    [Range(1, int.MaxValue)]
    public int PersonPerMinute { get; set; } = 600;

    /// <summary>
    /// How many requests may come from one address in a minute; a community centre shares one. Default: 3,000.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int AddressPerMinute { get; set; } = 3_000;

    /// <summary>
    /// How many requests the area accepts in a minute, so that those it accepts stay fast. Default: 60,000.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int AreaPerMinute { get; set; } = 60_000;

    /// <summary>
    /// How many requests one neighbour may send in a minute, letters and pages of feeds together. Default: 3,000.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int NeighbourPerMinute { get; set; } = 3_000;

    /// <summary>
    /// How many people a lead may write down in a day; coordinators as many as they need. Default: 50.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int PeoplePerDay { get; set; } = 50;

    /// <summary>How many groups a member may found in a day; coordinators as many as they need. Default: 10.</summary>
    [Range(1, int.MaxValue)]
    public int GroupsPerDay { get; set; } = 10;

    /// <summary>How many seats in other areas a member may ask for in a day. Default: 20.</summary>
    [Range(1, int.MaxValue)]
    public int SeatsPerDay { get; set; } = 20;

    /// <summary>How many connections with other groups a member may propose or accept in a day. Default: 20.</summary>
    [Range(1, int.MaxValue)]
    public int ConnectionsPerDay { get; set; } = 20;

    /// <summary>How many offers or requests a member may make in a day. Default: 20.</summary>
    [Range(1, int.MaxValue)]
    public int OffersPerDay { get; set; } = 20;

    /// <summary>How many offers or requests a member may take up in a day. Default: 20.</summary>
    [Range(1, int.MaxValue)]
    public int MatchesPerDay { get; set; } = 20;

    /// <summary>How many worries a member may write in a day. Default: 20.</summary>
    [Range(1, int.MaxValue)]
    public int WorriesPerDay { get; set; } = 20;

    /// <summary>How many gatherings a member may plan in a day. Default: 10.</summary>
    [Range(1, int.MaxValue)]
    public int GatheringsPerDay { get; set; } = 10;

    /// <summary>How many barriers a member may raise in a day. Default: 20.</summary>
    [Range(1, int.MaxValue)]
    public int BarriersPerDay { get; set; } = 20;

    /// <summary>How many limits a role may claim in a day. Default: 20.</summary>
    [Range(1, int.MaxValue)]
    public int LimitsPerDay { get; set; } = 20;

    /// <summary>How many next steps a member may write down in a day. Default: 20.</summary>
    [Range(1, int.MaxValue)]
    public int NextStepsPerDay { get; set; } = 20;

    /// <summary>How many practices a member may tell in a day. Default: 20.</summary>
    [Range(1, int.MaxValue)]
    public int PracticesPerDay { get; set; } = 20;

    /// <summary>How many panels a member may set up in a day. Default: 20.</summary>
    [Range(1, int.MaxValue)]
    public int PanelsPerDay { get; set; } = 20;

    /// <summary>
    /// How many codes for signing in may be asked for, and how many entered, from one address in an hour; a community
    /// centre shares one. Default: 100.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int SignInsPerHour { get; set; } = 100;

    /// <summary>
    /// How many codes for claiming a record may be entered from one address in an hour; each claim takes two. Default:
    /// 60.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int ClaimsPerHour { get; set; } = 60;

    /// <summary>
    /// How many codes on paper may be entered in the whole area in an hour, so that many addresses together cannot
    /// guess one. Default: 1,000.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int AreaClaimsPerHour { get; set; } = 1_000;

    /// <summary>
    /// How many codes of slips that no gathering has may be entered from one address in an hour; mistyped ones do not
    /// count. Default: 10.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int WrongCodesPerHour { get; set; } = 10;

    /// <summary>How many listeners may follow figures live at a time. Default: 100.</summary>
    [Range(1, int.MaxValue)]
    public int GrowthListeners { get; set; } = 100;

    /// <summary>
    /// The IP addresses of reverse proxies in front of this Gateway. Only they are believed about whom a request comes
    /// from (<c>X-Forwarded-For</c>). Without this setting, everyone behind a proxy counts as one address.
    /// </summary>
    public IList<string> Proxies { get; } = [];
}
