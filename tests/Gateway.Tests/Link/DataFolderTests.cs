using Microsoft.Extensions.DependencyInjection;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Tests.Pages;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.SignIn;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>The folder of local mode.</summary>
public sealed class DataFolderTests
{
    [Fact]
    public async Task Starting_afresh_leaves_nothing_behind_that_local_mode_has_written()
    {
        await using var areas = new TwoAreas();
        var folder = areas.Folder;
        await areas.Start(areas.East, Accepts.Here);
        await areas.Start(areas.West, Accepts.Here);
        NetworkFile.Write(folder, []);
        var services = areas[areas.East].Services;
        await services.GetRequiredService<IPaperKeys>().FindOrMake(Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.True(EmailAddress.TryParse("robin@example.org", out var address));
        await services.GetRequiredService<ICodeMail>()
            .Send(address, SignInCode.Of(1), CodePurpose.SignIn, Guid.CreateVersion7());
        using var visitor = Browser.At(areas.East.Url);
        (await visitor.Get("/sign-in")).Is(200);
        await RunningArea.Until(() => Task.FromResult(folder.EnumerateFiles("*.offers.json").Any()));
        await areas.Stop(areas.East);
        await areas.Stop(areas.West);

        var diary = Path.Combine(folder.FullName, "diary.log");
        await File.WriteAllTextAsync(diary, "", TestContext.Current.CancellationToken);
        var written = folder.GetFiles("*", SearchOption.AllDirectories).Select(file => file.Extension).ToHashSet();
        Assert.Superset(new HashSet<string> { ".db", ".eml", ".json", ".key", ".pem", ".sh", ".xml" }, written);
        DataFolder.Clear(folder);
        Assert.Equal([diary], folder.GetFiles("*", SearchOption.AllDirectories).Select(file => file.FullName));
    }
}
