using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.SignIn;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SignIn.Codes;

namespace PeerNet.Grains.Tests.SignIn;

public sealed class SignInCodesTests
{
    private static readonly SignInCodes Mailed = new SignInCodes().Mail(Robin, 123456, Now);

    [Fact]
    public void A_code_is_accepted_for_its_address_and_no_other()
    {
        Assert.True(Mailed.Accepts(Robin, 123456, Now));
        Assert.False(Mailed.Accepts(Robin, 123457, Now));
        Assert.False(Mailed.Accepts(Ash, 123456, Now));
        Assert.False(new SignInCodes().Accepts(Robin, 123456, Now));
    }

    [Fact]
    public void A_code_works_once()
    {
        var used = Mailed.Enter(Robin, 123456, Now);
        Assert.False(used.Accepts(Robin, 123456, Now));
        Assert.Same(used, used.Enter(Robin, 123456, Now));
    }

    [Fact]
    public void A_code_works_for_fifteen_minutes()
    {
        Assert.True(Mailed.Accepts(Robin, 123456, Now + MailedCode.Lifetime - TimeSpan.FromTicks(1)));
        var late = Now + MailedCode.Lifetime;
        Assert.False(Mailed.Accepts(Robin, 123456, late));
        Assert.Same(Mailed, Mailed.Enter(Robin, 123456, late));
        Assert.Same(Mailed, Mailed.Enter(Robin, 111111, late));
    }

    [Fact]
    public void Only_the_newest_code_works()
    {
        var again = Mailed.Mail(Robin, 222222, Now.AddMinutes(1));
        Assert.False(again.Accepts(Robin, 123456, Now.AddMinutes(1)));
        Assert.True(again.Accepts(Robin, 222222, Now.AddMinutes(1)));
    }

    [Fact]
    public void Five_wrong_codes_lock_the_address_for_fifteen_minutes_and_no_other()
    {
        var both = Mailed.Mail(Ash, 222222, Now);
        var four = Guess(both, 4, Now);
        Assert.False(four.IsLocked(Robin, Now));
        Assert.True(four.Accepts(Robin, 123456, Now));
        var locked = Guess(four, 1, Now);
        Assert.True(locked.IsLocked(Robin, Now));
        Assert.False(locked.Accepts(Robin, 123456, Now));
        Assert.False(locked.IsLocked(Ash, Now));
        Assert.True(locked.Accepts(Ash, 222222, Now));
        var open = Now + MailedCode.LockTime;
        Assert.Same(locked, locked.Mail(Robin, 333333, open.AddTicks(-1)));
        Assert.False(locked.IsLocked(Robin, open));
        Assert.False(locked.Accepts(Robin, 123456, open));
        Assert.True(locked.Mail(Robin, 333333, open).Accepts(Robin, 333333, open));
    }

    [Fact]
    public void Asking_for_another_code_gives_no_more_guesses_within_fifteen_minutes()
    {
        var soon = Now.AddMinutes(1);
        var again = Guess(Mailed, 4, Now).Mail(Robin, 222222, soon);
        Assert.True(Guess(again, 1, soon).IsLocked(Robin, soon));
        var late = Now + MailedCode.Lifetime;
        Assert.False(Guess(Guess(Mailed, 4, Now).Mail(Robin, 222222, late), 1, late).IsLocked(Robin, late));
        var last = late.AddSeconds(-1);
        Assert.True(Guess(Guess(Mailed, 4, last).Mail(Robin, 222222, late), 1, late).IsLocked(Robin, late));
    }

    [Fact]
    public void A_right_code_forgives_the_wrong_ones()
    {
        var soon = Now.AddMinutes(1);
        var used = Guess(Mailed, 4, Now).Enter(Robin, 123456, Now).Mail(Robin, 222222, soon);
        Assert.False(Guess(used, 4, soon).IsLocked(Robin, soon));
        Assert.True(Guess(used, 5, soon).IsLocked(Robin, soon));
    }

    [Fact]
    public void One_code_is_mailed_in_a_minute()
    {
        Assert.Same(Mailed, Mailed.Mail(Robin, 222222, Now + MailedCode.MailInterval - TimeSpan.FromTicks(1)));
        Assert.NotSame(Mailed, Mailed.Mail(Robin, 222222, Now + MailedCode.MailInterval));
        Assert.NotSame(Mailed, Mailed.Mail(Ash, 222222, Now));
    }

