namespace PeerNet.Contracts;

/// <summary>
/// The area's database refused a statement because of a bug, such as wrong SQL. Sending the request again would not
/// help. What the database said stays in the silo's log.
/// </summary>
[GenerateSerializer, Alias("peernet.statement-refused")]
public sealed class StatementRefusedException : Exception
{
    /// <summary>An exception with the text that programs see.</summary>
    public StatementRefusedException() : base("The area's database refused a statement.")
    {
    }
}
