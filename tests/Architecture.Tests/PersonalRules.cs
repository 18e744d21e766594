using System.Text.RegularExpressions;
using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Architecture.Tests;

/// <summary>Personal data stays in the person's own record, and out of every log.</summary>
public sealed partial class PersonalRules
{
    /// <summary>
    /// The only names outside the person's own record: the one a guest chose to show, in the request, its letter and
    /// the group's seat; and the one a person chose for a match, which crosses once both sides have agreed.
    /// </summary>
    private static readonly Type[] ShowsAName =
        [typeof(AskForSeat), typeof(SeatAsked), typeof(GuestSeat), typeof(SayYes), typeof(MatchAgreed)];

    private static readonly Type[] Personal = [typeof(MemberProfile), typeof(MemberDetails), typeof(Contact)];

    [Rule(13)]
    public void Personal_fields_stay_in_the_members_folder()
    {
        Broken.None(
        [
            .. from type in typeof(Refusal).Assembly.GetTypes()
               where type.Namespace?.StartsWith("PeerNet", StringComparison.Ordinal) == true
                   && type.Namespace != typeof(MemberProfile).Namespace
               from field in GrainTypes.Fields(type)
               where Personal.Contains(field.FieldType) || IsPersonal(field.Name)
                   || (IsShownName(field.Name) && !ShowsAName.Contains(type))
               select $"{type} has {field.Name}",
            .. from state in GrainTypes.States()
               where state.Name != "Member"
               from part in GrainTypes.LeadsTo(state)
               where Personal.Contains(part) || GrainTypes.Fields(part)
                   .Any(field => IsPersonal(field.Name) || (IsShownName(field.Name) && !ShowsAName.Contains(part)))
               select $"{state} leads to {part}",
            .. ShowsAName.Where(type => !GrainTypes.Fields(type).Any(field => IsShownName(field.Name)))
                .Select(type => $"{type} shows no name, so it needs no exception"),
            .. from file in Repository.Sources("src/Grains")
               where !file.Under("src/Grains/Members")
               from Match name in PersonalType().Matches(file.Bare)
               select $"{file.Path} mentions {name.Value}",
        ]);
    }

    [Rule(14)]
    public void Logs_are_declared_and_hold_ids_only()
    {
        var sources = Repository.Sources("src");
        var messages = (from file in sources
            from Match message in LoggerMessage().Matches(file.Bare)
            select (file.Path, Id: message.Groups["id"].Value, Parameters: message.Groups["parameters"].Value))
            .ToArray();
        var attributes = sources.Sum(file => LoggerMessageAttribute().Count(file.Bare));
        Assert.True(
            messages.Length == attributes,
            $"{attributes} log messages are declared, but only {messages.Length} could be read");
        Broken.None(
        [
            .. from message in messages
               from Match text in TextParameter().Matches(message.Parameters)
               where TellsMore().IsMatch(text.Groups["name"].Value)
               select $"{message.Path} logs {text.Groups["name"].Value}",
            .. from file in sources
               from Match call in LogCall().Matches(file.Bare)
               select $"{file.Path}: {call.Value}; declare it with [LoggerMessage]",
            .. from same in messages.GroupBy(message => message.Id)
               where same.Key != "" && same.Count() > 1
               select $"event {same.Key} is in {string.Join(" and ", same.Select(message => message.Path))}",
        ]);
    }

    private static bool IsPersonal(string field) => PersonalField().IsMatch(field);

    private static bool IsShownName(string field) => ShownName().IsMatch(field);

    [GeneratedRegex("^<?ShownAs(>|$)")]
    private static partial Regex ShownName();

    [GeneratedRegex("^<?(Contact|Helps|Email|Phone|PersonName)(>|$)")]
    private static partial Regex PersonalField();

    [GeneratedRegex(@"\b(MemberProfile|MemberDetails|Contact)\b")]
    private static partial Regex PersonalType();

    [GeneratedRegex(@"\[LoggerMessage\b")]
    private static partial Regex LoggerMessageAttribute();

    [GeneratedRegex(
        @"\[LoggerMessage\b(?:\(\s*(?<id>\d+))?[^\]]*\]\s*(?:\[[^\]]*\]\s*)*[\w\s]*\bpartial\s+void\s+\w+"
        + @"\((?<parameters>[^)]*)\)")]
    private static partial Regex LoggerMessage();

    [GeneratedRegex(@"\bstring\??\s+(?<name>\w+)")]
    private static partial Regex TextParameter();

    [GeneratedRegex("(?i:name|email|mail|phone|contact|text|note|notes|query|search|title|body|detail|address)$")]
    private static partial Regex TellsMore();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\s*\(\s*(?=\$?""|LogLevel|\w*[eE]x)")]
    private static partial Regex LogCall();
}
