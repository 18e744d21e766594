using PeerNet.Contracts;
using PeerNet.Contracts.Notices;

namespace PeerNet.Gateway.Notices;

/// <summary>What somebody has opened, they need not be told of any more.</summary>
internal static class NoticeReading
{
    extension(Home home)
    {
        /// <summary>Marks as read what a person was told about something.</summary>
        public async Task MarkRead(Caller by, Func<NoticeDetails, bool> isAbout)
        {
            if (by.Member is not { } member) return;
            var notices = home.Notices(member);
            try
            {
                foreach (var one in await notices.List(by))
                    if (!one.Read && isAbout(one)) await notices.Read(one.Id, by);
            }
            catch (StorageUnavailableException)
            {
                // What they opened can still be read.
            }
        }
    }
}
