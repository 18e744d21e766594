namespace PeerNet.Contracts.Link;

/// <summary>A grain that writes letters, or that letters are for.</summary>
[GrainInterfaceType("peernet.letters"), Alias("peernet.letters")]
public interface ILetterGrain : IGrainWithStringKey
{
    /// <summary>Takes a letter in; the same one again changes nothing. A no is an answer too, and is told to the writer.</summary>
    [Alias("receive")]
    Task<Result<Done>> Receive(Letter letter);

    /// <summary>Takes in what the other area answered: nothing against it, and the letter is done with; or the code of its no, told once or several times.</summary>
    [Alias("settle")]
    Task Settle(OperationId operation, string? refused);
}
