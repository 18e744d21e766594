namespace PeerNet.Contracts;

/// <summary>What is asked of a result in many places.</summary>
public static class ResultExtensions
{
    extension<T>(Result<T> result)
    {
        /// <summary>Only that it was done, or the refusal.</summary>
        public Result<Done> AsDone() => result.Map(_ => default(Done));

        /// <summary>The value as the answer to a PUT, or the refusal.</summary>
        /// <param name="created">Whether this request created it.</param>
        public Result<Written<T>> AsWritten(bool created) => result.Map(value => new Written<T>(value, created));
    }

    /// <summary>The value, or null if it was refused.</summary>
    public static T? OrNull<T>(this Result<T> result) where T : class =>
        result.Refused(out _, out var value) ? null : value;

    /// <summary>The values of those that were not refused.</summary>
    public static IEnumerable<T> Values<T>(this IEnumerable<Result<T>> results) where T : class =>
        results.Select(result => result.OrNull()).OfType<T>();
}
