using PeerNet.Gateway.Design;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>Days and times as people say them, in every language.</summary>
public sealed class SpokenTests
{
    private static readonly DateOnly Tuesday = new(2027, 3, 2);

    [Fact]
    public void Every_day_of_a_year_has_its_name_and_none_is_left_out_of_the_translations()
    {
        for (var day = new DateOnly(2028, 1, 1); day.Year == 2028; day = day.AddDays(1))
        {
            var words = day.ToString("dddd d MMMM yyyy", null);
            Is(words, language => language.Day(day));
            Is(words[..^5], language => language.NearDay(day));
        }
    }

    [Theory]
    [InlineData(0, 0, "12am")]
    [InlineData(0, 5, "12:05am")]
    [InlineData(9, 0, "9am")]
    [InlineData(11, 59, "11:59am")]
    [InlineData(12, 0, "12pm")]
    [InlineData(12, 30, "12:30pm")]
    [InlineData(23, 45, "11:45pm")]
    public void A_time_is_said_on_a_clock_of_twelve_hours(int hour, int minute, string words) =>
        Is(words, language => language.Time(new(hour, minute)));

    [Fact]
    public void Meetings_and_instants_are_said_in_the_time_of_Sussex()
    {
        var seven = new DateTimeOffset(Tuesday, new(19, 0), TimeSpan.Zero);
        Is("Tuesday 2 March, 7pm to 8:30pm", language => language.Meeting(seven, 90));
        Is("7pm on Tuesday 2 March 2027", language => language.Moment(seven));
        // In summer, midnight comes an hour earlier than in UTC.
        var summer = new DateTimeOffset(new(2027, 6, 30), new(23, 30), TimeSpan.Zero);
        Is("12:30am on Thursday 1 July 2027", language => language.Moment(summer));
        Is("Thursday 1 July 2027", language => language.DayOf(summer));
    }

    [Fact]
    public void A_day_in_a_sentence_is_said_in_the_language_of_the_sentence() =>
        Is("By Tuesday 2 March 2027, 3 of us", language => language.Say(new("By {0}, {1} of us", Tuesday, 3)));

    [Fact]
    public void A_sentence_within_a_sentence_and_things_in_a_row_are_said_in_its_language_too()
    {
        var march = new Sentence("{0} {1}", Spoken.MonthOf(Tuesday), 2027);
        Is("In March 2027 nobody came", language => language.Say(new("In {0} nobody came", march)));
        Listing both = new([new Sentence("thumbs up"), new Sentence("thumbs down"), 3]);
        Is("It was thumbs up, thumbs down and 3", language => language.Say(new("It was {0}", both)));
        Assert.Equal("thumbs up, thumbs down and 3", $"{both}");
    }

    private static void Is(string words, Func<Language, string> said)
    {
        Assert.Equal(words, said(Language.English));
        Assert.Equal(words.ToUpperInvariant(), said(Language.Capitals));
    }
}
