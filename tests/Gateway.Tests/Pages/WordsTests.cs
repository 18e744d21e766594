using System.Reflection;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Gatherings;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Members;
using PeerNet.Gateway.Panels;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>What pages call the values that records know.</summary>
public sealed class WordsTests
{
    // People of a group have not only asked to join, what thumbs come to is only some of what a room can find, and only
    // some questions are answered with a slip.
    private static readonly (Type, string, Type)[] SomeOnly =
    [
        (typeof(PersonWords), nameof(PersonWords.Of), typeof(Part)),
        (typeof(PanelWords), nameof(PanelWords.Of), typeof(Finding)),
        (typeof(GatheringWords), nameof(GatheringWords.AskedOf), typeof(QuestionKind)),
    ];

    [Fact]
    public void Every_value_has_words_of_its_own()
    {
        var named = typeof(Texts).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Words", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public))
            .Where(method => method.ReturnType == typeof(string)
                && method.GetParameters() is [{ ParameterType: { IsEnum: true } kind }]
                && !SomeOnly.Contains((method.DeclaringType!, method.Name, kind)))
            .ToList();
        Assert.True(named.Count > 30, $"Only {named.Count} were found.");
        foreach (var method in named)
        {
            var values = Enum.GetValues(method.GetParameters()[0].ParameterType).Cast<object>();
            var words = values.Select(value => method.Invoke(null, [value])).ToList();
            Assert.True(
                words.Distinct().Count() == words.Count,
                $"{method.DeclaringType!.Name}.{method.Name} says the same of two: {string.Join(" | ", words)}");
        }
    }

    [Fact]
    public void A_consent_that_no_page_knows_is_not_answered_with_another() =>
        Assert.Throws<System.Diagnostics.UnreachableException>(() => MemberWords.HasGiven(new(), "contactToAll"));
}
