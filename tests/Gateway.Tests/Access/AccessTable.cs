namespace PeerNet.Gateway.Tests.Access;

/// <summary>Who may do what: the whole table, and how to be each caller.</summary>
internal static class AccessTable
{
    // One row for each endpoint and each sort of thing it can be about; the same words stand in Attempts.
    private const string Table = """
                                                                visitor stranger asked member lead coordinator networkCoordinator
        GET    /area                                                200   200   200   200   200   200   200
        GET    /groups                                              200   200   200   200   200   200   200
        GET    /groups/{id}                                         200   200   200   200   200   200   200
        PUT    /groups/{id} new                                     401   201   201   201   201   201   403
        PUT    /groups/{id} changed                                 401   403   403   403   200   200   403
        PUT    /groups/{id}/confirmation                            401   403   403   403   200   200   403
        PUT    /groups/{id}/closure                                 401   403   403   403   200   200   403
        DELETE /groups/{id}/closure                                 401   403   403   403   200   200   403
        PUT    /groups/{id}/members/{memberId} themselves           401   201   200   200   200   201   201
        PUT    /groups/{id}/members/{memberId} themselves as lead   401   403   403   403   200   201   403
        PUT    /groups/{id}/members/{memberId} somebody else        401   403   403   403   201   201   403
        DELETE /groups/{id}/members/{memberId} themselves           401   204   204   204   204   204   204
        DELETE /groups/{id}/members/{memberId} somebody else        401   403   403   403   204   204   403
        GET    /groups/{id}/meetings                                200   200   200   200   200   200   200
        PUT    /groups/{id}/seats/{seatId}                          401   403   403   403   200   200   403
        DELETE /groups/{id}/seats/{seatId}                          401   403   403   403   204   204   403
        GET    /groups/{id}/connections                             401   403   403   200   200   200   403
        PUT    /groups/{id}/connections/{area}/{groupId}            401   403   403   403   201   201   403
        DELETE /groups/{id}/connections/{area}/{groupId}            401   403   403   403   204   204   403
        PUT    /groups/{id}/shared/{meetingId}                      401   403   403   403   200   200   403
        DELETE /groups/{id}/shared/{meetingId}                      401   403   403   403   204   204   403
        GET    /link/ledger                                         401   403   403   403   403   200   403
        PUT    /link/border/{area}                                  401   403   403   403   403   204   403
        DELETE /link/border/{area}                                  401   403   403   403   403   204   403
        GET    /members/me/attendance                               401   200   200   200   200   200   200
        PUT    /members/me/seats/{seatId}                           401   201   201   201   201   201   201
        GET    /members/me/seats/{seatId} somebody else             401   404   404   404   404   404   404
        DELETE /members/me/seats/{seatId} somebody else             401   404   404   404   404   404   404
        GET    /members/me                                          401   200   200   200   200   200   200
        GET    /members/{id} themselves                             401   200   200   200   200   200   200
        GET    /members/{id} of the group                           401   404   404   200   200   200   404
        GET    /members/{id} who has asked                          401   404   404   404   200   200   404
        PUT    /members/{id} new                                    401   403   403   403   201   201   403
        PUT    /members/{id} themselves                             401   200   200   200   200   200   200
        PUT    /members/{id} of the group                           401   404   404   404   404   200   404
        DELETE /members/{id} themselves                             401   204   204   204   204   204   204
        DELETE /members/{id} of the group                           401   404   404   404   404   204   404
        GET    /meetings/{id}                                       401   404   404   200   200   200   404
        PUT    /meetings/{id} new                                   401   403   403   403   201   201   403
        PUT    /meetings/{id} moved                                 401   403   403   403   200   200   403
        PUT    /meetings/{id}/record                                401   403   403   403   201   201   403
        PUT    /meetings/{id}/attendance/{memberId} themselves      401   403   403   200   200   200   403
        PUT    /meetings/{id}/attendance/{memberId} somebody else   401   403   403   403   200   200   403
        PUT    /meetings/{id}/headcount                             401   403   403   403   200   200   403
        PUT    /meetings/{id}/corrections/{correctionId}            401   403   403   403   201   201   403
        PUT    /meetings/{id}/cancellation                          401   403   403   403   200   200   403
        DELETE /meetings/{id}/cancellation                          401   403   403   403   200   200   403
        """;

    private static readonly string[][] Lines = [.. Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    public static IReadOnlyList<string> Callers { get; } = Lines[0];

    public static IReadOnlyList<Row> Rows { get; } =
        [.. Lines.Skip(1).Select(words => new Row($"{words[0]} {words[1]}", string.Join(' ', words[2..^Callers.Count]), [.. words[^Callers.Count..].Select(int.Parse)]))];

    public static Person Caller(this Scene scene, string name) => name switch
    {
        "visitor" => Person.Visitor,
        "stranger" => scene.Stranger,
        "asked" => scene.Asked,
        "member" => scene.Member,
        "lead" => scene.Lead,
        "coordinator" => scene.Coordinator,
        "networkCoordinator" => scene.NetworkCoordinator,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}

/// <summary>One endpoint, what it is about, and the status for each caller.</summary>
internal sealed record Row(string Endpoint, string About, int[] Statuses)
{
    public string Name => $"{Endpoint} {About}".Trim();
}
