using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Grains.Groups;

/// <summary>Which groups a caller can name, because they can find them.</summary>
internal static class Findable
{
    extension(IGrainFactory grains)
    {
        /// <summary>Those of the area's groups that the caller can find.</summary>
        public async Task<ImmutableArray<GroupId>> FindAmong(AreaId area, IEnumerable<GroupId> named, Caller by)
        {
            var found = ImmutableArray.CreateBuilder<GroupId>();
            foreach (var group in named)
            {
                if (!(await grains.Group(area, group).Get(by)).Refused(out _, out _)) found.Add(group);
            }
            return found.ToImmutable();
        }
    }
}
