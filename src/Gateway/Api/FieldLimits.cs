using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Gateway.Api;

/// <summary>The limits of the fields of requests in the OpenAPI document, from the rules that check them.</summary>
internal static class FieldLimits
{
    private static readonly Dictionary<(Type, string), TextRule> Texts = new()
    {
        [(typeof(GroupDescription), "name")] = GroupFields.Name,
        [(typeof(GroupDescription), "about")] = GroupFields.About,
        [(typeof(GroupDescription), "firstTime")] = GroupFields.About,
        [(typeof(GroupDescription), "onlineLink")] = GroupFields.OnlineLink,
        [(typeof(Place), "name")] = GroupFields.PlaceName,
        [(typeof(Place), "address")] = GroupFields.Address,
        [(typeof(Place), "town")] = GroupFields.Town,
        [(typeof(GroupClosure), "reason")] = GroupFields.ClosureReason,
        [(typeof(MemberProfile), "name")] = MemberFields.Name,
        [(typeof(MemberProfile), "helps")] = MemberFields.Helps,
        [(typeof(RecordMeeting), "notes")] = MeetingFields.Notes,
        [(typeof(CorrectMeeting), "why")] = MeetingFields.Why,
        [(typeof(CorrectMeeting), "notes")] = MeetingFields.Notes,
        [(typeof(CancelMeeting), "reason")] = MeetingFields.Reason,
        [(typeof(DidNotHappen), "detail")] = MeetingFields.Reason,
        [(typeof(AskForSeat), "shownAs")] = SeatFields.ShownAs,
    };

    private static readonly Dictionary<(Type, string), (string Min, string Max)> Numbers = new()
    {
        [(typeof(GroupDescription), "capacity")] = ("1", "500"),
        [(typeof(Place), "latitude")] = ("-90", "90"),
        [(typeof(Place), "longitude")] = ("-180", "180"),
        [(typeof(Unnamed), "newcomers")] = ("0", "1000"),
        [(typeof(Unnamed), "visitors")] = ("0", "1000"),
        [(typeof(Unnamed), "carers")] = ("0", "1000"),
        [(typeof(Unnamed), "children")] = ("0", "1000"),
    };

    private static readonly HashSet<string> Words = ["for", "topics", "languages"];

    /// <summary>Adds the limits of a property.</summary>
    public static void Apply(OpenApiSchema schema, JsonPropertyInfo property)
    {
        var key = (property.DeclaringType, property.Name);
        if (Texts.TryGetValue(key, out var rule))
        {
            schema.MaxLength = rule.Max;
            if (rule.IsRequired) schema.MinLength = 1;
        }
        if (Numbers.TryGetValue(key, out var numbers))
        {
            schema.Minimum = numbers.Min;
            schema.Maximum = numbers.Max;
        }
        if (property.DeclaringType == typeof(GroupDescription) && Words.Contains(property.Name))
        {
            schema.MaxItems = GroupFields.MaxWords;
            schema.UniqueItems = true;
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = GroupFields.WordPattern };
        }
        if (key == (typeof(Place), "outcode")) schema.Pattern = GroupFields.OutcodePattern;
    }
}
