using System.Text.RegularExpressions;
using Analytics.EndToEndTests.Running;

namespace Analytics.EndToEndTests.Pages;

/// <summary>What the server sends, before any browser.</summary>
public sealed partial class MarkupTests(DemoServer demo)
{
    [Theory]
    [InlineData("/?period=2020")]
    [InlineData("/coverage?period=2020")]
    [InlineData("/spending?period=2020")]
    [InlineData("/grants?period=2020")]
    [InlineData("/employment?period=2020")]
    [InlineData("/packages?period=2024")]
    [InlineData("/outreach?period=2024")]
    [InlineData("/figures/families/vko?period=2021-01..06")]
    [InlineData("/targets?period=2021")]
    public async Task A_page_has_no_script_or_style_of_its_own_and_names_no_other_host(string path)
    {
        var html = await demo.Client.GetStringAsync(path, TestContext.Current.CancellationToken);

        Assert.DoesNotMatch(InlineScript(), html);
        Assert.DoesNotMatch(@"(?i)<style|\sstyle=|\son[a-z]+=|javascript:", html);
        Assert.DoesNotMatch(@"(?i)(src|href|action)=""(https?:)?//", html);
    }

    [Theory]
    [InlineData("/?period=2020")]
    [InlineData("/grants?period=2020")]
    [InlineData("/nowhere")]
    public async Task The_demo_is_labelled_as_synthetic_on_every_page(string path)
    {
        var answer = await demo.Client.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? "&" : "?")}language=en", TestContext.Current.CancellationToken);

        Assert.Contains("synthetic", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kk-KZ,kk;q=0.9,en;q=0.5", "kk")]
    [InlineData("en-US,en;q=0.9", "en")]
    [InlineData("de-DE,de;q=0.9", "ru")]
    [InlineData("", "ru")]
    public async Task The_browsers_language_is_taken_when_none_is_chosen(string accepted, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?period=2020");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        var answer = await demo.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains($"<html lang=\"{language}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)(?![^>]*type=""application/json"")", RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();
}
