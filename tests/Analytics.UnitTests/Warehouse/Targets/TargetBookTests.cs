using Analytics.Warehouse.Targets;

namespace Analytics.UnitTests.Warehouse.Targets;

public sealed class TargetBookTests
{
    private static readonly TargetVersion December = Plans.Plan(9_600) with { DecreeDate = new DateOnly(2020, 12, 14), Origin = TargetOrigin.Source };
    private static readonly TargetVersion April = Plans.Plan(8_800) with { Id = 2, Stage = TargetStage.Refined, DecreeDate = new DateOnly(2021, 4, 15), Origin = TargetOrigin.Source };

    [Fact]
    public void The_last_decree_is_in_force() => Assert.Equal(8_800, InForce(1, December, April));

    [Fact]
    public void The_order_of_entry_does_not_put_an_older_decree_in_force() => Assert.Equal(8_800, InForce(1, April, December with { Id = 3 }));

    [Fact]
    public void Of_one_day_the_later_entry_is_in_force() => Assert.Equal(8_900, InForce(1, April, April with { Id = 7, Value = 8_900 }));

    [Fact]
    public void What_was_uploaded_corrects_the_source_of_the_same_day() =>
        Assert.Equal(8_900, InForce(1, April with { Id = 9 }, April with { Id = 7, Value = 8_900, Origin = TargetOrigin.Upload }));

    [Fact]
    public void A_plan_without_a_decrees_day_stands_before_all_others() => Assert.Equal(9_600, InForce(1, December, April with { Id = 5, DecreeDate = null }));

    [Fact]
    public void A_stage_alone_puts_nothing_in_force() =>
        Assert.Equal(8_800, InForce(1, December with { Stage = TargetStage.Adjusted }, April with { Stage = TargetStage.Approved }));

    [Fact]
    public void As_of_a_day_only_the_decrees_of_that_time_count()
    {
        var book = new TargetBook([December, April], 1);

        Assert.Equal(
            (null, 9_600m, 9_600m, 8_800m),
            (On(book, "2020-12-13"), On(book, "2020-12-14"), On(book, "2021-04-14"), On(book, "2021-04-15")));
    }

    [Fact]
    public void A_publication_does_not_have_what_was_entered_after_the_next_one() =>
        Assert.Equal((9_600m, 8_800m), (InForce(4, December, April with { SincePublication = 5 }), InForce(5, December, April with { SincePublication = 5 })));

    [Fact]
    public void What_the_source_gave_up_stays_with_the_publications_before() =>
        Assert.Equal((8_800m, 9_600m), (InForce(4, December, April with { UntilPublication = 5 }), InForce(5, December, April with { UntilPublication = 5 })));

    [Fact]
    public void The_history_holds_what_was_given_up_too() =>
        Assert.Equal([9_600m, 8_800m], new TargetBook([April with { UntilPublication = 3 }, December], 5).History("families", 1, 2021).Select(version => version.Value));

    [Fact]
    public void There_is_no_plan_for_another_year_territory_or_indicator()
    {
        var book = new TargetBook([April], 1);

        Assert.Equal((null, null, null), (book.InForce("families", 1, 2022), book.InForce("families", 2, 2021), book.InForce("persons", 1, 2021)));
    }

    private static decimal? InForce(long publication, params TargetVersion[] versions) => new TargetBook(versions, publication).InForce("families", 1, 2021)?.Value;

    private static decimal? On(TargetBook book, string day) => book.InForce("families", 1, 2021, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))?.Value;
}