    [Fact]
    public void Ten_codes_are_mailed_in_a_day()
    {
        var ten =
            Enumerable.Range(1, 9).Aggregate(Mailed, (codes, hour) => codes.Mail(Robin, hour, Now.AddHours(hour)));
        Assert.True(ten.Accepts(Robin, 9, Now.AddHours(9)));
        Assert.Same(ten, ten.Mail(Robin, 222222, Now.AddDays(1).AddTicks(-1)));
        Assert.True(ten.Mail(Robin, 222222, Now.AddDays(1)).Accepts(Robin, 222222, Now.AddDays(1)));
    }

    [Fact]
    public void What_is_over_is_forgotten_and_a_full_shelf_forgets_what_waited_longest()
    {
        Assert.Single(Mailed.Mail(Ash, 222222, Now.AddDays(1)).Codes);
        Assert.Equal(2, Mailed.Mail(Ash, 222222, Now.AddDays(1).AddTicks(-1)).Codes.Length);
        var full = Enumerable.Range(1, SignInCodes.MaxAddresses).Aggregate(
            Mailed, (codes, number) => codes.Mail(Address($"{number}@example.invalid"), number, Now));
        Assert.Equal(SignInCodes.MaxAddresses, full.Codes.Length);
        Assert.False(full.Accepts(Robin, 123456, Now));
        Assert.True(full.Accepts(Address("1@example.invalid"), 1, Now));
    }

    [Fact]
    public void Neither_the_address_nor_the_code_is_in_the_row()
    {
        var row = JsonSerializer.Serialize(Mailed.InARow(), PeerNetJson.Options);
        Assert.DoesNotContain("robin", row, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("123456", row, StringComparison.Ordinal);
        var other = new SignInCodes().Mail(new string('8', 64), Robin, Code(123456), Now);
        Assert.NotEqual(Mailed.Codes[0].Address, other.Codes[0].Address);
        Assert.NotEqual(Mailed.Codes[0].Code, other.Codes[0].Code);
    }

    [Fact]
    public void Neither_is_in_what_a_log_would_show()
    {
        Assert.DoesNotContain("robin", $"{Robin} {new { Robin }}", StringComparison.Ordinal);
        Assert.DoesNotContain("123456", $"{Code(123456)}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 012 345 ", "012345")]
    [InlineData("012-345", "012345")]
    [InlineData("12345", null)]
    [InlineData("1234567", null)]
    [InlineData("12345a", null)]
    [InlineData("١٢٣٤٥٦", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? code) =>
        Assert.Equal(code, SignInCode.TryParse(typed, out var read) ? read.Text : null);

    [Theory]
    [InlineData("Robin@Example.Invalid", "robin@example.invalid")]
    [InlineData("  robin@example.invalid\t", "robin@example.invalid")]
    [InlineData("ÉLAN@example.invalid", "Élan@example.invalid")]
    [InlineData("robin", null)]
    [InlineData("@example.invalid", null)]
    [InlineData("robin@", null)]
    [InlineData("\u200brobin@example.invalid\u2060\ufeff", "robin@example.invalid")]
    [InlineData("\u200b \u200e", null)]
    [InlineData("ro\u200bbin@example.invalid", null)]
    [InlineData("ro bin@example.invalid", null)]
    [InlineData("robin@example.invalid,ash@example.invalid", null)]
    [InlineData("a<robin@example.invalid>", null)]
    [InlineData("robin@example.invalid\r\nBcc:ash", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_address_is_read_as_people_type_it(string? typed, string? address) =>
        Assert.Equal(address, EmailAddress.TryParse(typed, out var read) ? read.Text : null);

    [Fact]
    public void A_shelf_is_shared_by_many_addresses()
    {
        var shelves = Enumerable.Range(0, 5000).Select(number => SignInShelf.For(Address($"{number}@example.invalid")));
        Assert.InRange(shelves.Distinct().Count(), 200, 256);
        Assert.Equal(SignInShelf.For(Robin), SignInShelf.For(Address("ROBIN@example.invalid")));
    }

    private static SignInCodes Guess(SignInCodes codes, int times, DateTimeOffset now) =>
        Enumerable.Range(0, times).Aggregate(codes, (next, number) => next.Enter(Robin, 900000 + number, now));
}
