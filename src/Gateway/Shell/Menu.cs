using System.Security.Claims;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Shell;

/// <summary>A link of the menu.</summary>
/// <param name="Url">Where it leads.</param>
/// <param name="Text">What it says, in English.</param>
internal sealed record MenuLink(string Url, string Text);

/// <summary>The menu: what this person can do here.</summary>
internal static class Menu
{
    private static readonly MenuLink Find = new("/groups", "Find a group");

    private static readonly MenuLink[] Visitor =
    [
        Find, new(Link.WhatGroupsSayPages.Url, "What groups say"), new("/sign-in", "Sign in"),
    ];

    private static readonly MenuLink Groups = new("/home", "Your groups"), You = new("/me", "About you");

    private static readonly MenuLink Support = new("/offers", "Give or get support");

    private static readonly MenuLink Leave = new("/sign-out", "Sign out");

    private static readonly MenuLink[] Member = [Groups, Find, Support, You, Leave];

    private static readonly MenuLink[] Coordinator =
    [
        Groups, new("/overview", "Overview"), new("/growth", "Growth"), Find, Support, You, Leave,
    ];

    /// <summary>The links for whoever is signed in.</summary>
    public static IReadOnlyList<MenuLink> For(ClaimsPrincipal? who)
    {
        var caller = who is null ? null : CurrentCaller.Of(who);
        return caller switch
        {
            null => Visitor,
            { Coordinates: true } => Coordinator,
            _ => Member,
        };
    }
}
