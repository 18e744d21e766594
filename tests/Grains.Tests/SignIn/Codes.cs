using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.SignIn;

namespace PeerNet.Grains.Tests.SignIn;

/// <summary>A shelf, and whom it knows.</summary>
internal static class Codes
{
    public static readonly string Secret = new('7', 64);
    public static readonly EmailAddress Robin = Address("robin@example.invalid");
    public static readonly EmailAddress Ash = Address("ash@example.invalid");

    public static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new FormatException();

    public static SignInCode Code(int number) => SignInCode.Of(number);

    public static SignInCodes Mail(this SignInCodes codes, EmailAddress address, int number, DateTimeOffset now) =>
        codes.Mail(Secret, address, Code(number), now);

    public static SignInCodes Enter(this SignInCodes codes, EmailAddress address, int number, DateTimeOffset now) =>
        codes.Enter(address, Code(number), now);

    public static bool Accepts(this SignInCodes codes, EmailAddress address, int number, DateTimeOffset now) =>
        codes.Accepts(address, Code(number), now);
}
