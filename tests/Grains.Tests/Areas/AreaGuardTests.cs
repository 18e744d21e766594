using System.Reflection;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Link;
using static PeerNet.Grains.Tests.Abroad;

namespace PeerNet.Grains.Tests.Areas;

/// <summary>A silo has no grain of another area.</summary>
public sealed class AreaGuardTests
{
    [Theory]
    [InlineData("east-sussex/group/01990000-0000-7000-8000-00000000000a", true)]
    [InlineData("west-sussex/group/01990000-0000-7000-8000-00000000000a", false)]
    [InlineData("east-sussex/member/01990000-0000-7000-8000-00000000000a", false)]
    [InlineData("east-sussex/group", false)]
    public async Task A_key_names_the_area_and_the_kind_of_the_grain(string key, bool isCalled)
    {
        var call = new Call(new Border(), GrainId.Create("group", key));
        var fault = await Record.ExceptionAsync(() => new AreaGuard(East).Invoke(call));
        Assert.Equal(isCalled, fault is not ArgumentException);
        Assert.Equal(isCalled, call.IsInvoked);
    }

    [Fact]
    public async Task Grains_of_the_runtime_have_keys_of_their_own()
    {
        var call = new Call("a grain of another assembly", GrainId.Create("management", "0"));
        await new AreaGuard(East).Invoke(call);
        Assert.True(call.IsInvoked);
    }

    private sealed class Call(object grain, GrainId id) : IIncomingGrainCallContext
    {
        public bool IsInvoked { get; private set; }

        public object Grain => grain;

        public GrainId TargetId => id;

        public IGrainContext TargetContext => throw new NotSupportedException();

        public MethodInfo ImplementationMethod => throw new NotSupportedException();

        public IInvokable Request => throw new NotSupportedException();

        public GrainId? SourceId => null;

        public GrainInterfaceType InterfaceType => default;

        public string InterfaceName => "";

        public string MethodName => "";

        public MethodInfo InterfaceMethod => throw new NotSupportedException();

        public object? Result { get; set; }

        public Response? Response { get; set; }

        public Task Invoke()
        {
            IsInvoked = true;
            return Task.CompletedTask;
        }
    }
}
