using Analytics.Etl.Sources;
using CsCheck;

namespace Analytics.UnitTests.Etl.Sources;

public sealed class RowMixTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 9)]
    [InlineData(46_341, 4_634)]
    [InlineData(2_147_483_647, 0)]
    [InlineData(2_147_483_650, 9)]
    [InlineData(-3, 9)]
    public void The_mix_is_the_square_of_the_residue(long weighted, long mix) => Assert.Equal(mix, RowMix.Of(weighted));

    [Fact]
    public void The_mix_never_overflows() => Gen.Long.Sample(weighted => RowMix.Of(weighted) is >= 0 and < RowMix.Modulus);

    [Fact]
    public void The_longest_contract_has_a_weight_for_every_number() => Assert.All(
        Analytics.Etl.Loading.Processes.All, process => Assert.True(RowMix.Weight(process.Columns.Count(column => !column.IsGroup) - 1) > 0));
}
