using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SignIn;

/// <summary>Holds the codes on one shelf, mails them, and finds the person once a code is right.</summary>
[GrainType("sign-in")]
internal sealed partial class SignInGrain(
    [PersistentState("sign-in", StorageNames.Area)] IPersistentState<Row<SignInCodes>> stored,
    ISignInRows rows,
    TimeProvider clock,
    ILogger<SignInGrain> log,
    ICodeMail? mail = null)
    : Grain, ISignInGrain
{
    private const int SecretDigits = 64;

    private Durable<SignInCodes> Codes => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    public Task<Result<Done>> Ask(EmailAddress address) => Mail(address, CodePurpose.SignIn);

    public Task<Result<Done>> AskToAdd(EmailAddress address) => Mail(address, CodePurpose.AddAddress);

    public async Task<Result<SignInAnswer>> Enter(EmailAddress address, SignInCode code) =>
        (await Use(address, code)).Refused(out var refusal, out _) ? refusal : new SignInAnswer(await Find(address));

    public async Task<Result<MemberId>> Register(EmailAddress address, MemberId member)
    {
        if (await Find(address) is { } known) return known;
        return (await Prove(address, member)).Map(_ => member);
    }

    public async Task<Result<Done>> Add(EmailAddress address, SignInCode code, Caller by)
    {
        if (by.Member is not { } member) return AccessRefusals.NotYours;
        if ((await Use(address, code)).Refused(out var refusal, out _)) return refusal;
        if (await rows.FindMember(address) is { } known && known != member.Value) return SignInRefusals.Taken;
        return (await GrainFactory.Member(Key.Area, member).Prove(address, Caller.Area)).AsDone();
    }

    private async Task<Result<Done>> Mail(EmailAddress address, CodePurpose purpose)
    {
        if (mail is null) return SignInRefusals.NoMail;
        var now = clock.GetUtcNow();
        var code = SignInCode.Of(RandomNumberGenerator.GetInt32(SignInCode.Count));
        var secret = Codes.Latest.Secret ?? RandomNumberGenerator.GetHexString(SecretDigits, lowercase: true);
        var asked = await Codes.Commit(codes => codes.Mail(secret, address, code, now));
        if (asked.Refused(out var refusal, out var change)) return refusal;
        // Nobody waits for the mail server. The address is not kept, so a crash costs the mail: the person asks again.
        if (change.HasChanged) Send(mail, address, code, purpose, Guid.CreateVersion7(now)).Ignore();
        return default(Done);
    }

    private async Task<Result<Done>> Use(EmailAddress address, SignInCode code)
    {
        var now = clock.GetUtcNow();
        var entered = await Codes.Commit(codes => codes.Enter(address, code, now));
        if (entered.Refused(out var refusal, out var change)) return refusal;
        if (change.Before.Record.Accepts(address, code, now)) return default(Done);
        return change.Record.IsLocked(address, now) ? SignInRefusals.Locked : SignInRefusals.Code;
    }

    private async Task<MemberId?> Find(EmailAddress address)
    {
        if (await rows.FindMember(address) is not { } id) return null;
        return (await Prove(address, new(id))).Refused(out _, out _) ? null : new MemberId(id);
    }

    private async Task<Result<bool>> Prove(EmailAddress address, MemberId member)
    {
        var proven = await GrainFactory.Member(Key.Area, member).Prove(address, Caller.Area);
        // Whoever wrote the address into this record may have been somebody else, and is signed out.
        if (!proven.Refused(out _, out var isNew) && isNew)
            await GrainFactory.Sessions(Key.Area, member).EndAll(Caller.Area);
        return proven;
    }

    private async Task Send(ICodeMail mail, EmailAddress address, SignInCode code, CodePurpose purpose, Guid id)
    {
        try
        {
            await mail.Send(address, code, purpose, id);
        }
        catch (Exception fault)
        {
            CannotMail(id, (fault.InnerException ?? fault).GetType().FullName);
        }
    }

    [LoggerMessage(1208, LogLevel.Warning, "Could not mail a code for signing in, as mail {Mail}: {Type}")]
    private partial void CannotMail(Guid mail, string? type);
}
