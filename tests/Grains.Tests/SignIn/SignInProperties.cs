using CsCheck;
using PeerNet.Grains.SignIn;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SignIn.Codes;

namespace PeerNet.Grains.Tests.SignIn;

/// <summary>Whatever people and guessers do, in whatever order and at whatever intervals.</summary>
public sealed class SignInProperties
{
    // A second to eight hours apart; codes from so few that guesses are often right.
    private static readonly Gen<(bool Mails, int Code, int Seconds)[]> SomeActs =
        Gen.Select(Gen.Bool, Gen.Int[0, 9], Gen.OneOf(Gen.Int[0, 90], Gen.Int[0, 1200], Gen.Int[0, 30_000])).Array[80];

    [Fact]
    public void A_code_works_only_once_in_time_and_if_it_is_the_newest() => SomeActs.Sample(acts =>
    {
        int? newest = null;
        var mailedAt = Now;
        Walk(acts, (before, after, act, now) =>
        {
            if (act.Mails && !ReferenceEquals(before, after))
            {
                newest = act.Code;
                mailedAt = now;
            }
            if (act.Mails || !before.Accepts(Robin, act.Code, now)) return;
            Assert.Equal(newest, act.Code);
            Assert.True(now < mailedAt + MailedCode.Lifetime);
            Assert.False(after.Accepts(Robin, act.Code, now));
            newest = null;
        });
    });

    [Fact]
    public void Nobody_guesses_more_than_five_times_in_fifteen_minutes() => SomeActs.Sample(acts =>
    {
        var wrong = new List<DateTimeOffset>();
        Walk(acts, (before, after, act, now) =>
        {
            if (act.Mails) return;
            if (before.Accepts(Robin, act.Code, now)) wrong.Clear();
            else if (!ReferenceEquals(before, after)) wrong.Add(now);
            Assert.InRange(wrong.Count(at => at > now - MailedCode.LockTime), 0, MailedCode.MaxWrong);
        });
    });

    [Fact]
    public void Nobody_is_mailed_twice_in_a_minute_or_eleven_times_in_a_day() => SomeActs.Sample(acts =>
    {
        var mails = new List<DateTimeOffset>();
        Walk(acts, (before, after, act, now) =>
        {
            if (!act.Mails || ReferenceEquals(before, after)) return;
            if (mails.Count > 0) Assert.True(now >= mails[^1] + MailedCode.MailInterval);
            mails.Add(now);
            // Days are counted from the first mail of each, so that any day has parts of at most two.
            Assert.InRange(mails.Count(at => at > now - TimeSpan.FromDays(1)), 0, 2 * MailedCode.MaxMails);
            Assert.Single(after.Codes);
        });
    });

    private static void Walk(
        (bool Mails, int Code, int Seconds)[] acts,
        Action<SignInCodes, SignInCodes, (bool Mails, int Code, int Seconds), DateTimeOffset> each)
    {
        var codes = new SignInCodes();
        var now = Now;
        foreach (var act in acts)
        {
            now = now.AddSeconds(act.Seconds);
            var next = act.Mails ? codes.Mail(Robin, act.Code, now) : codes.Enter(Robin, act.Code, now);
            each(codes, next, act, now);
            codes = next;
        }
    }
}
