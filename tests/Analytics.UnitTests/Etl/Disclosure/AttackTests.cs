using Analytics.Etl.Disclosure;
using Analytics.Warehouse.Disclosure;

namespace Analytics.UnitTests.Etl.Disclosure;

/// <summary>Random lattices, twenty at a time, each attacked with everything that is public of it: forty, and with <c>./test --attack</c> two hundred.</summary>
public sealed class AttackTests
{
    private static readonly DisclosureOptions Options = new();

    public static TheoryData<int> Twenties => [.. Enumerable.Range(0, Environment.GetEnvironmentVariable("ANALYTICS_ATTACK") is null ? 2 : 10).Select(block => 1 + (20 * block))];

    [Theory]
    [MemberData(nameof(Twenties))]
    public void Nobody_recovers_a_hidden_cell_of_twenty_random_lattices_within_the_set_width(int first)
    {
        var (hidden, small) = (0, 0);
        for (var seed = first; seed < first + 20; seed++)
        {
            var world = new RandomWorld(seed);
            var lattice = LatticeSystem.Of(world.Cells.Select(cell => new PublishedCell(cell.Key, cell.Value)), RandomWorld.Territories, Options);
            var protection = Suppression.Find(lattice.System, lattice.HiddenBefore, TestContext.Current.CancellationToken);
            Assert.Empty(protection.Unprotected);

            var cells = protection.Hidden.SelectMany(one => lattice.CellsOf(one.Quantity)).ToHashSet();
            var known = world.Cells.Where(cell => DisclosureRules.IsInPublicLattice(cell.Key)).ToDictionary();
            Assert.All(known.Where(cell => cell.Value < 5), cell => Assert.Contains(cell.Key, cells));
            using var attacker = new Attacker(known, cells);
            foreach (var key in cells)
            {
                var width = key.Measure == "paid_amount" ? 4 * (double)(known[key] / Math.Max(1, known.GetValueOrDefault(key with { Measure = "families" }))) : 4;
                var (low, high) = attacker.Range(key, width);
                Assert.True(high - low >= width - 1e-4 * Math.Max(1, width), $"seed {seed}: {key} is {known[key]} and lies between {low} and {high}");
            }

            (hidden, small) = (hidden + cells.Count, small + known.Count(cell => cell.Value < 5));
        }

        Assert.True(small > 100 && hidden > small, "The worlds must have something to hide.");
    }

    [Fact]
    public void The_attacker_recovers_what_only_small_numbers_are_hidden_of()
    {
        // Without complementary cells he succeeds: so the test above tests something.
        var recovered = 0;
        for (var seed = 1; seed <= 10; seed++)
        {
            var known = new RandomWorld(seed).Cells.Where(cell => DisclosureRules.IsInPublicLattice(cell.Key)).ToDictionary();
            var cells = known.Where(cell => cell.Value < 5).Select(cell => cell.Key).ToHashSet();
            using var attacker = new Attacker(known, cells);
            recovered += cells.Count(key => attacker.Range(key) is var (low, high) && high - low < 0.5);
        }

        Assert.True(recovered > 10);
    }
}
