namespace PeerNet.Contracts.Power;

/// <summary>What a person says of a role that they hold: the body of PUT groups/{id}/power/{holdId}.</summary>
[GenerateSerializer, Immutable, Alias("peernet.hold-role")]
public sealed record HoldRole
{
    /// <summary>The role. It stays the same.</summary>
    [Id(0)] public required GroupRole Role { get; init; }

    /// <summary>The day since which they hold it, in Europe/London. Only they themselves see it.</summary>
    [Id(1)] public required DateOnly Since { get; init; }

    /// <summary>How many others share it with them, 0 to 20.</summary>
    [Id(2)] public int SharedWith { get; init; }
}

/// <summary>Which ID the time of the next holder has: the body of PUT groups/{id}/power/{holdId}/taking.</summary>
/// <param name="HoldId">A new, random ID (UUID version 4): others see it, and other versions contain the time.</param>
[GenerateSerializer, Immutable, Alias("peernet.take-role")]
public sealed record TakeRole([property: Id(0)] RoleHoldId HoldId);

/// <summary>What people do in a group that gives them a say.</summary>
[GenerateSerializer, Alias("peernet.group-role")]
public enum GroupRole
{
    /// <summary>Leads the group.</summary>
    Lead,
    /// <summary>Leads the meeting.</summary>
    Chair,
    /// <summary>Opens the door and has the key.</summary>
    DoorKeeper,
    /// <summary>Writes down what is said.</summary>
    NoteTaker,
    /// <summary>Looks after the money.</summary>
    Money,
    /// <summary>Decides what is talked about.</summary>
    Agenda,
    /// <summary>Speaks for the group elsewhere.</summary>
    Speaker,
    /// <summary>Has the last word.</summary>
    Decider,
}

/// <summary>The rules for what is said of roles.</summary>
public static class PowerFields
{
    /// <summary>The maximum number of others who share a role.</summary>
    public const int MaxSharedWith = 20;

    /// <summary>How many times of holding a role a group keeps.</summary>
    public const int MaxHolds = 300;

    /// <summary>After how many months a holder who shares a role with nobody is asked about it.</summary>
    public const int MonthsToAsk = 24;

    /// <summary>What is said of a day that stays, as the detail of a refusal.</summary>
    public const string SinceStays = "It is the day on which the role was handed on, which stays.";

    /// <summary>How many years back a role may be held.</summary>
    public const int MaxYears = 50;
}
