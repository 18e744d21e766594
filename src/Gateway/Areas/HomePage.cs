using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Areas;

/// <summary>The home page: what PeerNet is, which area this is, and links to the documentation.</summary>
internal sealed class HomePage : IEndpoints
{
    public static void Map(SiteMap site) => site.Pages.MapGet("/", Show).AllowAnonymous();

    private static ContentHttpResult Show(Home home)
    {
        var name = WebUtility.HtmlEncode(home.Name);
        var note =
            home.Local
                ? "<p class=\"note\">This is a demonstration. The people are made up, and the tokens work on this "
                    + "computer only.</p>"
                : "";
        return Page.Of(home.Name, $"""
            <h1>PeerNet in {name}</h1>
            <p>In a peer group, people who have been through mental ill health, addiction,
            homelessness or other hard times
            support one another.</p>
            <p>Use PeerNet to find a group, or to log your group’s meetings.
            What belongs to {name} stays in {name}.</p>
            {note}
            <ul>
              <li><a href="/api/v1/groups">Groups in all areas</a></li>
              <li><a href="/docs">API documentation</a></li>
              <li><a href="/openapi/v1.json">API as an OpenAPI document</a></li>
              <li><a href="/problems">Problems and what to do about them</a></li>
            </ul>
            """);
    }
}
