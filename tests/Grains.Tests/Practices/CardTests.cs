using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Practices;
using static PeerNet.Grains.Tests.Practices.Practices;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Practices;

/// <summary>What other areas learn of a practice, and when.</summary>
public sealed class CardTests
{
    private static readonly Practice Told = ATold(WeRang with { Readers = Readers.AllAreas });

    private static Practice Shown { get; } = Told.Agree(TheGroup, Leads, BySam, Now).Yes()
        .Agree(Neighbours, LeadsNeighbours, BySam, Now.AddDays(1)).Yes();

    [Fact]
    public void A_card_has_the_words_and_not_whose_they_are()
    {
        var expected = new PracticeCard
        {
            Area = Abroad.East, Id = ThePractice, WeDid = WeRang.WeDid, Changed = WeRang.Changed,
            WasHard = WeRang.WasHard, Layer = WeRang.Layer, ShownOn = London.DayOf(Now).AddDays(1),
        };
        var card = Shown.CardIn(Abroad.East);
        Assert.Equal(expected, card);
        Assert.DoesNotContain($"{TheGroup}", System.Text.Json.JsonSerializer.Serialize(card, PeerNetJson.Options));
    }

    [Fact]
    public void Other_areas_receive_it_once_every_group_has_agreed_to_that_and_until_one_takes_it_back()
    {
        Assert.Null(Told.CardIn(Abroad.East));
        Assert.Null(Told.Agree(TheGroup, Leads, BySam, Now).Yes().CardIn(Abroad.East));
        Assert.NotNull(Shown.CardIn(Abroad.East));
        Assert.Null(Shown.Withdraw(LeadsNeighbours, BySam).Yes().CardIn(Abroad.East));
        Assert.Null(Shown.Withdraw(Known, ByCoordinator).Yes().CardIn(Abroad.East));
        Assert.Null(new Practice().CardIn(Abroad.East));
    }

    [Fact]
    public void Without_a_word_about_it_it_stays_in_the_area()
    {
        Assert.Equal(Readers.MyArea, WeRang.Readers);
        Assert.Null(AShown().CardIn(Abroad.East));
        Assert.Null(((IHasFace)AShown()).Face());
        // Who can read it is part of what every group agrees to.
        Assert.Equal("practice.words-stay", AShown().Tell(ThePractice, Told.Told!, Found, In(TheGroup), Now).No());
    }

    [Fact]
    public void Thanks_are_a_number_from_four_groups_on_and_do_not_move_the_card_before()
    {
        var faces = new List<object?>();
        var practice = Shown;
        for (var thanks = 0; thanks <= 5; thanks++)
        {
            Assert.Equal(thanks < FewOrMore.MinGroups ? null : thanks, practice.CardIn(Abroad.East)!.Thanks);
            faces.Add(((IHasFace)practice).Face());
            var group = new GroupId(Person(700 + thanks).Value);
            practice = practice.Thank(group, In(group), BySam).Yes();
        }
        Assert.Single(faces[..4].Distinct());
        Assert.Equal(3, faces.Distinct().Count());
    }
}
