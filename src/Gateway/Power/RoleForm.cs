using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Power;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Power;

/// <summary>What somebody types about a role that they hold. The names are those of the API's JSON.</summary>
/// <param name="Id">The ID, so that sending it twice says it once.</param>
/// <param name="Role">The role, as a word.</param>
/// <param name="Since">Since when.</param>
/// <param name="SharedWith">How many others share it.</param>
public sealed record RoleForm(RoleHoldId Id, string Role, string Since, string SharedWith)
{
    internal static RoleForm New() => new(NewId(), "", "", "0");

    // Others see the ID, so it does not contain the time, as those of most forms do.
    internal static RoleHoldId NewId() => Ids.Random<RoleHoldId>();

    internal static RoleForm Of(IFormCollection form)
    {
        var known = RoleHoldId.TryParse(form["holdId"], out var id) ? id : NewId();
        return new(known, form.Text("role"), form.Text("since"), form.Text("sharedWith"));
    }

    /// <summary>What somebody has said of a role of theirs.</summary>
    internal static RoleForm Of(OwnRole own)
    {
        var since = Day.Text(own.Since);
        return new(own.Id, Words<GroupRole>.Of(own.Role), since, $"{own.SharedWith}");
    }

    internal FormErrors Read(out HoldRole says)
    {
        FormErrors errors = [];
        if (Words<GroupRole>.Find(Role) is null) errors.Add(new("role", "Choose what you do."));
        if (!Api.Day.TryRead(Since, out var since)) errors.Add(new("since", "Enter the day you started."));
        if (!int.TryParse(SharedWith, NumberStyles.None, CultureInfo.InvariantCulture, out var others))
            errors.Add(new("sharedWith", "Enter a number from 0 to 20."));
        says = new() { Role = Words<GroupRole>.Find(Role) ?? default, Since = since, SharedWith = others };
        return errors;
    }
}
