using System.Collections.Concurrent;
using System.Net;
using System.Text;
using PeerNet.Scenarios;

namespace PeerNet.Faults.Tests.Processes;

/// <summary>Takes what is sent by OTLP over HTTP; names in protobuf are plain UTF-8.</summary>
internal sealed class Collector : IDisposable
{
    private readonly ConcurrentQueue<(string Path, string Body)> heard = new();
    private readonly HttpListener listener = new();

    public Collector()
    {
        Address = $"http://127.0.0.1:{Ports.Free()}";
        listener.Prefixes.Add($"{Address}/");
        listener.Start();
        _ = Listen();
    }

    public string Address { get; }

    public bool Heard(string path, string word) =>
        heard.Any(sent => sent.Path == path && sent.Body.Contains(word, StringComparison.Ordinal));

    public int Count(string path) => heard.Count(sent => sent.Path == path);

    public void Dispose() => listener.Close();

    private async Task Listen()
    {
        while (listener.IsListening)
        {
            try
            {
                var sent = await listener.GetContextAsync();
                using var reader = new StreamReader(sent.Request.InputStream, Encoding.UTF8);
                heard.Enqueue((sent.Request.Url!.AbsolutePath, await reader.ReadToEndAsync()));
                sent.Response.Close();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
