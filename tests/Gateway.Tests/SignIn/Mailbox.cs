using System.Text.RegularExpressions;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>What was mailed to one address of East Sussex. The address is part of every test's canary.</summary>
internal sealed partial class Mailbox(RunningArea area)
{
    private readonly string folder = area.East.At.File("mail");

    public string Address { get; } = $"{RunningArea.Canary}-{Guid.CreateVersion7():N}@example.invalid";

    public IReadOnlyList<string> Mails
    {
        get
        {
            if (!Directory.Exists(folder)) return [];
            return [.. Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(TextOf)
                .Where(mail => mail.Contains(Address, StringComparison.Ordinal) && Digits().IsMatch(mail))];
        }
    }

    /// <summary>The code in the first mail, once it has come.</summary>
    public async Task<string> Code()
    {
        await RunningArea.Until(() => Task.FromResult(Mails.Count > 0));
        return Digits().Match(Mails[0]).Groups["code"].Value;
    }

    /// <summary>The address as sign-in reads it.</summary>
    public EmailAddress Read => EmailAddress.TryParse(Address, out var read) ? read : throw new FormatException();

    /// <summary>A new person whose profile has the address.</summary>
    public async Task<Person> BelongToSomebody()
    {
        var person = await area.APerson();
        var says = new { name = "Robin", contact = Address };
        (await area.Http.Put($"members/{person.Id}", person, says, "*")).IsYes();
        return person;
    }

    /// <summary>Asks for a code and enters it.</summary>
    public async Task<FormClient.Seen> Enter(FormClient browser)
    {
        await browser.Fill("/sign-in", "/sign-in", ("email", Address));
        return await browser.Fill("/sign-in/code", "/sign-in/code", ("code", await Code()));
    }

    /// <summary>A code that was not mailed.</summary>
    public static string Wrong(string code, int nth) => $"{(int.Parse(code) + nth + 1) % 1_000_000:D6}";

    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            // It is being written, and can be read the next time.
            return "";
        }
    }

    [GeneratedRegex(@"^(?<code>\d{6})\r?$(?=[\s\S]*do not have to do anything)", RegexOptions.Multiline)]
    private static partial Regex Digits();
}
