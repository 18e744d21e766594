using PeerNet.Gateway.Tests.Gatherings;

namespace PeerNet.Gateway.Tests.LinkedRooms;

/// <summary>Gatherings of the scene that ask North Sussex, which never answers.</summary>
internal static class LinkedRoomsInAScene
{
    /// <summary>An open question of one that is shared.</summary>
    public static async Task<RoomQuestion> ALinkedQuestion(this Scene scene, ApiClient http)
    {
        var question = await scene.AQuestion(http);
        (await http.Put($"{question.Gathering}/rooms/north-sussex", scene.Lead)).Is(200);
        (await http.Put($"{question.At}/sharing", scene.Lead)).Is(200);
        return question;
    }

    /// <summary>The same once it is closed, with our count handed in.</summary>
    public static async Task<RoomQuestion> AHandedInQuestion(this Scene scene, ApiClient http)
    {
        var question = await scene.ALinkedQuestion(http);
        (await http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        (await http.Put($"{question.At}/handing-in", scene.Lead)).Is(200);
        return question;
    }
}
