using System.Text.RegularExpressions;
using System.Xml.Linq;
using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Repository;

public sealed partial class TextResourceTests
{
    private const string Shared = "etl/Analytics.Warehouse/Texts/Shared";
    private const string Pages = "dashboard/Analytics.Dashboard/Texts/Pages";
    private const string Loads = "etl/Analytics.Etl/Texts/Loads";

    /// <summary>Every resource of the repository, without the end that names the language.</summary>
    public static TheoryData<string> Resources => [.. RepositoryFiles.Find(".", "*.ru.resx").Select(file => file[..^".ru.resx".Length])];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Every_text_exists_in_each_language_with_the_same_places_to_fill(string resource)
    {
        var english = Texts(resource, "");
        foreach (var language in new[] { ".ru", ".kk" })
        {
            var other = Texts(resource, language);

            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
            Assert.All(english, text => Assert.Equal(Places(text.Key, text.Value), Places(text.Key, other[text.Key])));
        }
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public void No_text_is_empty_or_has_blanks_at_its_ends(string resource) => Assert.All(
        new[] { "", ".ru", ".kk" }.SelectMany(language => Texts(resource, language)),
        text => Assert.True(text.Value.Length > 0 && text.Value.Trim(' ', '\n', '\t').Length == text.Value.Length, text.Key));

    [Theory]
    [MemberData(nameof(Resources))]
    public void English_texts_have_no_Cyrillic_letters(string resource) => Assert.All(Texts(resource, ""), text => Assert.DoesNotMatch(@"\p{IsCyrillic}", text.Value));

    [Theory]
    [MemberData(nameof(Resources))]
    public void A_counted_text_has_the_forms_of_its_language(string resource)
    {
        foreach (var (language, forms) in new[] { (".ru", 3), ("", 2), (".kk", 1) })
        {
            Assert.All(
                Texts(resource, "").Where(text => Counted().IsMatch(text.Value)),
                text => Assert.Equal(forms, Texts(resource, language)[text.Key].Split('|').Length));
        }
    }

    [Fact]
    public void Every_indicator_has_its_texts()
    {
        var texts = Texts(Shared, "");

        Assert.All(IndicatorCatalogue.All, indicator => Assert.All(
            new[] { "name", "short", "description" }, part => Assert.Contains($"indicator.{indicator.Code}.{part}", texts.Keys)));
    }

    [Fact]
    public void Every_code_that_is_shown_has_its_text()
    {
        var texts = Texts(Shared, "");

        Assert.All(
            [
                .. Codes.All<IndicatorGroup>().Select(code => $"group.{code}"), .. Codes.All<IndicatorUnit>().Select(code => $"unit.{code}"),
                .. Codes.All<Category>().Select(code => $"category.{code}"), .. Codes.All<AidKind>().Select(code => $"aid.{code}"),
                .. Codes.All<Boundaries>().Select(code => $"boundaries.{code}"), .. Codes.All<ValueState>().Select(code => $"state.{code}"),
                .. SeriesBreak.All.Select(broken => $"note.{broken.Note}"), .. Codes.All<IndicatorOwner>().Select(code => $"owner.{code}"), "note.boundary_changed", "note.not_in_region", "note.category_not_known",
                "note.aid_not_known", "note.period_incomplete", "note.nothing_to_divide_by", "note.small_base",
            ],
            key => Assert.Contains(key, texts.Keys));
    }

    [Fact]
    public void Every_text_that_a_page_asks_for_by_name_exists()
    {
        var texts = RepositoryFiles.Find("dashboard/Analytics.Dashboard/Texts", "*.ru.resx").SelectMany(file => Texts(file[..^".ru.resx".Length], ".ru").Keys).ToHashSet(StringComparer.Ordinal);
        var asked = new[] { "*.cshtml", "*.cs" }
            .SelectMany(pattern => RepositoryFiles.Find("dashboard/Analytics.Dashboard", pattern))
            .SelectMany(file => PageText().Matches(RepositoryFiles.Read(file)))
            .Select(match => match.Groups["key"].Value)
            .ToList();

        Assert.True(asked.Count > 30);
        Assert.All(asked, key => Assert.Contains(key, texts));
    }

    [Fact]
    public void Every_rule_of_the_quarantine_is_explained()
    {
        var texts = Texts(Pages, "");
        var named = RepositoryFiles.Find("etl/Analytics.Etl", "*.cs")
            .SelectMany(file => RuleLine().Matches(RepositoryFiles.Read(file)))
            .SelectMany(line => RuleName().Matches(line.Value))
            .Select(match => match.Groups["rule"].Value)
            .Concat(Processes.All.SelectMany(process => process.Columns).Where(column => column.Kind == ColumnKind.Code).Select(column => column.Name + "_unknown"))
            .Distinct()
            .ToList();

        Assert.True(named.Count > 20);
        Assert.All(named, rule => Assert.Contains("rule." + rule, texts.Keys));
    }

    [Fact]
    public void Every_message_of_the_loads_has_its_text_and_every_text_is_told_by_somebody()
    {
        var texts = Texts(Loads, "");
        var code = string.Join('|', texts.Keys.Select(key => key.Split('.')[0]).Distinct());
        var named = RepositoryFiles.Find("etl/Analytics.Etl", "*.cs")
            .SelectMany(file => Regex.Matches(RepositoryFiles.Read(file), $@"""(?<code>(?:{code})\.[a-z_]+)"""))
            .Select(match => match.Groups["code"].Value)
            .Distinct();

        Assert.Equal(texts.Keys.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_sentence_stands_in_an_exception_of_the_loads_itself() => Assert.All(
        RepositoryFiles.Find("etl/Analytics.Etl", "*.cs"),
        file => Assert.DoesNotMatch(@"new (?:Load|Source)Exception\(\s*\$?""", RepositoryFiles.Read(file)));

    [Fact]
    public void No_sentence_stands_in_a_page_itself() => Assert.All(
        RepositoryFiles.Find("dashboard/Analytics.Dashboard/Pages", "*.cshtml"),
        file =>
        {
            var markup = Code().Replace(RepositoryFiles.Read(file), " ");
            Assert.DoesNotMatch(@"\p{IsCyrillic}", markup);
            // What is left between tags or in attributes that people read must not be words.
            Assert.Empty(Visible().Matches(markup).Select(match => match.Value));
        });

    // Razor: comments, @{ … } blocks, control lines and expressions.
    [GeneratedRegex(@"@\*.*?\*@|^@\{.*?^\}|^\s*(@|\}|\{|else|if \(|for |foreach |var |string ).*?$|@\w[\w.]*(\[[^\]]*\])?\s?(\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?|@\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex(@">[^<>@{}]*\p{L}{3,}[^<>@{}]*<|(?:title|aria-label|placeholder|alt)=""[^""@]*\p{L}{3,}[^""@]*""")]
    private static partial Regex Visible();

    [GeneratedRegex(@"\.(?:Page|PageCount)\(""(?<key>[a-z0-9_.]+)""\s*[,)]")]
    private static partial Regex PageText();

    // Lines that reject, and those of DistrictCodes that return a rule; in them the names of rules come first or after a choice.
    [GeneratedRegex(@"^.*(?:Reject(?:Day|ion)?\(|return \(0, ).*$", RegexOptions.Multiline)]
    private static partial Regex RuleLine();

    [GeneratedRegex(@"(?<=Reject(?:Day|ion)?\(|[?:] |\(0, )""(?<rule>[a-z][a-z0-9]*(?:_[a-z0-9]+)+)""")]
    private static partial Regex RuleName();

    // Forms stand beside each other; a bar between blanks or quotes is a character that the text is about.
    [GeneratedRegex(@"[^\s""]\|[^\s""]")]
    private static partial Regex Counted();

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Place();

    private static Dictionary<string, string> Texts(string resource, string language) => XDocument
        .Parse(RepositoryFiles.Read($"{resource}{language}.resx"))
        .Root!.Elements("data")
        .ToDictionary(text => text.Attribute("name")!.Value, text => text.Element("value")!.Value, StringComparer.Ordinal);

    // A quarter is a Roman number in two languages and an Arabic one in English; all other texts fill the same places.
    private static string Places(string key, string text) => key == "period.quarter"
        ? "its own"
        : string.Join(' ', Place().Matches(text.Split('|')[0]).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
}
