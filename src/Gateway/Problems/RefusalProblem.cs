using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Problems;

/// <summary>Problem details that a page can translate.</summary>
internal sealed class RefusalProblem : ProblemDetails
{
    /// <summary>The detail with what is put in; programs read it in English.</summary>
    // The serializer refuses a type that requires what it leaves out.
    [JsonIgnore] public Sentence Says { get; init; } = "";
}
