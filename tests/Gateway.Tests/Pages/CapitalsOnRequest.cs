using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>The texts of the pages, in capitals for a browser that asks for that language.</summary>
internal sealed class CapitalsOnRequest(IHttpContextAccessor http, IStringLocalizerFactory all)
    : IStringLocalizer<Texts>
{
    /// <summary>The language, as a browser names it.</summary>
    public const string Tag = "x-capitals";

    private readonly StringLocalizer<Texts> written = new(all);

    private IStringLocalizer Chosen =>
        $"{http.HttpContext?.Request.Headers.AcceptLanguage}" == Tag ? Language.Capitals : written;

    public LocalizedString this[string name] => Chosen[name];

    public LocalizedString this[string name, params object[] arguments] => Chosen[name, arguments];

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        Chosen.GetAllStrings(includeParentCultures);
}
