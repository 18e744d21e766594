using System.ComponentModel.DataAnnotations;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using PeerNet.Grains.Notices;
using PeerNet.Scenarios;
using PeerNet.Silo.Mail;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace PeerNet.Storage.Tests;

/// <summary>What a mail says, and what happens when it cannot be sent.</summary>
public sealed class MailTests : IDisposable
{
    private const string Address = "sam@example.invalid";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peernet-mail-");
    private readonly Guid id = Guid.CreateVersion7();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_mail_in_a_folder_has_a_link_and_no_detail_and_sending_it_again_makes_no_second()
    {
        var mail = new MailFolder(Options(box => box.Folder = Path.Combine(folder.FullName, "mail")));
        await mail.Send(Address, id);
        await mail.Send(Address, id);
        var file = Assert.Single(folder.EnumerateFiles("*", SearchOption.AllDirectories));
        Assert.Equal($"{id}.eml", file.Name);
        var sent = await MimeMessage.LoadAsync(file.FullName, TestContext.Current.CancellationToken);
        Assert.Equal(Address, sent.To.ToString());
        Assert.Equal($"{id}@example.org", sent.MessageId);
        Assert.Contains("https://east.example.org", sent.TextBody, StringComparison.Ordinal);
        Assert.Null(sent.HtmlBody);
        Assert.Equal("auto-generated", sent.Headers[HeaderId.AutoSubmitted]);
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(
            UnixFileMode.None, file.Directory!.UnixFileMode & (UnixFileMode.GroupRead | UnixFileMode.OtherRead));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_a_mail_not_sent()
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<MailNotSentException>(
            () => new MailFolder(Options(box => box.Folder = file)).Send(Address, id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not an address")]
    [InlineData("sam")]
    [InlineData("sam@example.invalid, eve@example.invalid")]
    public async Task Nothing_is_sent_to_what_is_not_one_address(string address)
    {
        await new MailFolder(Options(box => box.Folder = folder.FullName)).Send(address, id);
        Assert.Empty(folder.EnumerateFiles());
    }

    [Fact]
    public async Task A_server_is_given_the_mail()
    {
        await using var server = new Post(SmtpResponse.Ok);
        await server.Mail.Send(Address, id);
        Assert.Equal([id], server.Seen);
    }

    [Fact]
    public async Task Only_a_mail_that_was_certainly_not_sent_may_be_tried_again()
    {
        await using (var full = new Post(new(SmtpReplyCode.InsufficientStorage, "full")))
            await Assert.ThrowsAsync<MailNotSentException>(() => full.Mail.Send(Address, id));
        await using (var never = new Post(new(SmtpReplyCode.TransactionFailed, "never")))
            await never.Mail.Send(Address, id);
        await using (var silent = new Post(null))
            await silent.Mail.Send(Address, id);
        var nobody = new SmtpMail(Options(box =>
        {
            box.Server = "127.0.0.1";
            box.Port = Ports.Free();
        }));
        await Assert.ThrowsAsync<MailNotSentException>(() => nobody.Send(Address, id));
    }

    [Theory]
    [InlineData("Folder", "mail", "", "https://east.example.org", "From")]
    [InlineData("Folder", "mail", "PeerNet", "https://east.example.org", "From")]
    [InlineData("Server", "smtp.example.org", "peernet@example.org", "", "Link")]
    [InlineData("Server", "smtp.example.org", "peernet@example.org", "ftp://east.example.org", "Link")]
    public void A_setting_that_is_missing_is_named(string where, string value, string from, string link, string named)
    {
        var options = new MailOptions { From = from, Link = link };
        if (where == "Folder") options.Folder = value;
        else options.Server = value;
        var wrong = Assert.Single(options.Validate(new ValidationContext(options)));
        Assert.Equal([named], wrong.MemberNames);
        Assert.StartsWith($"PeerNet:Mail:{named}", wrong.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_and_a_server_exclude_each_other_and_a_user_needs_a_password()
    {
        var both = Options(box =>
        {
            box.Folder = "mail";
            box.Server = "smtp.example.org";
        });
        Assert.Equal(["Folder"], Assert.Single(both.Validate(new(both))).MemberNames);
        var user = Options(box =>
        {
            box.Server = "smtp.example.org";
            box.User = "peernet";
        });
        Assert.Equal(["PasswordFile"], Assert.Single(user.Validate(new(user))).MemberNames);
        var none = new MailOptions();
        Assert.Empty(none.Validate(new(none)));
    }

    private static MailOptions Options(Action<MailOptions> set)
    {
        var options = new MailOptions { From = "PeerNet <peernet@example.org>", Link = "https://east.example.org" };
        set(options);
        return options;
    }

    /// <summary>A mail server on loopback that gives every mail the same answer; null: none.</summary>
    private sealed class Post : MessageStore, IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly Task running;
        private readonly SmtpResponse? answer;

        public Post(SmtpResponse? answer)
        {
            this.answer = answer;
            var port = Ports.Free();
            var options = new SmtpServerOptionsBuilder()
                .ServerName("127.0.0.1")
                .Endpoint(at => at.Endpoint(new(System.Net.IPAddress.Loopback, port)))
                .Build();
            var services = new SmtpServer.ComponentModel.ServiceProvider();
            services.Add(this);
            running = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
            Mail = new SmtpMail(Options(box =>
            {
                box.Server = "127.0.0.1";
                box.Port = port;
                box.Security = SecureSocketOptions.None;
                box.Timeout = answer is null ? TimeSpan.FromSeconds(2) : TimeSpan.FromMinutes(1);
            }));
        }

        public SmtpMail Mail { get; }

        public List<Guid> Seen { get; } = [];

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            System.Buffers.ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken)
        {
            using var text = new MemoryStream(System.Buffers.BuffersExtensions.ToArray(buffer));
            var message = await MimeMessage.LoadAsync(text, cancellationToken);
            Seen.Add(Guid.Parse(message.MessageId!.Split('@')[0]));
            if (answer is null) await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return answer!;
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await running.ContinueWith(_ => { }, TaskScheduler.Default);
            stop.Dispose();
        }
    }
}
