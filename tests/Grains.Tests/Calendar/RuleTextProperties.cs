using CsCheck;
using PeerNet.Calendar;
using static PeerNet.Grains.Tests.Calendar.RuleTextTests;

namespace PeerNet.Grains.Tests.Calendar;

/// <summary>Whatever is written for a rule is taken or refused.</summary>
public sealed class RuleTextProperties
{
    [Fact]
    public void No_text_throws() => Gen.String.Sample(rule => { Check(rule); }, iter: 1000);

    [Fact]
    public void No_text_made_of_the_words_of_rules_throws_and_what_is_taken_can_be_reckoned()
    {
        Gen.OneOf(
                "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "INTERVAL=", "COUNT=", "UNTIL=", "BYDAY=",
                "BYMONTHDAY=", "BYMONTH=", "BYSETPOS=", "WKST=",
                ";", ";", ";", ",", "-", "+", "0", "1", "2", "31", "366", "TU", "-1FR", "20260931", "20261231",
                "20000101T000000Z", "99991231T235959Z", "=", "\n")
            .Array[1, 12].Select(string.Concat).Sample(rule =>
            {
                if (Check(rule) is null)
                    Assert.NotEmpty(Recurrence.Between(With(rule), DateOnly.MinValue, DateOnly.MaxValue).Take(3));
            }, iter: 5000);
    }
}
