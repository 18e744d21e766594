using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Groups;

/// <summary>Changes to a place as forms make them, which do not ask for its point on the map.</summary>
internal static class PlaceEdits
{
    /// <summary>The place with the point it had, which belongs to the address it was measured for.</summary>
    public static Place WithPointOf(this Place place, Place? was)
    {
        var hasMoved = place.Address != was?.Address || place.Outcode != was?.Outcode;
        return hasMoved ? place : place with { Latitude = was?.Latitude, Longitude = was?.Longitude };
    }
}
