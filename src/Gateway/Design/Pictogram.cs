namespace PeerNet.Gateway.Design;

/// <summary>What a drawing beside a short sentence shows.</summary>
public enum Pictogram
{
    /// <summary>A hand that is raised.</summary>
    Hand,
    /// <summary>Two people at a table.</summary>
    Table,
    /// <summary>A pencil.</summary>
    Pencil,
    /// <summary>What somebody says.</summary>
    Speech,
    /// <summary>A clock.</summary>
    Clock,
    /// <summary>A house.</summary>
    House,
    /// <summary>A cup of tea.</summary>
    Cup,
    /// <summary>A heart.</summary>
    Heart,
}
