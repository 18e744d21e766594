using PeerNet.Contracts;

namespace PeerNet.Gateway.Shell;

/// <summary>How pages speak about where something has to change, in English; keys of the translations.</summary>
internal static class LayerWords
{
    public static string Of(Layer layer) => layer switch
    {
        Layer.Individual => "What people do themselves",
        Layer.Organisation => "How a group or a service works",
        Layer.System => "Rules, money and contracts",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
