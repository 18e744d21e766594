namespace PeerNet.Locality.Tests.Story;

/// <summary>What people of one area type on its pages.</summary>
/// <param name="Name">The name of somebody who signs up there.</param>
/// <param name="Email">Their address.</param>
/// <param name="Worry">What they tell the coordinators.</param>
/// <param name="Title">The name of a meeting that a lead plans.</param>
internal sealed record PageTexts(Canary Name, Canary Email, Canary Worry, Canary Title);
