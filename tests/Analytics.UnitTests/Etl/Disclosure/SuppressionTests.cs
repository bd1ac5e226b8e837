using Analytics.Etl.Disclosure;
using Analytics.Warehouse.Disclosure;

namespace Analytics.UnitTests.Etl.Disclosure;

/// <summary>Small tables by hand: what is hidden of them, and how far apart the values of what is hidden lie.</summary>
public sealed class SuppressionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Nothing_small_hides_nothing() => Assert.Empty(Hidden(new Table([5, 7], [12, 30])));

    [Fact]
    public void One_small_cell_of_a_table_takes_three_others_with_it() =>
        Assert.Equal(4, Hidden(new Table([3, 20, 30], [40, 50, 60], [70, 80, 90])).Count);

    [Fact]
    public void The_cheapest_square_is_hidden() =>
        Assert.Equal([3, 6, 9, 12], Values(new Table([3, 6, 90], [9, 12, 90], [90, 90, 90])));

    [Fact]
    public void Zeros_do_not_protect() =>
        Assert.DoesNotContain(0, Values(new Table([3, 0, 30], [0, 50, 60], [70, 80, 90])));

    [Fact]
    public void Zeros_are_shown() => Assert.Empty(Hidden(new Table([0, 20], [30, 40])));

    [Fact]
    public void A_region_less_its_other_districts_gives_no_hidden_district()
    {
        var system = new Sum([2, 30, 40]).System;
        Assert.Equal(2, Find(system).Hidden.Count);
        AssertWide(system);
    }

    [Fact]
    public void The_second_district_hidden_is_the_one_with_the_fewest_people() => Assert.Equal([2, 8], Values(new Sum([2, 8, 40])));

    [Fact]
    public void Two_small_districts_whose_sum_is_as_small_take_a_third_along() => Assert.Equal([1, 1, 9], Values(new Sum([1, 1, 9, 40])));

    [Fact]
    public void Two_small_districts_whose_sum_leaves_room_need_no_third() => Assert.Equal([3, 4], Values(new Sum([3, 4, 40, 50])));

    [Fact]
    public void A_lone_district_hides_its_region() => Assert.Equal([3, 3], Values(new Sum([3])));

    [Fact]
    public void A_small_month_is_no_quarter_less_the_other_months() => Assert.Equal([4, 11], Values(new Sum([4, 11, 12])));

    [Fact]
    public void A_year_to_date_less_the_one_before_gives_no_hidden_quarter()
    {
        var system = new CellSystem();
        var half = Count(system, 30);
        var quarter = Count(system, 2);
        system.AddParts(Count(system, 32), [half, quarter]);
        Assert.Equal([2, 30], Find(system).Hidden.Select(one => system.Quantities[one.Quantity].Value).Order());
    }

    [Fact]
    public void Different_families_that_overlap_bound_each_other_only_from_one_side()
    {
        // 3 + 40 + 50 families are 90 different ones: the region tells of the small district only that it has at least none.
        var system = new CellSystem();
        system.AddParts(Count(system, 90), [Count(system, 3), Count(system, 40), Count(system, 50)]);
        Assert.Equal([3], Find(system).Hidden.Select(one => system.Quantities[one.Quantity].Value));
    }

    [Fact]
    public void Different_families_that_happen_to_add_up_are_taken_to_add_up()
    {
        var system = new CellSystem();
        system.AddParts(Count(system, 93), [Count(system, 3), Count(system, 40), Count(system, 50)]);
        Assert.Equal([3, 40], Find(system).Hidden.Select(one => system.Quantities[one.Quantity].Value).Order());
    }

    [Fact]
    public void A_part_that_is_nearly_the_whole_is_held_by_it()
    {
        // Of 6 persons 4 are children: whoever knows the 6 knows that there are 1 to 6 children, which is wide enough.
        Assert.Equal([4], ValuesOf(Contained(4, 6)));

        // Of 4 nobody needs to know; both are small.
        Assert.Equal([3, 4], ValuesOf(Contained(3, 4)));
    }

    [Fact]
    public void The_refused_are_not_the_applications_less_the_approved()
    {
        var system = new CellSystem();
        system.AddParts(Count(system, 20, cost: 40), [Count(system, 18), Count(system, 2)]);
        Assert.Equal([2, 18], ValuesOf(system));
    }

    [Fact]
    public void A_rest_that_nobody_prints_is_protected_too()
    {
        // 20 applications, 18 approved, and the rate of both: 2 were not approved.
        var system = new CellSystem();
        var (all, approved) = (Count(system, 20, cost: 40), Count(system, 18));
        var rest = system.Add(new Quantity(2, 4, 0) { IsPublished = false, IsSmall = true, CanBeHidden = false });
        system.Add(new Relation([all, approved, rest], [1, -1, -1], 0, IsEqual: true));
        Assert.Equal([18], ValuesOf(system));
    }

    [Fact]
    public void A_large_rest_needs_nothing()
    {
        var system = new CellSystem();
        var (all, approved) = (Count(system, 40), Count(system, 18));
        system.AddAtMost(approved, all);
        Assert.Empty(ValuesOf(system));
    }

    [Fact]
    public void Who_is_new_does_not_follow_from_two_years_and_who_is_gone()
    {
        // 100 − 98 = 5 − 3.
        var system = new CellSystem();
        int[] four = [Count(system, 100), Count(system, 98), Count(system, 5), Count(system, 3)];
        system.Add(new Relation(four, [1, -1, -1, 1], 0, IsEqual: true));
        Assert.Equal([3, 5], ValuesOf(system));
    }

    [Fact]
    public void Money_is_hidden_with_the_families_it_rests_on()
    {
        var system = new CellSystem();
        var (families, money) = (Count(system, 3), system.Add(new Quantity(3.2, 4, 3)));
        system.HideTogether(families, money);
        Assert.Equal([3, 3.2], ValuesOf(system));
    }

    [Fact]
    public void Money_of_hidden_families_is_no_difference_of_sums()
    {
        var system = new CellSystem();
        var families = Count(system, 3);
        int[] money = [system.Add(new Quantity(3, 4, 3)), system.Add(new Quantity(20, 4, 20)), system.Add(new Quantity(30, 4, 30))];
        system.AddParts(system.Add(new Quantity(53, 4, 100)), money);
        system.HideTogether(families, money[0]);
        Assert.Equal([3, 3, 20], ValuesOf(system));
    }

    [Fact]
    public void What_is_hidden_with_a_cell_is_as_primary_as_it()
    {
        var system = new CellSystem();
        var (families, persons) = (Count(system, 3), Count(system, 12));
        system.HideTogether(families, persons);
        Assert.All(Find(system).Hidden, one => Assert.True(one.IsPrimary));
    }

    [Fact]
    public void What_protects_another_is_complementary() =>
        Assert.Equal([true, false], Find(new Sum([2, 30, 40]).System).Hidden.OrderBy(one => one.Quantity).Select(one => one.IsPrimary).Order().Reverse());

    [Fact]
    public void What_everybody_knows_already_is_not_used_as_protection()
    {
        var system = new CellSystem();
        var small = Count(system, 2);
        var known = system.Add(new Quantity(10, 4, 1) { CanBeHidden = false, Least = 1 });
        system.AddParts(Count(system, 42), [small, known, Count(system, 30)]);
        Assert.Equal([2, 30], ValuesOf(system));
    }

    [Fact]
    public void What_cannot_be_protected_is_said()
    {
        var system = new CellSystem();
        var known = system.Add(new Quantity(10, 4, 1) { CanBeHidden = false });
        system.AddParts(system.Add(new Quantity(12, 4, 1) { CanBeHidden = false }), [Count(system, 2), known]);
        Assert.Single(Find(system).Unprotected);
    }

    [Fact]
    public void What_was_hidden_before_stays_hidden_and_is_protected_too()
    {
        var system = new Sum([7, 30, 40]).System;
        Assert.Equal([7, 30], Suppression.Find(system, [0], Token).Hidden.Select(one => system.Quantities[one.Quantity].Value).Order());
    }

    [Fact]
    public void The_values_that_a_hidden_cell_can_have_lie_around_the_true_one()
    {
        var hidden = Find(new Sum([2, 30, 40]).System).Hidden.Single(one => one.IsPrimary);
        Assert.InRange(2, hidden.Low, hidden.High);
        Assert.True(hidden.High - hidden.Low >= 4);
    }

    [Fact]
    public void A_hidden_count_is_at_least_one_for_whoever_knows_that_zeros_are_shown() =>
        Assert.All(Find(new Sum([2, 30, 40]).System).Hidden, one => Assert.True(one.Low >= 1));

    [Fact]
    public void Two_tables_that_share_a_margin_are_protected_together()
    {
        var system = new CellSystem();
        var margin = Count(system, 10, cost: 1);
        system.AddParts(margin, [Count(system, 3), Count(system, 7, cost: 99)]);
        system.AddParts(Count(system, 60), [margin, Count(system, 50)]);
        AssertWide(system);
    }

    [Theory]
    [InlineData("families", 5, false)]
    [InlineData("families", 4, true)]
    [InlineData("population", 4, false)]
    [InlineData("outreach_events", 1, false)]
    [InlineData("allocated_amount", 1, false)]
    public void Small_is_below_five_and_about_people(string measure, int value, bool isHidden)
    {
        var key = new LatticeKey(measure, Analytics.Warehouse.Indicators.Boundaries.AsReported, 10, Analytics.Warehouse.Indicators.PeriodKind.YearToDate, new DateOnly(2020, 12, 31), 0, 0);
        var lattice = LatticeSystem.Of([new PublishedCell(key, value)], new TerritorySets([]), new DisclosureOptions());
        Assert.Equal(isHidden, lattice.Find(key) is { } index && Find(lattice.System).Hidden.Any(one => one.Quantity == index));
    }

    internal static int Count(CellSystem system, double value, double? cost = null) =>
        system.Add(new Quantity(value, 4, cost ?? value) { IsSmall = value < 5, Least = 1 });

    private static CellSystem Contained(double part, double whole)
    {
        var system = new CellSystem();
        system.AddAtMost(Count(system, part), Count(system, whole));
        return system;
    }

    private static Protection Find(CellSystem system) => Suppression.Find(system, [], Token);

    private static List<HiddenQuantity> Hidden(Table table) => [.. Find(table.System).Hidden];

    private static IEnumerable<double> Values(Table table) => ValuesOf(table.System);

    private static IEnumerable<double> Values(Sum sum) => ValuesOf(sum.System);

    private static IEnumerable<double> ValuesOf(CellSystem system) => Find(system).Hidden.Select(one => system.Quantities[one.Quantity].Value).Order();

    private static void AssertWide(CellSystem system)
    {
        var found = Find(system);
        Assert.Empty(found.Unprotected);
        Assert.All(found.Hidden, one => Assert.True(one.High - one.Low >= system.Quantities[one.Quantity].Width - 1e-6));
    }

    /// <summary>Parts and their sum; the sum costs the most.</summary>
    private sealed class Sum
    {
        public Sum(double[] parts)
        {
            int[] indexes = [.. parts.Select(part => Count(System, part))];
            System.AddParts(Count(System, parts.Sum(), cost: 1000), indexes);
        }

        public CellSystem System { get; } = new();
    }

    /// <summary>A table with the sums of its rows and columns, and its total. Zeros are no quantities.</summary>
    private sealed class Table
    {
        public Table(params double[][] rows)
        {
            var cells = rows.Select(row => row.Select(value => value == 0 ? -1 : Count(System, value)).ToArray()).ToArray();
            var rowSums = cells.Select((row, index) => Whole(row, rows[index].Sum(), 1000)).ToArray();
            var columnSums = Enumerable.Range(0, rows[0].Length).Select(column => Whole([.. cells.Select(row => row[column])], rows.Sum(row => row[column]), 1000)).ToArray();
            var total = Whole(rowSums, rows.Sum(row => row.Sum()), 100_000);
            System.AddParts(total, columnSums);
        }

        public CellSystem System { get; } = new();

        private int Whole(int[] parts, double sum, double cost)
        {
            var whole = Count(System, sum, cost);
            System.AddParts(whole, [.. parts.Where(part => part >= 0)]);
            return whole;
        }
    }
}
