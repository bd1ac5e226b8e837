using Analytics.Etl.Sources;
using CsCheck;

namespace Analytics.UnitTests.Etl.Sources;

public sealed class RowMixTests
{
    // By hand: (t mod P) · ((n mod P) · 1640531527 + 1013904223 mod P) mod P, with P = 2147483647.
    [Theory]
    [InlineData(0, 7, 0)]
    [InlineData(1, 0, 1_013_904_223)]
    [InlineData(1, 1, 506_952_103)]
    [InlineData(2, 1, 1_013_904_206)]
    [InlineData(2_147_483_647, 5, 0)]
    [InlineData(-1, 1, -506_952_103)]
    public void The_mix_is_the_weighted_sum_times_the_factor_of_the_row(long weighted, long rowNumber, long mix) => Assert.Equal(mix, RowMix.Of(weighted, rowNumber));

    [Fact]
    public void The_mix_never_overflows() => Gen.Select(Gen.Long, Gen.Long).Sample((weighted, rowNumber) => RowMix.Of(weighted, rowNumber) is > -RowMix.Modulus and < RowMix.Modulus);

    [Fact]
    public void The_longest_contract_has_a_weight_for_every_column_and_its_sum_fits() => Assert.All(
        Analytics.Etl.Loading.Processes.All,
        process => Assert.True(checked(process.Columns.Select((_, position) => RowMix.Weight(position) * int.MaxValue).Sum()) > 0));
}
