using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Etl.Loading;

public sealed class LoadMessageTests
{
    private static readonly UnitKey March = new("social", "benefit_payments", UnitPeriod.Parse("2025-03"));

    private static readonly LoadMessage Rejected = new(
        "unit.rejected", March, 1234L, 56789L, new LoadMessage("unit.rejected_by", new Rejection("district_unknown", "district_code"), 1234L), 1.5m, "social");

    [Fact]
    public void In_English_it_is_told_with_plain_numbers_and_names() => Assert.Equal(
        "social/benefit_payments/2025-03: 1234 of 56789 rows were rejected (district_unknown in district_code: 1234), more than the 1.5 % allowed for source social. The unit is not published; the rows are in quarantine. Correct them at the source, or raise QuarantineThresholdPercent.",
        Rejected.Text);

    [Fact]
    public void What_is_kept_is_told_with_the_numbers_of_the_language_and_the_names_of_the_page() => Assert.StartsWith(
        "[2025-03]: отклонено строк: 1\u00A0234 из 56\u00A0789 ([district_unknown] – 1\u00A0234). Это больше, чем 1,5\u00A0%, допустимые для источника social.",
        Read(Rejected.Stored.Json, Language.Russian),
        StringComparison.Ordinal);

    [Fact]
    public void What_a_server_said_stays_as_it_is() => Assert.Equal(
        "social дереккөзімен байланыс үзілді: permission denied for table payment (42501).",
        Read(new LoadMessage("source.broke_off", "social", "permission denied for table payment (42501).").Stored.Json, Language.Kazakh));

    [Fact]
    public void Nothing_of_another_language_is_known_of_plain_text()
    {
        Assert.Equal(("the source was away", ""), LoadMessage.FromString("the source was away").Stored);
        Assert.Equal(("", ""), LoadMessage.None.Stored);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("""{"code":"unit.of_tomorrow","arguments":["social"]}""")]
    [InlineData("""{"code":"source.broke_off","arguments":["social"]}""")]
    [InlineData("""{"code":"unit.busy","arguments":[{"source":"social","process":"benefit_payments","period":"tomorrow"}]}""")]
    public void What_this_program_cannot_tell_is_left_to_the_English_text(string json) => Assert.Null(Read(json, Language.Kazakh));

    [Fact]
    public void What_may_be_a_persons_number_is_not_kept() =>
        Assert.DoesNotContain("850101300123", new LoadMessage("source.broke_off", "social", "row 850101300123").Stored.Json, StringComparison.Ordinal);

    [Fact]
    public void Of_many_messages_those_are_kept_whose_English_text_is()
    {
        var many = LoadMessage.All(Enumerable.Range(0, 100).Select(_ => new LoadMessage("source.broke_off_in_rows", "social")));

        var (text, json) = many.Stored;
        Assert.Equal(2000, text.Length);
        Assert.Equal(Enumerable.Repeat("Связь с источником social прервалась на середине строк.", 2000 / 55), Read(json, Language.Russian)!.Split(". ").Select(one => one.TrimEnd('.') + "."));
    }

    [Theory]
    [InlineData(20, 9, "a loss of 55 %")]
    [InlineData(100, 33, "a loss of 67 %")]
    [InlineData(741, 220, "a loss of 70.3 %")]
    public void A_loss_is_told_with_one_decimal_at_most(long before, long now, string told) => Assert.Contains(
        told,
        SuddenDropException.Of(March, new() { Source = "social", Process = "benefit_payments", Period = "2025-03", LoadId = 1, RowCount = before }, new UnitTotals(now, 0, 0), 50)!.Message,
        StringComparison.Ordinal);

    private static string? Read(string json, Language language) => LoadMessage.Read(json, language, static thing => thing switch
    {
        UnitKey unit => $"[{unit.Period}]",
        Rejection rejection => $"[{rejection.Rule}]",
        _ => "",
    });
}
