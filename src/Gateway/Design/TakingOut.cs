using PeerNet.Contracts;

namespace PeerNet.Gateway.Design;

/// <summary>What a <c>TakeOutForm</c> asks for, on whichever page it is.</summary>
internal static class TakingOut
{
    /// <summary>
    /// Takes the words of the form out of what is read. A slip of the pen takes nothing out, and somebody has to know.
    /// </summary>
    /// <param name="form">The form.</param>
    /// <param name="get">Reads it.</param>
    /// <param name="takeOut">Takes words out of it.</param>
    /// <param name="invalid">Its refusal of a field.</param>
    /// <param name="by">The caller.</param>
    public static async Task<Result<T>> TakeOut<T>(
        this IFormCollection form, Func<Caller, Task<Result<T>>> get,
        Func<TakeOutWords, Caller, Task<Result<T>>> takeOut, Func<string, string, Refusal> invalid, Caller by)
        where T : class
    {
        if ((await get(by)).Refused(out var refusal, out var before)) return refusal;
        var taken = await takeOut(new(form.Text("words")), by);
        var isUnchanged = !taken.Refused(out _, out var after) && AreSame(before, after);
        return isUnchanged ? invalid("words", "These words are not in it.") : taken;
    }

    private static bool AreSame<T>(T before, T after)
    {
        return (before, after) is (IVersioned one, IVersioned other)
            ? one.Version == other.Version
            : PeerNetJson.Same(before, after);
    }
}
