using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Areas;

/// <summary>The front door: what this is, whose area, and where the documentation is.</summary>
internal static class HomePage
{
    public static void MapHome(this IEndpointRouteBuilder app) => app.MapGet("/", Show).AllowAnonymous().ExcludeFromDescription();

    private static ContentHttpResult Show(Home home)
    {
        var name = WebUtility.HtmlEncode(home.Name);
        var note = home.Local ? "<p class=\"note\">This is local mode: the people are made up, and its tokens are good on this machine only.</p>" : "";
        return Page.Of(home.Name, $"""
            <h1>PeerNet in {name}</h1>
            <p>Peer groups are people with lived experience of mental ill-health, addiction, homelessness and much else, supporting one another.
            PeerNet is where the groups of {name} log their meetings, and where people find a group.
            What belongs to {name} stays in {name}.</p>
            {note}
            <ul>
              <li><a href="/api/v1/groups">The groups of every area</a></li>
              <li><a href="/docs">How programs use PeerNet</a></li>
              <li><a href="/openapi/v1.json">The same as an OpenAPI document</a></li>
              <li><a href="/problems">What each refusal means</a></li>
            </ul>
            """);
    }
}
