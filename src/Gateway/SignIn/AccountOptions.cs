namespace PeerNet.Gateway.SignIn;

/// <summary>
/// An OpenID Connect issuer with whose accounts people can sign in, from the configuration section
/// <c>PeerNet:Accounts</c>. Without a client ID there is none.
/// </summary>
public sealed class AccountOptions
{
    /// <summary>What people call an account there, such as NHS login; pages say "Continue with NHS login".</summary>
    public string? Name { get; set; }

    /// <summary>The URL (https) of the issuer. Default: <see cref="TokenOptions.Authority"/>.</summary>
    public string? Authority { get; set; }

    /// <summary>The ID under which the issuer knows this area's site.</summary>
    public string? ClientId { get; set; }

    /// <summary>A file with the secret of that client. Left empty for a client without one.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>What is wrong with the settings; nothing, if there is no client.</summary>
    internal IEnumerable<string> Faults(string? tokenAuthority, bool isLocal)
    {
        if (ClientId is null) yield break;
        if (string.IsNullOrWhiteSpace(Name))
            yield return "PeerNet:Accounts:Name is required with a client ID, for example NHS login.";
        var isUrl = Uri.TryCreate(Authority ?? tokenAuthority, UriKind.Absolute, out var authority);
        if (!isUrl || (authority!.Scheme != Uri.UriSchemeHttps && !isLocal))
            yield return "PeerNet:Accounts:Authority must be an https URL, such as https://login.example.org.";
        if (ClientSecretFile is not null && !File.Exists(ClientSecretFile))
            yield return "PeerNet:Accounts:ClientSecretFile must be a file with the client's secret.";
    }
}
