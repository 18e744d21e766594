using System.Reflection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Gatherings;
using PeerNet.Silo;
using PeerNet.Silo.Paper;

namespace PeerNet.Storage.Tests;

/// <summary>Keys that a silo left behind when it died between closing a question and destroying its key.</summary>
public sealed class PaperKeySweeperTests
{
    [Fact]
    public async Task A_gathering_that_cannot_be_read_keeps_no_other_from_destroying_its_keys()
    {
        var cancel = TestContext.Current.CancellationToken;
        var grains = DispatchProxy.Create<IGrainFactory, Factory>();
        var asked = (Factory)(object)grains;
        using var sweeper = new PaperKeySweeper(
            new Keys([Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()]), grains,
            Options.Create(new SiloOptions { Area = "east-sussex" }), TimeProvider.System,
            NullLogger<PaperKeySweeper>.Instance);
        await sweeper.StartAsync(cancel);
        await asked.Third.Task.WaitAsync(cancel);
        await sweeper.StopAsync(cancel);
    }

    private sealed class Keys(Guid[] gatherings) : IPaperKeys
    {
        public bool AreKept => true;

        public IEnumerable<Guid> Gatherings => gatherings;

        public Task<byte[]?> Find(Guid gathering, Guid name) => Task.FromResult<byte[]?>(null);

        public Task<byte[]?> FindOrMake(Guid gathering, Guid name) => Task.FromResult<byte[]?>(null);

        public void DestroyAllBut(Guid gathering, IReadOnlySet<Guid> names)
        {
        }
    }

    /// <summary>Finds gatherings, of which the first two cannot be read.</summary>
    public class Factory : DispatchProxy
    {
        internal TaskCompletionSource Third { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        private int found;

        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (++found < 3) throw new InvalidOperationException("The row is damaged.");
            Third.TrySetResult();
            return DispatchProxy.Create<IPaperGrain, Tidied>();
        }
    }

    /// <summary>A gathering that destroys its keys.</summary>
    public class Tidied : DispatchProxy
    {
        /// <inheritdoc/>
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Task.CompletedTask;
    }
}
