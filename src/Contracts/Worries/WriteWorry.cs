namespace PeerNet.Contracts.Worries;

/// <summary>A worry for the area's coordinators: the body of PUT worries/{id}.</summary>
/// <param name="About">What it is about.</param>
/// <param name="SubjectId">The offer, the person or the group.</param>
/// <param name="Text">In the writer's own words, 1 to 4,000 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.write-worry")]
public sealed record WriteWorry(
    [property: Id(0)] WorrySubject About, [property: Id(1)] Guid SubjectId, [property: Id(2)] string Text);
