namespace PeerNet.Contracts.Gatherings;

/// <summary>What a table is called: an animal, so that its name says nothing about the people at it.</summary>
[GenerateSerializer, Alias("peernet.animal")]
public enum Animal
{
    /// <summary>A badger.</summary>
    Badger,
    /// <summary>A bee.</summary>
    Bee,
    /// <summary>A blackbird.</summary>
    Blackbird,
    /// <summary>A butterfly.</summary>
    Butterfly,
    /// <summary>A cat.</summary>
    Cat,
    /// <summary>A deer.</summary>
    Deer,
    /// <summary>A dolphin.</summary>
    Dolphin,
    /// <summary>A dormouse.</summary>
    Dormouse,
    /// <summary>A dragonfly.</summary>
    Dragonfly,
    /// <summary>A duck.</summary>
    Duck,
    /// <summary>An eagle.</summary>
    Eagle,
    /// <summary>A falcon.</summary>
    Falcon,
    /// <summary>A fox.</summary>
    Fox,
    /// <summary>A frog.</summary>
    Frog,
    /// <summary>A giraffe.</summary>
    Giraffe,
    /// <summary>A hare.</summary>
    Hare,
    /// <summary>A hedgehog.</summary>
    Hedgehog,
    /// <summary>A heron.</summary>
    Heron,
    /// <summary>A jay.</summary>
    Jay,
    /// <summary>A kestrel.</summary>
    Kestrel,
    /// <summary>A kingfisher.</summary>
    Kingfisher,
    /// <summary>A ladybird.</summary>
    Ladybird,
    /// <summary>A lark.</summary>
    Lark,
    /// <summary>A newt.</summary>
    Newt,
    /// <summary>A nightingale.</summary>
    Nightingale,
    /// <summary>An octopus.</summary>
    Octopus,
    /// <summary>An otter.</summary>
    Otter,
    /// <summary>An owl.</summary>
    Owl,
    /// <summary>A panda.</summary>
    Panda,
    /// <summary>A penguin.</summary>
    Penguin,
    /// <summary>A puffin.</summary>
    Puffin,
    /// <summary>A rabbit.</summary>
    Rabbit,
    /// <summary>A robin.</summary>
    Robin,
    /// <summary>A salmon.</summary>
    Salmon,
    /// <summary>A seal.</summary>
    Seal,
    /// <summary>A sparrow.</summary>
    Sparrow,
    /// <summary>A squirrel.</summary>
    Squirrel,
    /// <summary>A starling.</summary>
    Starling,
    /// <summary>A swallow.</summary>
    Swallow,
    /// <summary>A swan.</summary>
    Swan,
    /// <summary>A tortoise.</summary>
    Tortoise,
    /// <summary>A turtle.</summary>
    Turtle,
    /// <summary>A wren.</summary>
    Wren,
    /// <summary>A zebra.</summary>
    Zebra,
}
